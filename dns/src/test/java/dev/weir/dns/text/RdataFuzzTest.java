package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import dev.weir.dns.wire.RdataValidator;
import java.nio.charset.StandardCharsets;

class RdataFuzzTest {
  /// Two octets of type, then record data: what is valid is read back from its own text.
  @FuzzTest(maxDuration = "10s")
  void validDataIsReadBackFromItsText(byte[] data) throws EntryFault {
    if (data.length < 2) {
      return;
    }
    int type = Octets.u16(data, 0);
    int length = data.length - 2;
    try {
      RdataValidator.validate(type, data, 2, length);
    } catch (MalformedWire e) {
      assertThat(e.offset()).isBetween(0, length);
      return;
    }
    OctetBuffer text = new OctetBuffer();
    RdataPrinter.print(type, data, 2, length, text);
    Entry entry = Entry.of(new String(text.toBytes(), StandardCharsets.ISO_8859_1));
    OctetBuffer read = new OctetBuffer();
    new RdataReader().read(type, entry, 0, Name.ROOT, read);
    assertThat(read.view()).isEqualTo(new Octets(data, 2, length));

    OctetBuffer canonical = new OctetBuffer();
    CanonicalRdata.append(type, data, 2, length, canonical);
    RdataValidator.validate(type, canonical.array(), 0, canonical.length());
  }
}
