package dev.weir.bgp.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsPathTest {
  /// A confederation sequence, a sequence, and a set, in two-octet numbers.
  private static final AsPath MIXED = two("0302fde8fde9" + "020200010002" + "010200030004");

  @Test
  void printsSegmentsAsRoutersDo() {
    assertThat(MIXED).hasToString("(65000 65001) 1 2 {3,4}");
    assertThat(two("0402fde8fde9")).hasToString("[65000,65001]");
    assertThat(AsPath.EMPTY).hasToString("");
  }

  @Test
  void countsASetOnceAndConfederationsNever() {
    assertThat(MIXED.hops()).isEqualTo(3);
    assertThat(MIXED.count()).isEqualTo(6);
    assertThat(four("02030000000100000001000000020102000000020000000a").uniqueCount()).isEqualTo(3);
  }

  @Test
  void theOriginIsTheLastOfASequenceOnly() {
    assertThat(MIXED.origin()).isNull();
    assertThat(two("020200010002").origin()).isEqualTo(Asn.of(2));
    assertThat(four("0201ffffffff").originBits()).isEqualTo(0xffff_ffffL);
    assertThat(AsPath.EMPTY.origin()).isNull();
    assertThat(two("020200010002" + "0301fde8").origin()).isNull();
  }

  @Test
  void theNeighbourIsTheFirstOutsideTheConfederation() {
    assertThat(MIXED.neighbour()).isEqualTo(Asn.of(1));
    assertThat(two("01020001000202010003").neighbour()).isNull();
    assertThat(AsPath.EMPTY.neighbour()).isNull();
  }

  @Test
  void findsNumbersInAnySegment() {
    assertThat(MIXED.contains(Asn.of(65001))).isTrue();
    assertThat(MIXED.contains(Asn.of(4))).isTrue();
    assertThat(MIXED.contains(Asn.of(5))).isFalse();
    assertThat(MIXED.hasSet()).isTrue();
    assertThat(two("02010001").hasSet()).isFalse();
  }

  @Test
  void isEqualInEitherWidth() {
    assertThat(two("020200010002")).isEqualTo(four("02020000000100000002"));
    assertThat(two("020200010002")).hasSameHashCodeAs(four("02020000000100000002"));
    assertThat(two("020200010002")).isNotEqualTo(two("010200010002"));
    assertThat(two("020200010002")).isNotEqualTo(two("02010001"));
    assertThat(MIXED.widened()).isEqualTo(MIXED);
    assertThat(MIXED.widened().isFourOctet()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0201", // no room for the number
    "0502000100020001", // no such kind
    "0200", // no numbers
    "02", // half a header
    "02010001ff"
  })
  void knowsWhatIsNotWellFormed(String hex) {
    assertThat(two(hex).isWellFormed()).isFalse();
    assertThat(MIXED.isWellFormed()).isTrue();
    assertThat(AsPath.EMPTY.isWellFormed()).isTrue();
  }

  @Test
  void aTornSegmentIsPassedOver() {
    AsPath torn = two("02010001" + "02050002");
    assertThat(torn).hasToString("1");
    assertThat(torn.count()).isEqualTo(1);
  }

  /// RFC 6793 section 4.2.3: hops that AS4_PATH lacks come from AS_PATH.
  @Test
  void mergesWithTheFourOctetPath() {
    AsPath old = two("02045ba0000a5ba05ba0"); // 23456 10 23456 23456
    AsPath wide = four("020200030d40000186a0"); // 200000 100000
    assertThat(old.mergedWith(wide)).hasToString("23456 10 200000 100000");
  }

  @Test
  void doesNotBelieveALongerFourOctetPath() {
    AsPath old = two("02010001");
    assertThat(old.mergedWith(four("02020000000100000002"))).isSameAs(old);
  }

  @Test
  void mergingKeepsConfederationsInFrontAndDropsThemFromAs4Path() {
    AsPath old = two("0301fde8" + "02025ba05ba0");
    AsPath wide = four("03010000ffff" + "020100030d40");
    assertThat(old.mergedWith(wide)).hasToString("(65000) 23456 200000");
  }

  @Test
  void prependsInFrontOfTheFirstSequence() {
    AsPath path = AsPathBuilder.prepend(AsPath.sequence(Asn.of(2), Asn.of(3)), Asn.of(1), 3);
    assertThat(path).hasToString("1 1 1 2 3");
    assertThat(path.octets().length()).isEqualTo(2 + 5 * 4);
    assertThat(AsPathBuilder.prepend(MIXED, Asn.of(9), 1)).hasToString("9 (65000 65001) 1 2 {3,4}");
  }

  @Test
  void aSequenceOfManyNumbersTakesSeveralSegments() {
    AsPath path = AsPath.sequence(IntStream.range(1, 301).mapToObj(Asn::of).toArray(Asn[]::new));
    assertThat(path.count()).isEqualTo(300);
    assertThat(path.isWellFormed()).isTrue();
    assertThat(path.octets().length()).isEqualTo(4 + 300 * 4);
    assertThat(path.origin()).isEqualTo(Asn.of(300));
  }

  @Test
  void aSegmentChecksItsIndex() {
    AsPath.Segments segments = two("02010001").segments();
    assertThat(segments.next()).isTrue();
    assertThatThrownBy(() -> segments.asn(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static AsPath two(String hex) {
    return new AsPath(Octets.parseHex(hex), false);
  }

  private static AsPath four(String hex) {
    return new AsPath(Octets.parseHex(hex), true);
  }
}
