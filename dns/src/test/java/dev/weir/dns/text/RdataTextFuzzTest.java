package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.wire.RdataValidator;
import java.nio.charset.StandardCharsets;

class RdataTextFuzzTest {
  private static final Name ORIGIN = Name.parse("Example.");

  /// Two octets of type, then text: what is accepted is valid, and printed so that it reads back.
  @FuzzTest(maxDuration = "10s")
  void acceptedTextIsValidAndReadsBack(byte[] data) throws EntryFault {
    if (data.length < 2) {
      return;
    }
    int type = Octets.u16(data, 0);
    RdataReader reader = new RdataReader();
    OctetBuffer rdata = new OctetBuffer();
    try {
      reader.read(type, entry(data, 2), 0, ORIGIN, rdata);
    } catch (EntryFault e) {
      assertThat(rdata.length()).isZero();
      return;
    }
    RdataValidator.validate(type, rdata.array(), 0, rdata.length());
    OctetBuffer text = new OctetBuffer();
    RdataPrinter.print(type, rdata.array(), 0, rdata.length(), ORIGIN, text);
    OctetBuffer again = new OctetBuffer();
    reader.read(type, entry(text.toBytes(), 0), 0, ORIGIN, again);
    assertThat(again.view()).isEqualTo(rdata.view());
  }

  private static Entry entry(byte[] text, int from) {
    return Entry.of(new String(text, from, text.length - from, StandardCharsets.ISO_8859_1));
  }
}
