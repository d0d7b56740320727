package dev.weir.dns.rdata;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Valid record data of any type in the table, made field by field.
public final class RandomRdata {
  private final RandomGenerator random;

  /// A source that repeats itself for the same generator.
  public RandomRdata(RandomGenerator random) {
    this.random = random;
  }

  /// Record data for a row of the table.
  public byte[] next(RdataLayout layout) {
    OctetBuffer out = new OctetBuffer();
    for (int i = 0; i < layout.size(); i++) {
      append(layout.field(i), out);
    }
    return out.toBytes();
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private void octets(int count, OctetBuffer out) {
    for (int i = 0; i < count; i++) {
      out.u8(below(256));
    }
  }

  private void append(Field field, OctetBuffer out) {
    switch (field) {
      case NAME_COMPRESSED, NAME_EXPANDED, NAME_FOLDED, NAME_KEPT -> name(out);
      case NAMES_KEPT -> {
        for (int i = below(4); i > 0; i--) {
          name(out);
        }
      }
      case U8,
          U16,
          U32,
          U64,
          IPV4,
          TYPE,
          TIME,
          PERIOD,
          ALGORITHM,
          DIGEST_TYPE,
          CERTIFICATE_TYPE,
          DSYNC_SCHEME,
          EUI48,
          EUI64,
          NODE ->
          octets(field.width(), out);
      case IPV6 -> ipv6(out);
      case STRING -> string(0, out);
      case STRING_OPTIONAL -> {
        if (random.nextBoolean()) {
          string(0, out);
        }
      }
      case STRINGS -> {
        for (int i = 1 + below(3); i > 0; i--) {
          string(0, out);
        }
      }
      case TEXT, BASE64_OPTIONAL, BASE64_DASH, OPAQUE -> octets(below(60), out);
      case QUOTED, BASE64, HEX, NSAP -> octets(1 + below(60), out);
      case DS_DIGEST, CDS_DIGEST -> dsDigest(out);
      case FINGERPRINT -> {
        int[] sizes = {5, 20, 32};
        int kind = below(3);
        out.array()[out.length() - 1] = (byte) kind;
        octets(sizes[kind], out);
      }
      case ZONE_DIGEST -> {
        int[] sizes = {20, 48, 64};
        int hash = below(3);
        out.array()[out.length() - 1] = (byte) hash;
        octets(sizes[hash], out);
      }
      case TYPE_BITMAP -> bitmap(1, out);
      case TYPE_BITMAP_OPTIONAL -> bitmap(0, out);
      case NXT_BITMAP -> {
        out.u8(below(128));
        octets(below(15), out);
        out.u8(1 + below(127));
      }
      case SALT -> string(0, out);
      case HASH -> string(1, out);
      case DIGITS -> out.u8(5).latin1("31" + (100 + below(900)));
      case FLAGS -> out.u8(2).latin1("uS");
      case SUBSTITUTION -> out.u8(11).latin1("!(.)!a\\1\"!i");
      case CAA_TAG -> {
        int length = 1 + below(15);
        out.u8(length);
        for (int i = 0; i < length; i++) {
          out.u8("issuewildIODEF0129".charAt(below(18)));
        }
      }
      default -> appendRare(field, out);
    }
  }

  private void appendRare(Field field, OctetBuffer out) {
    switch (field) {
      case LOCATION -> {
        out.u8(0);
        for (int i = 0; i < 3; i++) {
          int mantissa = below(10);
          out.u8(mantissa << 4 | (mantissa == 0 ? 0 : below(10)));
        }
        out.i32((int) ((1L << 31) + random.nextInt(-324_000_000, 324_000_001)));
        out.i32((int) ((1L << 31) + random.nextInt(-648_000_000, 648_000_001)));
        out.i32(random.nextInt());
      }
      case PREFIXES -> {
        for (int i = below(4); i > 0; i--) {
          prefix(out);
        }
      }
      case SERVICE_PARAMS -> serviceParams(out);
      case GATEWAY -> {
        int kind = below(4);
        out.array()[out.length() - 2] = (byte) kind;
        gateway(kind, out);
      }
      case RELAY -> {
        int kind = below(4);
        out.u8(below(2) << 7 | kind);
        gateway(kind, out);
      }
      case HOST_IDENTITY -> {
        int tag = 1 + below(30);
        int key = 1 + below(90);
        out.u8(tag).u8(below(256)).u16(key);
        octets(tag + key, out);
      }
      case SERVICES -> {
        out.u8(below(256));
        if (random.nextBoolean()) {
          octets(below(40), out);
          out.u8(1 + below(255));
        }
      }
      case A6_SUFFIX -> {
        int prefix = below(129);
        out.u8(prefix);
        int start = out.length();
        octets((128 - prefix + 7) / 8, out);
        if (prefix < 128) {
          out.array()[start] &= (byte) (0xff >> prefix % 8);
        }
      }
      case A6_NAME -> {
        if (out.array()[0] != 0) {
          name(out);
        }
      }
      default -> throw new IllegalStateException("no generator for " + field);
    }
  }

  /// A name of any octets, with letters in both cases most of the time.
  public void name(OctetBuffer out) {
    int room = below(12) == 0 ? 254 : 40;
    for (int labels = below(5); labels > 0 && room > 2; labels--) {
      int length = 1 + below(Math.min(63, room - 1));
      room -= length + 1;
      out.u8(length);
      for (int i = 0; i < length; i++) {
        out.u8(below(8) == 0 ? below(256) : "aZbYcX-_0.\\@$\"".charAt(below(14)));
      }
    }
    out.u8(0);
  }

  private void string(int least, OctetBuffer out) {
    int length = below(20) == 0 ? 255 : least + below(30);
    out.u8(length);
    octets(length, out);
  }

  private void ipv6(OctetBuffer out) {
    int mode = below(3);
    for (int i = 0; i < 8; i++) {
      boolean mapped = mode == 0;
      if (mapped && i < 6) {
        out.u16(i == 5 ? 0xffff : 0);
      } else {
        out.u16(random.nextBoolean() ? 0 : below(0x10000) >> below(16));
      }
    }
  }

  private void dsDigest(OctetBuffer out) {
    int[] sizes = {1, 20, 32, 32, 48, 32, 32, 7};
    int type = below(sizes.length);
    out.array()[out.length() - 1] = (byte) type;
    octets(sizes[type], out);
  }

  private void bitmap(int least, OctetBuffer out) {
    TreeSet<Integer> windows = new TreeSet<>();
    for (int i = least + below(3); i > 0; i--) {
      windows.add(random.nextBoolean() ? 0 : below(256));
    }
    for (int window : windows) {
      int octets = 1 + below(32);
      out.u8(window).u8(octets);
      octets(octets - 1, out);
      out.u8(1 + below(255));
    }
  }

  private void prefix(OctetBuffer out) {
    boolean four = random.nextBoolean();
    int octets = below(four ? 5 : 17);
    out.u16(four ? 1 : 2).u8(below(four ? 33 : 129)).u8(below(2) << 7 | octets);
    if (octets > 0) {
      octets(octets - 1, out);
      out.u8(1 + below(255));
    }
  }

  private void gateway(int kind, OctetBuffer out) {
    switch (kind) {
      case 1 -> octets(4, out);
      case 2 -> ipv6(out);
      case 3 -> name(out);
      default -> {
        // Kind 0 has no gateway.
      }
    }
  }

  private void serviceParams(OctetBuffer out) {
    Map<Integer, byte[]> params = new TreeMap<>();
    for (int i = below(7); i > 0; i--) {
      int key = below(4) == 0 ? below(65_535) : 1 + below(12);
      OctetBuffer value = new OctetBuffer();
      serviceValue(key, value);
      params.put(key, value.toBytes());
    }
    params.remove(0);
    if (!params.containsKey(1)) {
      params.remove(2);
    }
    if (!params.isEmpty() && random.nextBoolean()) {
      OctetBuffer value = new OctetBuffer();
      params.keySet().stream().limit(1 + below(3)).forEach(value::u16);
      params.put(0, value.toBytes());
    }
    params.forEach((key, value) -> out.u16(key).u16(value.length).bytes(value));
  }

  private void serviceValue(int key, OctetBuffer out) {
    switch (key) {
      case 1, 10 -> {
        for (int i = 1 + below(3); i > 0; i--) {
          int length = 1 + below(8);
          out.u8(length);
          for (int j = 0; j < length; j++) {
            out.u8(random.nextBoolean() ? "\\,\"h".charAt(below(4)) : below(256));
          }
        }
      }
      case 2, 8 -> {
        // No value.
      }
      case 3 -> octets(2, out);
      case 4 -> octets(4 * (1 + below(3)), out);
      case 6 -> octets(16 * (1 + below(3)), out);
      case 9 -> octets(2 * (1 + below(3)), out);
      case 5 -> octets(1 + below(50), out);
      case 7 -> {
        out.u8('/');
        for (int i = below(20); i > 0; i--) {
          out.u8(below(0x7a));
        }
        out.latin1("{?dns}");
      }
      default -> octets(below(30), out);
    }
  }
}
