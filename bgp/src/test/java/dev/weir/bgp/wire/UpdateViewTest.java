package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.inet.IpAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdateViewTest {
  private static final String REACH =
      "800e2a"
          + "000201"
          + "20"
          + "20010db8000000000000000000000001"
          + "fe800000000000000000000000000001"
          + "00"
          + "20"
          + "20010db8";

  @Test
  void viewsItsParts() {
    UpdateView update = read("0002080a" + "0007" + "400304c0000201" + "18c00002");
    assertThat(update.withdrawn()).hasToString("080a");
    assertThat(update.announced()).hasToString("18c00002");
    assertThat(update.nextHop()).isEqualTo(IpAddress.parse("192.0.2.1"));
    PrefixCursor withdrawn = update.withdrawnPrefixes();
    assertThat(withdrawn.next()).isTrue();
    assertThat(withdrawn.prefix()).hasToString("10.0.0.0/8");
    assertThat(update.endOfRib()).isNull();
  }

  @Test
  void lengthsThatDoNotFitAreNoUpdate() {
    assertThat(tryRead("")).isNull();
    assertThat(tryRead("000000")).isNull();
    assertThat(tryRead("00010000")).isNull();
    assertThat(tryRead("00000001")).isNull();
    assertThat(tryRead("ffffffff")).isNull();
  }

  @Test
  void otherFamiliesStandInAttributes() {
    UpdateView update = read("0000" + "002d" + REACH);
    MpReach reach = update.mpReach();
    assertThat(reach).isNotNull();
    assertThat(reach.family()).isEqualTo(AfiSafi.IPV6_UNICAST);
    assertThat(reach.address()).isEqualTo(IpAddress.parse("2001:db8::1"));
    assertThat(reach.linkLocal()).isEqualTo(IpAddress.parse("fe80::1"));
    assertThat(reach.nlri()).hasToString("2020010db8");
    assertThat(update.nextHop()).isEqualTo(IpAddress.parse("2001:db8::1"));
    assertThat(update.mpUnreach()).isNull();
  }

  @Test
  void aTornMpReachIsNone() {
    assertThat(read("0000" + "0008" + "800e050002012000").mpReach()).isNull();
    assertThat(read("0000" + "0006" + "800e03000201").mpReach()).isNull();
    assertThat(read("0000" + "0005" + "800f020002").mpUnreach()).isNull();
  }

  @Test
  void knowsTheEndOfRib() {
    assertThat(read("00000000").endOfRib()).isEqualTo(AfiSafi.IPV4_UNICAST);
    assertThat(read("00000006" + "800f03000201").endOfRib()).isEqualTo(AfiSafi.IPV6_UNICAST);
    assertThat(read("00000007" + "900f0003000201").endOfRib()).isEqualTo(AfiSafi.IPV6_UNICAST);
    assertThat(read("00000008" + "800f0500020108" + "20").endOfRib()).isNull();
    assertThat(read("00000004" + "40010100").endOfRib()).isNull();
  }

  @Test
  void pathIdentifiersAreReadWhereTheyWereNegotiated() {
    Negotiated addPath = Negotiated.USUAL.withAddPath(Set.of(AfiSafi.IPV4_UNICAST));
    UpdateView update = UpdateView.read(Octets.parseHex("00000000" + "00000009080a"), addPath);
    assertThat(update).isNotNull();
    PrefixCursor announced = update.announcedPrefixes();
    assertThat(announced.next()).isTrue();
    assertThat(announced.pathId()).isEqualTo(9);
  }

  private static UpdateView tryRead(String hex) {
    return UpdateView.read(Octets.parseHex(hex), Negotiated.USUAL);
  }

  private static UpdateView read(String hex) {
    UpdateView update = tryRead(hex);
    assertThat(update).isNotNull();
    return update;
  }
}
