package dev.weir.bgp.rtr;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.RouterKey;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Messages as octets, both ways. What is read is written again octet for octet.
public final class RtrCodec {
  /// Octets of what all messages begin with.
  public static final int HEADER = 8;

  /// The longest message that is read; a longer one cannot be meant.
  public static final int MOST_OCTETS = 1 << 18;

  /// The newest version.
  public static final int NEWEST = 2;

  private static final int SERIAL_NOTIFY = 0;
  private static final int SERIAL_QUERY = 1;
  private static final int RESET_QUERY = 2;
  private static final int CACHE_RESPONSE = 3;
  private static final int IPV4_PREFIX = 4;
  private static final int IPV6_PREFIX = 6;
  private static final int END_OF_DATA = 7;
  private static final int CACHE_RESET = 8;
  private static final int ROUTER_KEY = 9;
  private static final int ERROR_REPORT = 10;
  private static final int ASPA = 11;

  private RtrCodec() {}

  /// Returns how long the message is that begins here, or -1 as long as its length has not arrived.
  ///
  /// @throws RtrFault if the length is impossible
  public static int measure(Octets arrived) {
    if (arrived.length() < HEADER) {
      return -1;
    }
    long length = arrived.u32(4);
    if (length < HEADER || length > MOST_OCTETS) {
      throw new RtrFault(RtrError.CORRUPT_DATA, "a message of " + length + " octets");
    }
    return (int) length;
  }

  /// Reads one whole message. The octets are not copied where the message keeps any.
  ///
  /// @throws RtrFault if it is none; says what to report
  public static RtrPdu read(Octets pdu) {
    if (pdu.length() < HEADER || pdu.u32(4) != pdu.length()) {
      throw new RtrFault(RtrError.CORRUPT_DATA, "the length is not that of the message");
    }
    int version = pdu.u8(0);
    if (version > NEWEST) {
      throw new RtrFault(RtrError.UNSUPPORTED_VERSION, "version " + version);
    }
    int field = pdu.u16(2);
    return switch (pdu.u8(1)) {
      case SERIAL_NOTIFY -> {
        exactly(pdu, 12);
        yield new RtrPdu.SerialNotify(version, field, new RtrSerial(pdu.i32(8)));
      }
      case SERIAL_QUERY -> {
        exactly(pdu, 12);
        yield new RtrPdu.SerialQuery(version, field, new RtrSerial(pdu.i32(8)));
      }
      case RESET_QUERY -> {
        exactly(pdu, 8);
        yield new RtrPdu.ResetQuery(version, field);
      }
      case CACHE_RESPONSE -> {
        exactly(pdu, 8);
        yield new RtrPdu.CacheResponse(version, field);
      }
      case IPV4_PREFIX -> prefix(pdu, 4);
      case IPV6_PREFIX -> prefix(pdu, 16);
      case END_OF_DATA -> endOfData(pdu);
      case CACHE_RESET -> {
        exactly(pdu, 8);
        yield new RtrPdu.CacheReset(version, field);
      }
      case ERROR_REPORT -> errorReport(pdu);
      case ROUTER_KEY -> version < 1 ? unknown(pdu) : routerKey(pdu);
      case ASPA -> version < 2 ? unknown(pdu) : aspa(pdu);
      default -> unknown(pdu);
    };
  }

  private static RtrPdu unknown(Octets pdu) {
    return new RtrPdu.UnknownPdu(pdu.u8(0), pdu.u8(1), pdu.u16(2), from(pdu, HEADER));
  }

  private static Octets from(Octets pdu, int offset) {
    return new Octets(pdu.array(), pdu.offset() + offset, pdu.length() - offset);
  }

  private static void exactly(Octets pdu, int length) {
    if (pdu.length() != length) {
      throw new RtrFault(
          RtrError.CORRUPT_DATA,
          "type " + pdu.u8(1) + " has " + length + " octets, not " + pdu.length());
    }
  }

  private static void atLeast(Octets pdu, int length) {
    if (pdu.length() < length) {
      throw new RtrFault(
          RtrError.CORRUPT_DATA,
          "type " + pdu.u8(1) + " has at least " + length + " octets, not " + pdu.length());
    }
  }

  private static RtrPdu prefix(Octets pdu, int width) {
    exactly(pdu, 16 + width);
    int length = pdu.u8(9);
    int most = pdu.u8(10);
    if (length > 8 * width || most > 8 * width || length > most) {
      throw new RtrFault(
          RtrError.CORRUPT_DATA, "a prefix of length " + length + " up to length " + most);
    }
    int at = pdu.offset() + 12;
    Prefix prefix =
        width == 4
            ? Prefix.of(Ipv4Address.read(pdu.array(), at), length)
            : Prefix.of(Ipv6Address.read(pdu.array(), at), length);
    Vrp vrp = new Vrp(prefix, most, new Asn(pdu.i32(12 + width)));
    RtrPdu read = new RtrPdu.PrefixPdu(pdu.u8(0), pdu.u8(8), vrp, pdu.u16(2) << 8 | pdu.u8(11));
    if (!write(read).equals(pdu)) {
      throw new RtrFault(RtrError.CORRUPT_DATA, "bits behind the length of " + prefix + " are set");
    }
    return read;
  }

  private static RtrPdu endOfData(Octets pdu) {
    int version = pdu.u8(0);
    exactly(pdu, version == 0 ? 12 : 24);
    RtrSerial serial = new RtrSerial(pdu.i32(8));
    return version == 0
        ? new RtrPdu.EndOfData(version, pdu.u16(2), serial, 0, 0, 0)
        : new RtrPdu.EndOfData(version, pdu.u16(2), serial, pdu.i32(12), pdu.i32(16), pdu.i32(20));
  }

  private static RtrPdu routerKey(Octets pdu) {
    atLeast(pdu, 32);
    RouterKey key =
        new RouterKey(
            new Asn(pdu.i32(28)),
            new Octets(pdu.array(), pdu.offset() + HEADER, 20),
            from(pdu, 32));
    return new RtrPdu.RouterKeyPdu(pdu.u8(0), pdu.u8(2), pdu.u8(3), key);
  }

  private static RtrPdu errorReport(Octets pdu) {
    atLeast(pdu, 16);
    long inner = pdu.u32(8);
    if (inner > pdu.length() - 16) {
      throw new RtrFault(RtrError.CORRUPT_DATA, "a message in the report of " + inner + " octets");
    }
    int textAt = 12 + (int) inner;
    long text = pdu.u32(textAt);
    if (text != pdu.length() - textAt - 4) {
      throw new RtrFault(RtrError.CORRUPT_DATA, "a text in the report of " + text + " octets");
    }
    return new RtrPdu.ErrorReport(
        pdu.u8(0),
        new RtrError(pdu.u16(2)),
        new Octets(pdu.array(), pdu.offset() + 12, (int) inner),
        from(pdu, textAt + 4));
  }

  private static RtrPdu aspa(Octets pdu) {
    atLeast(pdu, 12);
    if (pdu.length() % 4 != 0) {
      throw new RtrFault(RtrError.CORRUPT_DATA, "an ASPA of " + pdu.length() + " octets");
    }
    List<Asn> providers = new ArrayList<>();
    for (int at = 12; at < pdu.length(); at += 4) {
      providers.add(new Asn(pdu.i32(at)));
    }
    return new RtrPdu.AspaPdu(pdu.u8(0), pdu.u8(2), pdu.u8(3), new Asn(pdu.i32(HEADER)), providers);
  }

  /// Writes a message.
  public static Octets write(RtrPdu pdu) {
    return switch (pdu) {
      case RtrPdu.SerialNotify p -> serial(p.version(), SERIAL_NOTIFY, p.session(), p.serial());
      case RtrPdu.SerialQuery p -> serial(p.version(), SERIAL_QUERY, p.session(), p.serial());
      case RtrPdu.ResetQuery p -> done(begin(p.version(), RESET_QUERY, p.reserved(), 8));
      case RtrPdu.CacheResponse p -> done(begin(p.version(), CACHE_RESPONSE, p.session(), 8));
      case RtrPdu.CacheReset p -> done(begin(p.version(), CACHE_RESET, p.reserved(), 8));
      case RtrPdu.PrefixPdu p -> prefix(p);
      case RtrPdu.EndOfData p -> {
        ByteBuffer out = begin(p.version(), END_OF_DATA, p.session(), p.version() == 0 ? 12 : 24);
        out.putInt(p.serial().bits());
        if (p.version() > 0) {
          out.putInt(p.refresh()).putInt(p.retry()).putInt(p.expire());
        }
        yield done(out);
      }
      case RtrPdu.RouterKeyPdu p -> {
        Octets key = p.key().publicKey();
        ByteBuffer out =
            begin(p.version(), ROUTER_KEY, p.flags() << 8 | p.reserved(), 32 + key.length());
        put(out, p.key().keyIdentifier());
        out.putInt(p.key().asn().bits());
        put(out, key);
        yield done(out);
      }
      case RtrPdu.ErrorReport p -> {
        int length = 16 + p.erroneous().length() + p.text().length();
        ByteBuffer out = begin(p.version(), ERROR_REPORT, p.error().code(), length);
        out.putInt(p.erroneous().length());
        put(out, p.erroneous());
        out.putInt(p.text().length());
        put(out, p.text());
        yield done(out);
      }
      case RtrPdu.AspaPdu p -> {
        int length = 12 + 4 * p.providers().size();
        ByteBuffer out = begin(p.version(), ASPA, p.flags() << 8 | p.reserved(), length);
        out.putInt(p.customer().bits());
        p.providers().forEach(provider -> out.putInt(provider.bits()));
        yield done(out);
      }
      case RtrPdu.UnknownPdu p -> {
        ByteBuffer out = begin(p.version(), p.type(), p.field(), HEADER + p.body().length());
        put(out, p.body());
        yield done(out);
      }
    };
  }

  private static Octets prefix(RtrPdu.PrefixPdu pdu) {
    Vrp vrp = pdu.vrp();
    boolean four = vrp.prefix() instanceof Prefix4;
    ByteBuffer out =
        begin(
            pdu.version(), four ? IPV4_PREFIX : IPV6_PREFIX, pdu.reserved() >>> 8, four ? 20 : 32);
    out.put((byte) pdu.flags()).put((byte) vrp.prefix().length());
    out.put((byte) vrp.maxLength()).put((byte) pdu.reserved());
    switch (vrp.prefix()) {
      case Prefix4 p -> out.putInt(p.bits());
      case Prefix6 p -> out.putLong(p.high()).putLong(p.low());
    }
    return done(out.putInt(vrp.origin().bits()));
  }

  private static Octets serial(int version, int type, int session, RtrSerial serial) {
    return done(begin(version, type, session, 12).putInt(serial.bits()));
  }

  private static ByteBuffer begin(int version, int type, int field, int length) {
    ByteBuffer out = ByteBuffer.allocate(length);
    out.put((byte) version).put((byte) type).putShort((short) field).putInt(length);
    return out;
  }

  private static void put(ByteBuffer out, Octets octets) {
    out.put(octets.array(), octets.offset(), octets.length());
  }

  private static Octets done(ByteBuffer out) {
    byte[] octets = new byte[out.position()];
    out.get(0, octets);
    return Octets.of(octets);
  }
}
