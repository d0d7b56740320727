package dev.weir.roto.run;

import static dev.weir.roto.run.RotoListTest.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.inet.PrefixSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {
  @Test
  void aMapKeepsTheOrderOfInsertion() {
    RotoMap map = RotoMap.create();
    assertThat(RotoMap.insert(map, "b", 1)).isNull();
    assertThat(RotoMap.insert(map, "a", 2)).isNull();
    assertThat(RotoMap.insert(map, "b", 3)).isEqualTo(1);
    assertThat(RotoMap.keys(map, new RefList())).isEqualTo(List.of("b", "a"));
    assertThat(RotoMap.values(map, new IntList())).isEqualTo(List.of(3, 2));
    assertThat(RotoMap.remove(map, "b")).isEqualTo(3);
    assertThat(RotoMap.remove(map, "b")).isNull();
    assertThat(map.len()).isOne();
  }

  @Test
  void aMapTellsNoValueFromTheValueNone() {
    RotoMap map = RotoMap.create();
    assertThat(RotoMap.get(map, 1)).isNull();
    RotoMap.put(map, 1, null);
    assertThat(RotoMap.get(map, 1)).isEqualTo(new Some(null));
    assertThat(RotoMap.at(map, 1)).isNull();
    assertFault(Fault.INDEX, () -> RotoMap.at(map, 2));
  }

  @Test
  void keysAreFoundAsNumbers() {
    RotoMap map = RotoMap.create();
    RotoMap.put(map, -0.0, "zero");
    RotoMap.put(map, Double.NaN, "nan");
    assertThat(RotoMap.get(map, 0.0)).isEqualTo("zero");
    assertThat(RotoMap.get(map, Double.NaN)).isEqualTo("nan");
    assertThat(RotoMap.contains(map, 1.0)).isFalse();
  }

  @Test
  void mapsAreEqualByContentAndNotByOrder() {
    RotoMap one = RotoMap.create();
    RotoMap other = RotoMap.create();
    RotoMap.put(one, "a", 1);
    RotoMap.put(one, "b", -0.0);
    RotoMap.put(other, "b", 0.0);
    RotoMap.put(other, "a", 1);
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    RotoMap.put(other, "c", 1);
    assertThat(one).isNotEqualTo(other);
    one.clear();
    assertThat(one.isEmpty()).isTrue();
  }

  @Test
  void aFrozenMapAndSetRefuseChanges() {
    RotoMap map = RotoMap.create();
    map.freeze();
    assertFault(Fault.FROZEN, () -> RotoMap.put(map, 1, 1));
    assertFault(Fault.FROZEN, () -> RotoMap.remove(map, 1));
    assertFault(Fault.FROZEN, map::clear);
    RotoSet set = RotoSet.create();
    set.freeze();
    assertFault(Fault.FROZEN, () -> RotoSet.insert(set, 1));
    assertFault(Fault.FROZEN, () -> RotoSet.remove(set, 1));
    assertFault(Fault.FROZEN, set::clear);
  }

  @Test
  void aSetHoldsEachElementOnce() {
    RotoSet set = RotoSet.from(IntList.of(3, 1, 3, 2));
    assertThat(RotoSet.list(set, new IntList())).isEqualTo(List.of(3, 1, 2));
    assertThat(RotoSet.insert(set, 3)).isFalse();
    assertThat(RotoSet.insert(set, 4)).isTrue();
    assertThat(RotoSet.remove(set, 4)).isTrue();
    assertThat(RotoSet.remove(set, 4)).isFalse();
    assertThat(set).isEqualTo(RotoSet.from(IntList.of(1, 2, 3)));
  }

  @Test
  void setsCombine() {
    RotoSet one = RotoSet.from(IntList.of(1, 2, 3));
    RotoSet other = RotoSet.from(IntList.of(3, 4));
    assertThat(one.union(other)).isEqualTo(RotoSet.from(IntList.of(1, 2, 3, 4)));
    assertThat(one.intersection(other)).isEqualTo(RotoSet.from(IntList.of(3)));
    assertThat(one.difference(other)).isEqualTo(RotoSet.from(IntList.of(1, 2)));
    assertThat(one.intersection(other).isSubset(one)).isTrue();
    assertThat(one.isSubset(other)).isFalse();
  }

  @Test
  void aRegularExpressionFindsCapturesReplacesAndSplits() {
    Regex regex = (Regex) Regex.compile("(\\d+)(?:-(\\d+))?");
    assertThat(regex.isMatch("a1")).isTrue();
    assertThat(regex.isMatch("a")).isFalse();
    assertThat(regex.find("ab12-3c")).isEqualTo("12-3");
    assertThat(regex.find("ab")).isNull();
    assertThat(regex.captures("x7y")).isEqualTo(RefList.of("7", "7", null));
    assertThat(regex.captures("x")).isNull();
    assertThat(regex.findAll("1 2-3 4")).isEqualTo(List.of("1", "2-3", "4"));
    assertThat(regex.replace("1 2", "<$1>")).isEqualTo("<1> <2>");
    assertFault(Fault.ARGUMENT, () -> regex.replace("1", "$9"));
    assertThat(((Regex) Regex.compile(",\\s*")).split(",a, b,"))
        .isEqualTo(List.of("", "a", "b", ""));
    assertThat(regex).isEqualTo(Regex.compile("(\\d+)(?:-(\\d+))?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "a{2,1}",
        "*",
        "\\",
        "(?<",
        "(a)\\1",
        "((a{1000}){1000}){1000}",
        "((((a{30}){30}){30}){30}",
        "a{99999}"
      })
  void aPatternThatIsNoneOrTooLargeIsAnError(String pattern) {
    assertThat(Regex.compile(pattern)).isInstanceOf(Failure.class);
  }

  @Test
  void nestingWithoutEndIsAnErrorToo() {
    assertThat(Regex.compile("(".repeat(100_000))).isInstanceOf(Failure.class);
    assertThat(Regex.compile("(".repeat(400) + ")".repeat(400))).isInstanceOf(Regex.class);
    assertThat(Regex.compile("a".repeat(100_000))).isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255",
    "0.0.0.0/0, 255.255.255.255",
    "10.0.0.1/32, 10.0.0.1",
    "::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff",
    "2001:db8::/65, 2001:db8::7fff:ffff:ffff:ffff",
    "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "::1/128, ::1"
  })
  void theLastAddressOfABlockHasAllHostBitsSet(String prefix, String last) {
    assertThat(Addresses.lastAddress(Prefix.parse(prefix))).isEqualTo(IpAddress.parse(last));
  }

  @Test
  void aPrefixTooLongForItsAddressIsAFault() {
    IpAddress four = IpAddress.parse("10.1.2.3");
    assertThat(Addresses.prefix(four, 8)).hasToString("10.0.0.0/8");
    assertThat(Addresses.prefix(four, 32)).hasToString("10.1.2.3/32");
    assertFault(Fault.PREFIX_LENGTH, () -> Addresses.prefix(four, 33));
    assertFault(Fault.PREFIX_LENGTH, () -> Addresses.prefix(IpAddress.parse("::"), 129));
  }

  @Test
  void aMappedAddressIsSixUntilItIsMadeCanonical() {
    IpAddress mapped = IpAddress.parse("::ffff:1.2.3.4");
    assertThat(Addresses.isIpv6(mapped)).isTrue();
    assertThat(Addresses.toString(mapped)).isEqualTo("::ffff:1.2.3.4");
    assertThat(Addresses.toCanonical(mapped)).hasToString("1.2.3.4");
    assertThat(Addresses.equal(mapped, IpAddress.parse("1.2.3.4"))).isFalse();
    assertThat(Addresses.toCanonical(IpAddress.parse("::1"))).hasToString("::1");
  }

  @Test
  void addressesKnowTheirPurpose() {
    assertThat(Addresses.isPrivate(IpAddress.parse("172.31.0.1"))).isTrue();
    assertThat(Addresses.isPrivate(IpAddress.parse("172.32.0.1"))).isFalse();
    assertThat(Addresses.isDocumentation(IpAddress.parse("2001:db8::1"))).isTrue();
    assertThat(Addresses.isLoopback(IpAddress.parse("::1"))).isTrue();
    assertThat(Addresses.isUnspecified(IpAddress.parse("::"))).isTrue();
    assertThat(Addresses.overlaps(Prefix.parse("10.0.0.0/8"), Prefix.parse("10.1.0.0/16")))
        .isTrue();
    assertThat(Addresses.overlaps(Prefix.parse("10.0.0.0/8"), Prefix.parse("11.0.0.0/8")))
        .isFalse();
    assertThat(Addresses.parsePrefix("10.0.0.1/8")).isNull();
    assertThat(Addresses.parseAsn("AS64496")).isEqualTo(64496);
  }

  @Test
  void setsOfNumbersFailAsScriptsDo() {
    PrefixSet set = NumberSets.prefixes(RefList.of(Prefix.parse("10.0.0.0/8")));
    assertFault(Fault.ARGUMENT, () -> NumberSets.addRange(set, Prefix.parse("10.0.0.0/8"), 1, 2));
    Values.freeze(set);
    assertFault(Fault.FROZEN, () -> NumberSets.add(set, Prefix.parse("11.0.0.0/8")));
    assertThat(NumberSets.list(set)).hasSize(1);
  }

  @Test
  void charactersAreClassifiedByUnicode() {
    assertThat(Characters.isAlphabetic(0xe9)).isTrue();
    assertThat(Characters.isDigit(0x661)).isFalse();
    assertThat(Characters.isAlphanumeric(0x661)).isTrue();
    assertThat(Characters.toDigit('f', 16)).isEqualTo(15);
    assertThat(Characters.toDigit('g', 16)).isNull();
    assertFault(Fault.ARGUMENT, () -> Characters.toDigit('1', 37));
    assertThat(Characters.fromU32(0xd800)).isNull();
    assertThat(Characters.fromU32(-1)).isNull();
    assertThat(Characters.fromU32(0x10ffff)).isEqualTo(0x10ffff);
  }
}
