package dev.weir.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixSetTest {
  private record Entry(Prefix prefix, int ge, int le) {
    boolean matches(Prefix other) {
      return prefix.covers(other) && ge <= other.length() && other.length() <= le;
    }
  }

  @Test
  void prefixesCanBeLookedUpByTheirBits() {
    PrefixSet set = new PrefixSet();
    set.addRange(Prefix.parse("10.0.0.0/8"), 8, 24);
    set.add(Prefix.parse("2001:db8::/32"));
    assertThat(set.contains(true, 0x0a010000L << 32, 0, 16)).isTrue();
    assertThat(set.contains(true, 0x0a010000L << 32, 0, 25)).isFalse();
    assertThat(set.contains(false, 0x20010db800000000L, 0, 32)).isTrue();
    assertThat(set.contains(false, 0x0a010000L << 32, 0, 16)).isFalse();
  }

  @Test
  void anEmptySetMatchesNothing() {
    PrefixSet set = new PrefixSet();
    assertThat(set.contains(Prefix.parse("0.0.0.0/0"))).isFalse();
    assertThat(set.covers(Prefix.parse("::/0"))).isFalse();
    assertThat(set.longestMatch(IpAddress.parse("192.0.2.1"))).isNull();
    assertThat(set.size()).isZero();
  }

  @Test
  void aPrefixAddedPlainlyMatchesItselfOnly() {
    PrefixSet set = of("10.0.0.0/8");
    assertThat(set.contains(Prefix.parse("10.0.0.0/8"))).isTrue();
    assertThat(set.contains(Prefix.parse("10.0.0.0/9"))).isFalse();
    assertThat(set.contains(Prefix.parse("0.0.0.0/0"))).isFalse();
    assertThat(set.covers(Prefix.parse("10.0.0.0/9"))).isTrue();
  }

  @Test
  void boundsSayWhichLengthsMatch() {
    PrefixSet set = new PrefixSet();
    set.addRange(Prefix.parse("10.0.0.0/8"), 16, 24);
    assertThat(set.contains(Prefix.parse("10.0.0.0/8"))).isFalse();
    assertThat(set.contains(Prefix.parse("10.0.0.0/15"))).isFalse();
    assertThat(set.contains(Prefix.parse("10.1.0.0/16"))).isTrue();
    assertThat(set.contains(Prefix.parse("10.1.2.0/24"))).isTrue();
    assertThat(set.contains(Prefix.parse("10.1.2.0/25"))).isFalse();
    assertThat(set.contains(Prefix.parse("11.0.0.0/16"))).isFalse();
  }

  @Test
  void aLongerPrefixDoesNotHideTheBoundsOfAShorterOne() {
    PrefixSet set = of("10.1.0.0/16");
    set.addRange(Prefix.parse("10.0.0.0/8"), 24, 24);
    assertThat(set.contains(Prefix.parse("10.1.2.0/24"))).isTrue();
  }

  @Test
  void theDefaultRoutesOfBothFamiliesAreApart() {
    PrefixSet set = of("::/0");
    assertThat(set.contains(Prefix.parse("::/0"))).isTrue();
    assertThat(set.contains(Prefix.parse("0.0.0.0/0"))).isFalse();
    assertThat(set.covers(IpAddress.parse("2001:db8::1"))).isTrue();
    assertThat(set.covers(IpAddress.parse("0.0.0.0"))).isFalse();
  }

  @Test
  void theLongestMatchIsTheMostSpecific() {
    PrefixSet set = of("0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3/32", "2001:db8::/32");
    assertThat(set.longestMatch(IpAddress.parse("10.1.2.3"))).hasToString("10.1.2.3/32");
    assertThat(set.longestMatch(IpAddress.parse("10.1.2.4"))).hasToString("10.1.0.0/16");
    assertThat(set.longestMatch(IpAddress.parse("10.2.2.4"))).hasToString("10.0.0.0/8");
    assertThat(set.longestMatch(IpAddress.parse("11.2.2.4"))).hasToString("0.0.0.0/0");
    assertThat(set.longestMatch(IpAddress.parse("2001:db8::1"))).hasToString("2001:db8::/32");
    assertThat(set.longestMatch(IpAddress.parse("2001:db9::1"))).isNull();
  }

  @Test
  void boundsMustAscend() {
    PrefixSet set = new PrefixSet();
    Prefix prefix = Prefix.parse("10.0.0.0/8");
    assertThatIllegalArgumentException().isThrownBy(() -> set.addRange(prefix, 7, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> set.addRange(prefix, 10, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> set.addRange(prefix, 10, 33));
  }

  @Test
  void aFrozenSetRefusesAdditions() {
    PrefixSet set = of("10.0.0.0/8");
    set.freeze();
    assertThatIllegalStateException().isThrownBy(() -> set.add(Prefix.parse("11.0.0.0/8")));
    assertThat(set.size()).isOne();
  }

  @Test
  void setsAreEqualByContentWhateverTheOrder() {
    assertThat(of("10.0.0.0/8", "::/0", "11.0.0.0/8"))
        .isEqualTo(of("::/0", "11.0.0.0/8", "10.0.0.0/8", "11.0.0.0/8"))
        .hasSameHashCodeAs(of("11.0.0.0/8", "10.0.0.0/8", "::/0"))
        .isNotEqualTo(of("10.0.0.0/8", "11.0.0.0/8"));
    PrefixSet bounded = new PrefixSet();
    bounded.addRange(Prefix.parse("10.0.0.0/8"), 8, 9);
    assertThat(bounded).isNotEqualTo(of("10.0.0.0/8"));
    bounded.add(Prefix.parse("10.0.0.0/8"));
    assertThat(bounded.size()).isOne();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreesWithAListOfAllEntries(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Entry> entries = new ArrayList<>();
    PrefixSet set = new PrefixSet();
    int count = seed % 3 == 0 ? 2000 : 300;
    for (int i = 0; i < count; i++) {
      Prefix prefix = prefix(random, entries);
      int width = prefix.address().width();
      int ge = random.nextInt(3) > 0 ? prefix.length() : random.nextInt(prefix.length(), width + 1);
      int le = random.nextInt(3) > 0 ? ge : random.nextInt(ge, width + 1);
      entries.add(new Entry(prefix, ge, le));
      if (ge == prefix.length() && le == ge) {
        set.add(prefix);
      } else {
        set.addRange(prefix, ge, le);
      }
      if (i % 7 == 0) {
        compare(set, entries, prefix(random, entries));
      }
    }
    for (int i = 0; i < 2000; i++) {
      compare(set, entries, prefix(random, entries));
    }
    set.freeze();
    for (int i = 0; i < 2000; i++) {
      compare(set, entries, prefix(random, entries));
    }
    assertThat(set.prefixes())
        .containsExactlyElementsOf(
            entries.stream().map(Entry::prefix).distinct().sorted().toList());
  }

  @Test
  void everyNestingDepthIsFound() {
    PrefixSet set = new PrefixSet();
    IpAddress address = IpAddress.parse("2001:db8:ffff:1234:5678:9abc:def0:1");
    for (int length = 0; length <= 128; length++) {
      set.add(Prefix.of(address, length));
    }
    for (int length = 0; length <= 128; length++) {
      assertThat(set.contains(Prefix.of(address, length))).isTrue();
    }
    assertThat(set.longestMatch(address)).isEqualTo(Prefix.of(address, 128));
    assertThat(set.longestMatch(IpAddress.parse("2001:db8:ffff:1234:5678:9abc:def0:0")))
        .isEqualTo(Prefix.of(address, 127));
  }

  private static void compare(PrefixSet set, List<Entry> entries, Prefix asked) {
    boolean matched = entries.stream().anyMatch(entry -> entry.matches(asked));
    boolean covered = entries.stream().anyMatch(entry -> entry.prefix.covers(asked));
    assertThat(set.contains(asked)).as("%s in %s", asked, entries).isEqualTo(matched);
    assertThat(set.covers(asked)).as("%s in %s", asked, entries).isEqualTo(covered);
    @Nullable Prefix longest =
        entries.stream()
            .map(Entry::prefix)
            .filter(prefix -> prefix.contains(asked.address()))
            .max((a, b) -> Integer.compare(a.length(), b.length()))
            .orElse(null);
    assertThat(set.longestMatch(asked.address())).isEqualTo(longest);
  }

  /// A prefix near those that are there already, or anywhere.
  private static Prefix prefix(SplittableRandom random, List<Entry> entries) {
    if (!entries.isEmpty() && random.nextInt(3) > 0) {
      Prefix near = entries.get(random.nextInt(entries.size())).prefix;
      int width = near.address().width();
      byte[] octets = new byte[width / 8];
      near.address().write(octets, 0);
      int bit = random.nextInt(width);
      octets[bit / 8] ^= (byte) (random.nextInt(2) << 7 - bit % 8);
      return Prefix.of(read(octets), random.nextInt(width + 1));
    }
    byte[] octets = new byte[random.nextBoolean() ? 4 : 16];
    random.nextBytes(octets);
    octets[0] &= 3;
    return Prefix.of(read(octets), random.nextInt(octets.length * 8 + 1));
  }

  private static IpAddress read(byte[] octets) {
    return octets.length == 4 ? Ipv4Address.read(octets, 0) : Ipv6Address.read(octets, 0);
  }

  private static PrefixSet of(String... prefixes) {
    PrefixSet set = new PrefixSet();
    for (String prefix : prefixes) {
      set.add(Prefix.parse(prefix));
    }
    return set;
  }
}
