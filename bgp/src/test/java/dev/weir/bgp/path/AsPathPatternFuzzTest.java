package dev.weir.bgp.path;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.MalformedPattern;
import java.nio.charset.StandardCharsets;

class AsPathPatternFuzzTest {
  /// The first octet says how long the pattern is; what follows it is a path.
  @FuzzTest(maxDuration = "10s")
  void compilesAndMatchesOrRefuses(byte[] data) {
    if (data.length == 0) {
      return;
    }
    int length = Math.min(data[0] & 0xff, data.length - 1);
    AsPathPattern pattern;
    try {
      pattern = AsPathPattern.compile(new String(data, 1, length, StandardCharsets.ISO_8859_1));
    } catch (MalformedPattern refused) {
      return;
    }
    AsPath path = new AsPath(new Octets(data, 1 + length, data.length - 1 - length), true);
    boolean first = pattern.matches(path);
    if (pattern.matches(path) != first) {
      throw new AssertionError("the second answer differs from the first");
    }
  }
}
