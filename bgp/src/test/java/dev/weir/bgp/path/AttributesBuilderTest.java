package dev.weir.bgp.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import org.junit.jupiter.api.Test;

class AttributesBuilderTest {
  private static final Ipv4Address ADDRESS = Ipv4Address.parse("192.0.2.1");
  private static final Asn BIG = Asn.of(4_200_000_000L);

  @Test
  void buildsInTheOrderOfTypesWithRoutesOfFamiliesFirst() {
    AttributesBuilder builder =
        new AttributesBuilder()
            .add(StandardCommunity.NO_EXPORT)
            .localPreference(100)
            .nextHop(ADDRESS)
            .asPath(AsPath.sequence(new Asn(65_000)))
            .origin(Origin.IGP)
            .set(new PathAttribute.Unreachable(AfiSafi.IPV6_UNICAST, Octets.EMPTY))
            .set(
                new PathAttribute.Reachable(
                    AfiSafi.IPV6_UNICAST, Octets.of(new byte[16]), 0, Octets.EMPTY));
    assertThat(builder.build().list())
        .extracting(RawAttribute::type)
        .containsExactly(14, 15, 1, 2, 3, 5, 8);
  }

  @Test
  void changesOnlyWhatIsAskedFor() {
    Octets before =
        Octets.parseHex(
            "d0fa000101" + "e00804" + "fde80001" + "40020602010000fde8" + "40010100" + "40010101");
    PathAttributes after =
        AttributesBuilder.from(new PathAttributes(before, true))
            .add(StandardCommunity.of(65_000, 2))
            .add(StandardCommunity.of(65_000, 1))
            .prepend(new Asn(65_001), 2)
            .build();
    assertThat(after.octets())
        .hasToString(
            "40010100"
                + "40020e0203"
                + "0000fde90000fde90000fde8"
                + "e00808"
                + "fde80001fde80002"
                + "c0fa0101");
    assertThat(AttributesBuilder.from(after).octets()).isEqualTo(after.octets());
  }

  @Test
  void communitiesOfAnyKindCanGo() {
    AttributesBuilder builder =
        new AttributesBuilder()
            .add(Community.parse("65000:1"))
            .add(Community.parse("65000:1:1"))
            .add(Community.parse("rt:65000:1"))
            .add(Community.parse("rt:65000:2"));
    assertThat(builder.communities())
        .containsExactly(
            Community.parse("65000:1"),
            Community.parse("rt:65000:1"),
            Community.parse("rt:65000:2"),
            Community.parse("65000:1:1"));
    builder.removeCommunities(c -> c.toString().endsWith(":1"));
    assertThat(builder.communities()).containsExactly(Community.parse("rt:65000:2"));
    assertThat(builder.attribute(AttributeType.COMMUNITIES)).isNull();
    assertThat(builder.attribute(AttributeType.LARGE_COMMUNITIES)).isNull();
  }

  @Test
  void speakersOfTwoOctetNumbersAreToldTheRest() {
    AttributesBuilder builder =
        new AttributesBuilder()
            .asPath(AsPath.sequence(new Asn(65_000), BIG, new Asn(1)))
            .set(new PathAttribute.Aggregator(BIG, ADDRESS, true));
    PathAttributes narrow = builder.build(false);
    assertThat(narrow.fourOctetAsn()).isFalse();
    assertThat(narrow.rawAsPath()).hasToString("65000 23456 1");
    assertThat(narrow.asPath()).hasToString("65000 4200000000 1");
    assertThat(narrow.list()).extracting(RawAttribute::type).containsExactly(2, 7, 17, 18);
    assertThat(AttributesBuilder.from(narrow).build()).isEqualTo(builder.build());
    AttributesBuilder small = new AttributesBuilder().asPath(AsPath.sequence(new Asn(65_000)));
    assertThat(small.build(false).list()).hasSize(1);
  }

  @Test
  void whatWasSetCanBeTakenOut() {
    AttributesBuilder builder =
        new AttributesBuilder().med(7).remove(AttributeType.MULTI_EXIT_DISC);
    assertThat(builder.build()).isEqualTo(PathAttributes.NONE);
    assertThat(builder.prepend(BIG, 0).asPath()).isEqualTo(AsPath.EMPTY);
  }
}
