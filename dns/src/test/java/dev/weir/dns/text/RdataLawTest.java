package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.rdata.CanonicalRdata;
import dev.weir.dns.rdata.RandomRdata;
import dev.weir.dns.rdata.RdataLayout;
import dev.weir.dns.wire.RdataExpander;
import dev.weir.dns.wire.RdataValidator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RdataLawTest {
  private static final int ROUNDS = 200;
  private static final Name ORIGIN = Name.parse("Zc.aZb.");

  static Stream<RdataLayout> layouts() {
    return RdataLayout.all().stream();
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  private static byte[] read(int type, String text, Name origin) throws EntryFault {
    OctetBuffer out = new OctetBuffer(1);
    out.u8(0x55);
    new RdataReader().read(type, Entry.of(text), 0, origin, out);
    return Arrays.copyOfRange(out.array(), 1, out.length());
  }

  private static String print(int type, byte[] rdata, Name origin) {
    OctetBuffer out = new OctetBuffer(1);
    RdataPrinter.print(type, rdata, 0, rdata.length, origin, out);
    return new String(out.toBytes(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void printedDataIsReadBackIntoTheSameOctets(RdataLayout layout) throws EntryFault {
    int type = layout.type().code();
    RandomRdata source = new RandomRdata(new Random(type));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] rdata = source.next(layout);
      RdataValidator.validate(type, rdata, 0, rdata.length);
      String text = print(type, rdata, Name.ROOT);
      assertThat(hex(read(type, text, Name.ROOT))).as(text).isEqualTo(hex(rdata));
      String relative = print(type, rdata, ORIGIN);
      assertThat(hex(read(type, relative, ORIGIN))).as(relative).isEqualTo(hex(rdata));
      if (rdata.length > 0 && type < RecordTypeText.PRIVATE_USE) {
        assertThat(text.startsWith("\\#")).as(text).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void genericFormIsReadBackIntoTheSameOctets(RdataLayout layout) throws EntryFault {
    int type = layout.type().code();
    RandomRdata source = new RandomRdata(new Random(type));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] rdata = source.next(layout);
      OctetBuffer out = new OctetBuffer();
      RdataPrinter.printGeneric(rdata, 0, rdata.length, out);
      String text = new String(out.toBytes(), StandardCharsets.ISO_8859_1);
      assertThat(hex(read(type, text, Name.ROOT))).isEqualTo(hex(rdata));
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyTruncationIsRefusedOrReadsBack(RdataLayout layout) throws EntryFault {
    int type = layout.type().code();
    RandomRdata source = new RandomRdata(new Random(type));
    for (int i = 0; i < ROUNDS / 10; i++) {
      byte[] rdata = source.next(layout);
      for (int length = 0; length < rdata.length; length++) {
        byte[] cut = Arrays.copyOf(rdata, length);
        try {
          RdataValidator.validate(type, cut, 0, length);
        } catch (MalformedWire e) {
          assertThat(e.offset()).isBetween(0, length);
          assertThat(print(type, cut, Name.ROOT)).startsWith("\\# " + length);
          continue;
        }
        assertThat(hex(read(type, print(type, cut, Name.ROOT), Name.ROOT))).isEqualTo(hex(cut));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void validDataExpandsToItself(RdataLayout layout) {
    int type = layout.type().code();
    RandomRdata source = new RandomRdata(new Random(type));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] rdata = source.next(layout);
      OctetBuffer message = new OctetBuffer();
      message.bytes(new byte[12]).bytes(rdata).u8(0x77);
      OctetBuffer out = new OctetBuffer();
      RdataExpander.expand(type, message.array(), 0, message.length(), 12, rdata.length, out);
      assertThat(hex(out.toBytes())).isEqualTo(hex(rdata));
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void canonicalFormIsReachedInOneStep(RdataLayout layout) {
    int type = layout.type().code();
    RandomRdata source = new RandomRdata(new Random(type));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] rdata = source.next(layout);
      OctetBuffer out = new OctetBuffer();
      CanonicalRdata.append(type, rdata, 0, rdata.length, out);
      byte[] canonical = out.toBytes();
      assertThat(CanonicalRdata.canonical(type, canonical, 0, canonical.length)).isTrue();
      assertThat(CanonicalRdata.canonical(type, rdata, 0, rdata.length))
          .isEqualTo(Arrays.equals(rdata, canonical));
      assertThat(new String(canonical, StandardCharsets.ISO_8859_1))
          .isEqualToIgnoringCase(new String(rdata, StandardCharsets.ISO_8859_1));
      RdataValidator.validate(type, canonical, 0, canonical.length);
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aFlippedBitThrowsNothingButMalformedWire(RdataLayout layout) {
    int type = layout.type().code();
    Random random = new Random(type);
    RandomRdata source = new RandomRdata(random);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] rdata = source.next(layout);
      if (rdata.length == 0) {
        continue;
      }
      rdata[random.nextInt(rdata.length)] ^= (byte) (1 << random.nextInt(8));
      OctetBuffer out = new OctetBuffer();
      out.u8(1);
      try {
        RdataExpander.expand(type, rdata, 0, rdata.length, 0, rdata.length, out);
      } catch (MalformedWire e) {
        assertThat(out.length()).isEqualTo(1);
      }
    }
  }
}
