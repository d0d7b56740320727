package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.rdata.RandomRdata;
import dev.weir.dns.rdata.RdataLayout;
import dev.weir.dns.type.RecordType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Records of every type in the table, through the lexer and the reader of zone files and back.
class EveryTypeZoneTest {
  private static final int RECORDS_OF_TYPE = 40;

  @Test
  void zoneOfEveryTypeIsPrintedAsItWasWritten() {
    List<String> lines = new ArrayList<>();
    for (RdataLayout layout : RdataLayout.all()) {
      if (!layout.type().equals(RecordType.SOA)) {
        lines.addAll(lines(layout));
      }
    }
    String soa = "example. 60 IN SOA . . 1 2 3 4 5";
    Parsing parsing = Parsing.of(soa + "\n" + String.join("\n", lines) + "\n");
    assertThat(parsing.fault()).isEmpty();
    lines.add(soa);
    assertThat(parsing.records()).containsExactlyInAnyOrderElementsOf(lines);
  }

  private static List<String> lines(RdataLayout layout) {
    List<String> lines = new ArrayList<>();
    RandomRdata source = new RandomRdata(new Random(layout.type().code()));
    Set<String> seen = new HashSet<>();
    OctetBuffer text = new OctetBuffer();
    RecordTypeText.print(layout.type().code(), text);
    String type = new String(text.toBytes(), StandardCharsets.US_ASCII);
    for (int i = 0; i < RECORDS_OF_TYPE; i++) {
      byte[] rdata = source.next(layout);
      text.clear();
      RdataPrinter.print(layout.type().code(), rdata, 0, rdata.length, text);
      String printed = new String(text.toBytes(), StandardCharsets.ISO_8859_1);
      if (seen.add(printed)) {
        lines.add("r" + i + "." + layout.type().code() + ".example. 60 IN " + type + " " + printed);
      }
    }
    return lines;
  }
}
