package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixCursorTest {
  @Test
  void stepsOverPrefixes() {
    Octets nlri = Octets.parseHex("00" + "08" + "0a" + "18c00002" + "20c0000201" + "19c0000280");
    assertThat(prefixes(PrefixCursor.over4(nlri, false)))
        .containsExactly(
            "0.0.0.0/0", "10.0.0.0/8", "192.0.2.0/24", "192.0.2.1/32", "192.0.2.128/25");
  }

  @Test
  void stepsOverPathIdentifiers() {
    PrefixCursor cursor = PrefixCursor.over4(Octets.parseHex("ffffffff080a0000000100"), true);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.pathId()).isEqualTo(-1);
    assertThat(cursor.prefix()).hasToString("10.0.0.0/8");
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.pathId()).isEqualTo(1);
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.isTorn()).isFalse();
  }

  @Test
  void dropsBitsBehindTheLength() {
    assertThat(prefixes(PrefixCursor.over4(Octets.parseHex("070b" + "19c00002ff"), false)))
        .containsExactly("10.0.0.0/7", "192.0.2.128/25");
    assertThat(
            prefixes(PrefixCursor.over6(Octets.parseHex("41" + "20010db800000000" + "ff"), false)))
        .containsExactly("2001:db8:0:0:8000::/65");
    assertThat(prefixes(PrefixCursor.over6(Octets.parseHex("21" + "20010db8ff"), false)))
        .containsExactly("2001:db8:8000::/33");
  }

  @ParameterizedTest
  @ValueSource(strings = {"21c000020100", "18c000", "ff", "08"})
  void endsAtAPrefixThatCannotBe(String hex) {
    PrefixCursor cursor = PrefixCursor.over4(Octets.parseHex("080a" + hex), false);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.isTorn()).isTrue();
    assertThat(cursor.start()).isEqualTo(2);
  }

  @Test
  void aPathIdentifierAloneIsTorn() {
    PrefixCursor cursor = PrefixCursor.over4(Octets.parseHex("00000001"), true);
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.isTorn()).isTrue();
  }

  /// What was written is read, wherever it lies in its array.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readsWhatWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (AfiSafi family : List.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_MULTICAST)) {
      for (boolean pathIds : new boolean[] {false, true}) {
        List<String> expected = new ArrayList<>();
        byte[] octets = new byte[8192];
        int before = random.nextInt(20);
        int at = before;
        for (int i = random.nextInt(40); i > 0; i--) {
          int width = family.addressOctets();
          int length = random.nextInt(width * 8 + 1);
          byte[] address = new byte[16];
          random.nextBytes(address);
          IpAddress ip = width == 4 ? Ipv4Address.read(address, 0) : Ipv6Address.read(address, 0);
          int pathId = random.nextInt();
          expected.add((pathIds ? pathId + " " : "") + Prefix.of(ip, length));
          if (pathIds) {
            for (int shift = 24; shift >= 0; shift -= 8) {
              octets[at++] = (byte) (pathId >> shift);
            }
          }
          octets[at++] = (byte) length;
          System.arraycopy(address, 0, octets, at, (length + 7) / 8);
          at += (length + 7) / 8;
        }
        byte[] exact = Arrays.copyOf(octets, random.nextBoolean() ? at : octets.length);
        PrefixCursor cursor =
            PrefixCursor.over(new Octets(exact, before, at - before), family, pathIds);
        List<String> found = new ArrayList<>();
        while (cursor.next()) {
          found.add((pathIds ? cursor.pathId() + " " : "") + cursor.prefix());
          assertThat(cursor.prefix().address()).isEqualTo(cursor.address());
        }
        assertThat(cursor.isTorn()).isFalse();
        assertThat(cursor.start()).isEqualTo(at);
        assertThat(found).isEqualTo(expected);
      }
    }
  }

  private static List<String> prefixes(PrefixCursor cursor) {
    List<String> all = new ArrayList<>();
    while (cursor.next()) {
      all.add(cursor.prefix().toString());
    }
    return all;
  }
}
