package dev.weir.signer.verify;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.text.Entry;
import dev.weir.dns.text.EntryFault;
import dev.weir.dns.text.RdataReader;
import dev.weir.dns.type.RecordType;
import java.util.ArrayList;
import java.util.List;

/// Reads trust anchors as signers and parents write them: DS or DNSKEY records as in a zone file,
/// with or without TTL and class, such as a `dsset-` file, a `.key` file or the output of `dig`.
public final class AnchorText {
  private AnchorText() {}

  /// Reads the anchors of a zone.
  ///
  /// @param text records, in parentheses over several lines or not; comments begin with `;`
  /// @param zone whose anchors are wanted; those of other names are passed over
  /// @throws MalformedText if a record is neither DS nor DNSKEY, is malformed, or there is none for
  ///   the zone
  public static List<Anchor> parse(String text, Name zone) {
    List<Anchor> anchors = new ArrayList<>();
    for (String line : entries(text)) {
      Entry entry = Entry.of(line);
      if (entry.tokens() > 0 && Name.parse(entry.string(0)).equals(zone)) {
        anchors.add(anchor(entry, zone));
      }
    }
    if (anchors.isEmpty()) {
      throw new MalformedText("there is no DS or DNSKEY record of " + zone);
    }
    return anchors;
  }

  /// The records, each on one line without comments.
  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int depth = 0;
    for (String line : text.lines().toList()) {
      int comment = line.indexOf(';');
      String plain = comment < 0 ? line : line.substring(0, comment);
      depth += count(plain, '(') - count(plain, ')');
      open.append(plain.replace('(', ' ').replace(')', ' ')).append(' ');
      if (depth <= 0) {
        if (!open.toString().isBlank()) {
          entries.add(open.toString().strip());
        }
        open.setLength(0);
        depth = 0;
      }
    }
    return entries;
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }

  private static Anchor anchor(Entry entry, Name zone) {
    for (int token = 1; token < entry.tokens() && token <= 3; token++) {
      String word = entry.string(token);
      boolean number = word.chars().allMatch(c -> c >= '0' && c <= '9');
      if (number || entry.is(token, "in") || !RecordType.parseable(word)) {
        continue;
      }
      OctetBuffer rdata = new OctetBuffer();
      RecordType type = RecordType.parse(word);
      try {
        new RdataReader().read(type, entry, token + 1, zone, rdata);
        return new Anchor(type, Octets.of(rdata.toBytes()));
      } catch (EntryFault fault) {
        throw new MalformedText(zone + " " + type + ": " + fault.getMessage());
      } catch (IllegalArgumentException wrong) {
        throw new MalformedText(zone + ": " + wrong.getMessage());
      }
    }
    throw new MalformedText("a record of " + zone + " has no type");
  }
}
