package dev.weir.signer.sign;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import java.util.ArrayList;
import java.util.List;

/// Zones from the lines that [Signing#lines] makes of them.
final class ZoneLines {
  private ZoneLines() {}

  static Zone zone(Name apex, List<String> lines) {
    List<Name> owners = new ArrayList<>();
    List<ZoneBuilder.Data> records = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      String type = words[2].startsWith("RRSIG/") ? "RRSIG" : words[2];
      owners.add(Name.parse(words[0]));
      records.add(
          new ZoneBuilder.Data(
              RecordType.parse(type).code(),
              Integer.parseInt(words[1]),
              Octets.parseHex(words.length > 3 ? words[3] : "")));
    }
    return ZoneBuilder.of(apex, owners, records);
  }
}
