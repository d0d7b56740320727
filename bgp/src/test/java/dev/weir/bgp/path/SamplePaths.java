package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Random paths of few different AS numbers, so that patterns meet them.
final class SamplePaths {
  private static final long[] ASNS = {
    1, 7, 12, 65, 100, 701, 702, 3356, 65000, 65001, 64512, 4200000000L
  };

  private SamplePaths() {}

  static long asn(RandomGenerator random) {
    return ASNS[random.nextInt(ASNS.length)];
  }

  /// One of up to six segments, most of them sequences, some empty.
  static AsPath next(RandomGenerator random) {
    int segments = random.nextInt(4);
    boolean wide = random.nextInt(3) > 0;
    byte[] octets = new byte[0];
    for (int i = 0; i < segments; i++) {
      int kind = random.nextInt(3) > 0 ? AsPath.AS_SEQUENCE : 1 + random.nextInt(5);
      int count = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4);
      Asn[] asns = new Asn[count];
      for (int j = 0; j < count; j++) {
        asns[j] = new Asn((int) asn(random) & (wide ? -1 : 0xffff));
      }
      octets = append(octets, kind, asns, wide ? 4 : 2);
    }
    return new AsPath(Octets.of(octets), wide);
  }

  private static byte[] append(byte[] before, int kind, Asn[] asns, int width) {
    byte[] octets = Arrays.copyOf(before, before.length + 2 + asns.length * width);
    int at = before.length;
    octets[at++] = (byte) kind;
    octets[at++] = (byte) asns.length;
    for (Asn asn : asns) {
      for (int shift = 8 * width - 8; shift >= 0; shift -= 8) {
        octets[at++] = (byte) (asn.bits() >>> shift);
      }
    }
    return octets;
  }

  /// A path of a text such as `1 2 {3,4} (5) [6,7]`.
  static AsPath parse(String text) {
    AsPathBuilder builder = new AsPathBuilder();
    Matcher part = Pattern.compile("([{(\\[]?)([0-9][0-9 ,]*)").matcher(text);
    while (part.find()) {
      int kind =
          switch (part.group(1)) {
            case "{" -> AsPath.AS_SET;
            case "(" -> AsPath.AS_CONFED_SEQUENCE;
            case "[" -> AsPath.AS_CONFED_SET;
            default -> AsPath.AS_SEQUENCE;
          };
      builder.segment(
          kind,
          Arrays.stream(part.group(2).trim().split("[ ,]+")).map(Asn::parse).toArray(Asn[]::new));
    }
    return builder.build();
  }
}
