package dev.weir.bgp.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PathAttributeTest {
  private static final Ipv4Address ADDRESS = Ipv4Address.parse("192.0.2.1");

  /// An attribute of each kind, with its canonical octets.
  static Stream<Arguments> attributes() {
    AsPath path = AsPath.sequence(new Asn(65_000), Asn.of(4_200_000_000L));
    return Stream.of(
        Arguments.of("40010102", new PathAttribute.RouteOrigin(Origin.INCOMPLETE)),
        Arguments.of("40020a02020000fde8fa56ea00", new PathAttribute.Path(path)),
        Arguments.of("400304c0000201", new PathAttribute.NextHop(ADDRESS)),
        Arguments.of("800404ffffffff", new PathAttribute.MultiExitDisc(-1)),
        Arguments.of("40050400000064", new PathAttribute.LocalPreference(100)),
        Arguments.of("400600", new PathAttribute.AtomicAggregate()),
        Arguments.of(
            "c007080000fde8c0000201", new PathAttribute.Aggregator(new Asn(65_000), ADDRESS, true)),
        Arguments.of(
            "c00808ffffff01fde80064",
            CommunityList.of(
                AttributeType.COMMUNITIES,
                List.of(StandardCommunity.NO_EXPORT, StandardCommunity.of(65_000, 100)))),
        Arguments.of("800904c0000201", new PathAttribute.OriginatorId(ADDRESS)),
        Arguments.of(
            "800a08c0000201c0000201", new PathAttribute.ClusterList(List.of(ADDRESS, ADDRESS))),
        Arguments.of("800c04c0000201", new PathAttribute.Advertiser(ADDRESS)),
        Arguments.of("800d04c0000201", new PathAttribute.ClusterPath(List.of(ADDRESS))),
        Arguments.of(
            "800e0d00010104c00002010018c63364",
            new PathAttribute.Reachable(
                AfiSafi.IPV4_UNICAST, Octets.parseHex("c0000201"), 0, Octets.parseHex("18c63364"))),
        Arguments.of(
            "800f0700010118c63364",
            new PathAttribute.Unreachable(AfiSafi.IPV4_UNICAST, Octets.parseHex("18c63364"))),
        Arguments.of(
            "c010080002fde800000064",
            CommunityList.of(
                AttributeType.EXTENDED_COMMUNITIES, List.of(Community.parse("rt:65000:100")))),
        Arguments.of("c0110a02020000fde8fa56ea00", new PathAttribute.WidePath(path)),
        Arguments.of(
            "c01208fa56ea00c0000201",
            new PathAttribute.WideAggregator(Asn.of(4_200_000_000L), ADDRESS)),
        Arguments.of(
            "c01404" + "0001c000", new PathAttribute.Connector(1, Octets.parseHex("c000"))),
        Arguments.of(
            "c016090006003e80c0000201",
            new PathAttribute.PmsiTunnel(0, 6, 16_000, Octets.parseHex("c0000201"))),
        Arguments.of(
            "c0171a00080016" + "060a000000000001c0000201" + "0408030b000000000064",
            new TunnelEncapsulation(
                List.of(
                    new TunnelEncapsulation.Tunnel(
                        8,
                        List.of(
                            new Tlv(6, Octets.parseHex("000000000001c0000201")),
                            new Tlv(4, Octets.parseHex("030b000000000064"))))))),
        Arguments.of(
            "c01914000220010db80000000000000000000000010064",
            CommunityList.of(
                AttributeType.IPV6_EXTENDED_COMMUNITIES,
                List.of(Community.parse("rt6:[2001:db8::1]:100")))),
        Arguments.of(
            "801a0b01000b00000000000003e8",
            new PathAttribute.Aigp(List.of(new Tlv(1, Octets.parseHex("00000000000003e8"))))),
        Arguments.of(
            "801d0704030003010203",
            new PathAttribute.LinkState(List.of(new Tlv(1027, Octets.parseHex("010203"))))),
        Arguments.of(
            "c0200c0000fde80000000100000002",
            CommunityList.of(
                AttributeType.LARGE_COMMUNITIES, List.of(Community.parse("65000:1:2")))),
        Arguments.of("c023040000fde8", new PathAttribute.OnlyToCustomer(new Asn(65_000))),
        Arguments.of(
            "c026050100000007", new PathAttribute.LivenessDiscriminator(1, 7, Octets.EMPTY)),
        Arguments.of(
            "c0280a01000700000000000064",
            new PrefixSid(List.of(new Tlv(1, Octets.parseHex("00000000000064"))))),
        Arguments.of(
            "c080080000fde840010100",
            new PathAttribute.AttributeSet(
                new Asn(65_000), new PathAttributes(Octets.parseHex("40010100"), true))),
        Arguments.of("c0fa0101", new PathAttribute.Unknown(250, 0xc0, Octets.parseHex("01"))));
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void attributesHaveTheirOctets(String hex, PathAttribute attribute) {
    OctetsWriter out = new OctetsWriter();
    attribute.raw().write(out);
    assertThat(out.toOctets()).hasToString(hex);
    PathAttributes all = new PathAttributes(Octets.parseHex(hex), true);
    RawAttribute raw = all.list().getFirst();
    assertThat(all.list()).hasSize(1);
    assertThat(PathAttribute.of(raw, true)).isEqualTo(attribute);
    assertThat(PathAttribute.of(raw, true).value()).isEqualTo(raw.value());
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void cutOrFlippedOctetsAreKept(String hex, PathAttribute attribute) {
    Octets value = attribute.value();
    SplittableRandom random = new SplittableRandom(attribute.type());
    for (int end = 0; end < value.length(); end++) {
      for (boolean wide : new boolean[] {true, false}) {
        kept(attribute.type(), value.slice(0, end), wide);
        byte[] flipped = value.toBytes();
        flipped[end] ^= (byte) (1 << random.nextInt(8));
        kept(attribute.type(), Octets.of(flipped), wide);
      }
    }
    assertThat(hex).isNotEmpty();
  }

  private static void kept(int type, Octets value, boolean wide) {
    PathAttribute read = PathAttribute.of(new RawAttribute(0xc0, type, value), wide);
    assertThat(read.value()).isEqualTo(value);
    assertThat(read.type()).isEqualTo(type);
  }

  @Test
  void longAttributesHaveALengthOfTwoOctets() {
    PathAttribute big = new PathAttribute.Unknown(250, 0xe0, Octets.of(new byte[256]));
    OctetsWriter out = new OctetsWriter();
    big.raw().write(out);
    assertThat(out.toOctets().slice(0, 4)).hasToString("f0fa0100");
    RawAttribute needless = new RawAttribute(0xd0, 8, Octets.parseHex("00000001"));
    assertThat(needless.canonical().flags()).isEqualTo(0xc0);
    OctetsWriter kept = new OctetsWriter();
    needless.write(kept);
    assertThat(kept.toOctets()).hasToString("d008000400000001");
  }

  @Test
  void tunnelsSayWhereTheyEnd() {
    TunnelEncapsulation tunnels =
        (TunnelEncapsulation)
            PathAttribute.of(
                new RawAttribute(
                    0xc0,
                    23,
                    Octets.parseHex(
                        "00080016" + "060a000000000001c0000201" + "0408030b000000000064")),
                true);
    TunnelEncapsulation.Tunnel tunnel = tunnels.tunnels().getFirst();
    assertThat(tunnel.name()).isEqualTo("vxlan");
    assertThat(tunnel.color()).isEqualTo(100);
    assertThat(tunnel.egress()).isEqualTo((IpAddress) ADDRESS);
  }

  @Test
  void segmentIdentifiersAreRead() {
    String sid = "20010db8000100000000000000000000";
    String service =
        "05"
            + "0022"
            + "00"
            + "01"
            + "001e"
            + "00"
            + sid
            + "00"
            + "0012"
            + "00"
            + "01"
            + "0006"
            + "281810001040";
    PrefixSid attribute =
        (PrefixSid)
            PathAttribute.of(
                new RawAttribute(
                    0xc0, 40, Octets.parseHex("0300080000" + "003e80" + "001f40" + service)),
                true);
    assertThat(attribute.blocks()).containsExactly(new PrefixSid.Block(16_000, 8_000));
    assertThat(attribute.labelIndex()).isEqualTo(-1);
    assertThat(attribute.services())
        .containsExactly(
            new PrefixSid.Service(
                Ipv6Address.parse("2001:db8:1::"), 0, 18, List.of(40, 24, 16, 0, 16, 64)));
  }

  @Test
  void listsHaveCommunitiesOfOneKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CommunityList.of(AttributeType.COMMUNITIES, List.of(Community.parse("1:1:1"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CommunityList(AttributeType.COMMUNITIES, Octets.parseHex("00")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CommunityList(AttributeType.ORIGIN, Octets.EMPTY));
  }
}
