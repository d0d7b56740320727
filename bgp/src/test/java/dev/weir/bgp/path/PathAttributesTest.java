package dev.weir.bgp.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import org.junit.jupiter.api.Test;

class PathAttributesTest {
  private static final String ORIGIN = "40010102";
  private static final String PATH = "500200060202fde80001";
  private static final String NEXT_HOP = "400304c0000201";
  private static final String MED = "800404ffffffff";
  private static final String PREFERENCE = "40050400000064";
  private static final String OTC = "c0230400000007";

  @Test
  void readsWhatIsThere() {
    PathAttributes all = two(ORIGIN + PATH + NEXT_HOP + MED + PREFERENCE + OTC);
    assertThat(all.origin()).isEqualTo(Origin.INCOMPLETE);
    assertThat(all.asPath()).hasToString("65000 1");
    assertThat(all.nextHop()).isEqualTo(Ipv4Address.parse("192.0.2.1"));
    assertThat(all.med()).isEqualTo(0xffff_ffffL);
    assertThat(all.localPreference()).isEqualTo(100);
    assertThat(all.onlyToCustomer()).isEqualTo(Asn.of(7));
    assertThat(all.list()).extracting(RawAttribute::type).containsExactly(1, 2, 3, 4, 5, 35);
    assertThat(all.has(AttributeType.ONLY_TO_CUSTOMER)).isTrue();
  }

  @Test
  void whatIsMissingIsNull() {
    PathAttributes none = PathAttributes.NONE;
    assertThat(none.origin()).isNull();
    assertThat(none.asPath()).isNull();
    assertThat(none.nextHop()).isNull();
    assertThat(none.med()).isEqualTo(-1);
    assertThat(none.localPreference()).isEqualTo(-1);
    assertThat(none.onlyToCustomer()).isNull();
    assertThat(none.attribute(AttributeType.ORIGIN)).isNull();
  }

  @Test
  void whatHasAnImpossibleLengthOrValueIsNull() {
    assertThat(two("4001020000").origin()).isNull();
    assertThat(two("40010103").origin()).isNull();
    assertThat(two("400303c00002").nextHop()).isNull();
    assertThat(two("800403ffffff").med()).isEqualTo(-1);
  }

  @Test
  void ofTwoTheFirstCounts() {
    assertThat(two(ORIGIN + "40010100").origin()).isEqualTo(Origin.INCOMPLETE);
  }

  @Test
  void pathsOfTwoOctetsAreMergedWithAs4Path() {
    PathAttributes attributes = two("400206020200015ba0" + "c01106020100030d40");
    assertThat(attributes.rawAsPath()).hasToString("1 23456");
    assertThat(attributes.asPath()).hasToString("1 200000");
  }

  @Test
  void theWalkEndsAtATornAttribute() {
    for (String torn : new String[] {"4003", "400304c00002", "5003", "500300", "50030004c0"}) {
      PathAttributes attributes = two(ORIGIN + torn);
      AttributeCursor cursor = attributes.cursor();
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.next()).as(torn).isFalse();
      assertThat(cursor.isTorn()).as(torn).isTrue();
      assertThat(cursor.start()).isEqualTo(4);
      assertThat(attributes.nextHop()).isNull();
    }
  }

  @Test
  void theWalkDoesNotEndBehindTheView() {
    Octets more = Octets.parseHex(ORIGIN + NEXT_HOP);
    AttributeCursor cursor = new PathAttributes(more.slice(0, 4), true).cursor();
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.isTorn()).isFalse();
  }

  @Test
  void flagsSayHowAnAttributeTravels() {
    RawAttribute otc = two(OTC).list().getFirst();
    assertThat(otc.isOptional()).isTrue();
    assertThat(otc.isTransitive()).isTrue();
    assertThat(otc.isPartial()).isFalse();
    assertThat(otc).hasToString("ONLY_TO_CUSTOMER 00000007");
  }

  private static PathAttributes two(String hex) {
    return new PathAttributes(Octets.parseHex(hex), false);
  }
}
