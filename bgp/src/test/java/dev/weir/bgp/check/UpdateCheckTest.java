package dev.weir.bgp.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.PeerRole;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateCheckTest {
  private static final String ORIGIN = "40010100";
  private static final String PATH = "400206" + "02010000fde8";
  private static final String HOP = "400304c0000201";
  private static final String GOOD = ORIGIN + PATH + HOP;
  private static final String PREFIX = "18c63364";

  private static Octets body(String attributes, String announced) {
    Octets octets = Octets.parseHex(attributes);
    return new OctetsWriter()
        .u16(0)
        .u16(octets.length())
        .octets(octets)
        .octets(Octets.parseHex(announced))
        .toOctets();
  }

  private static UpdateCheck check(String attributes, PeerContext peer) {
    return UpdateCheck.of(body(attributes, PREFIX), Negotiated.USUAL, peer);
  }

  @Test
  void aGoodMessageIsAccepted() {
    UpdateCheck check = check(GOOD, PeerContext.EXTERNAL);
    assertThat(check.isClean()).isTrue();
    assertThat(check.treatment()).isEqualTo(Treatment.accept());
    assertThat(UpdateCheck.of(Octets.parseHex("00000000"), Negotiated.USUAL, PeerContext.INTERNAL))
        .isEqualTo(check);
  }

  /// Each line: what stands behind the good attributes (or in their place, after `=`), who sent it,
  /// the rule, the strength of the treatment, the offset.
  @ParameterizedTest
  @CsvSource({
    "=400101" + "03" + PATH + HOP + ", EXTERNAL, ORIGIN, 2, 23",
    "=40010200" + "00" + PATH + HOP + ", EXTERNAL, ORIGIN, 2, 23",
    "=400100" + PATH + HOP + ", EXTERNAL, ATTRIBUTE_EMPTY, 2, 23",
    "=c0010100" + PATH + HOP + ", EXTERNAL, ATTRIBUTE_FLAGS, 2, 23",
    "=" + ORIGIN + "400206" + "05010000fde8" + HOP + ", EXTERNAL, AS_PATH, 2, 27",
    "=" + ORIGIN + "400206" + "02020000fde8" + HOP + ", EXTERNAL, AS_PATH, 2, 27",
    "=" + ORIGIN + "400208" + "02010000fde80200" + HOP + ", EXTERNAL, AS_PATH, 2, 27",
    "=" + ORIGIN + "400207" + "02010000fde802" + HOP + ", EXTERNAL, AS_PATH, 2, 27",
    "=" + ORIGIN + "400206" + "020100000000" + HOP + ", EXTERNAL, AS_ZERO, 2, 27",
    "=" + ORIGIN + "400206" + "01010000fde8" + HOP + ", EXTERNAL, AS_SET, 0, 27",
    "=" + ORIGIN + "400206" + "03010000fde8" + HOP + ", EXTERNAL, AS_PATH_CONFEDERATION, 2, 27",
    "=" + ORIGIN + PATH + "400305c000020100, EXTERNAL, NEXT_HOP, 2, 36",
    "=" + ORIGIN + PATH + "40030400000000, EXTERNAL, NEXT_HOP, 2, 36",
    "=" + ORIGIN + PATH + "400304e0000001, EXTERNAL, NEXT_HOP, 2, 36",
    "=" + ORIGIN + PATH + ", EXTERNAL, ATTRIBUTE_MISSING, 2, 23",
    "=" + PATH + HOP + ", EXTERNAL, ATTRIBUTE_MISSING, 2, 23",
    "80040300" + "0001, EXTERNAL, MULTI_EXIT_DISC, 2, 43",
    "40050400000064, EXTERNAL, INTERNAL_ONLY, 1, 43",
    "400503000064, INTERNAL, LOCAL_PREF, 2, 43",
    "40060100, EXTERNAL, ATOMIC_AGGREGATE, 1, 43",
    "c00600, EXTERNAL, ATTRIBUTE_FLAGS, 1, 43",
    "c00706fde8c0000201, EXTERNAL, AGGREGATOR, 1, 43",
    "c0070800000000c0000201, EXTERNAL, AS_ZERO, 1, 43",
    "c00803000000, EXTERNAL, COMMUNITIES, 2, 43",
    "c00800, EXTERNAL, ATTRIBUTE_EMPTY, 2, 43",
    "800904c0000201, EXTERNAL, INTERNAL_ONLY, 1, 43",
    "800a04c0000201, EXTERNAL, INTERNAL_ONLY, 1, 43",
    "c01007" + "00000000000000, EXTERNAL, EXTENDED_COMMUNITIES, 2, 43",
    "c01106" + "02010000fde8, EXTERNAL, AS4_FROM_NEW, 1, 43",
    "c01208" + "0000fde8c0000201, EXTERNAL, AS4_FROM_NEW, 1, 43",
    "c01604" + "00000000, EXTERNAL, PMSI_TUNNEL, 2, 43",
    "c01703" + "000800, EXTERNAL, TUNNEL_ENCAPSULATION, 2, 43",
    "c01706" + "000800020402, EXTERNAL, TUNNEL_ENCAPSULATION, 2, 43",
    "c01913" + "00000000000000000000000000000000000000, EXTERNAL, IPV6_EXTENDED_COMMUNITIES, 2, 43",
    "801a0a" + "01000a00000000000000, EXTERNAL, AIGP, 1, 43",
    "801d03" + "040300, EXTERNAL, BGP_LS, 1, 43",
    "c02008" + "0000000000000000, EXTERNAL, LARGE_COMMUNITIES, 2, 43",
    "c02303" + "00fde8, EXTERNAL, ONLY_TO_CUSTOMER, 2, 43",
    "c02804" + "01000100, EXTERNAL, PREFIX_SID, 1, 43",
    "c02807" + "05000400010000, EXTERNAL, SRV6_SERVICE, 2, 43",
    "c08003" + "00fde8, EXTERNAL, ATTR_SET, 2, 43",
    "c08006" + "0000fde84001, EXTERNAL, ATTR_SET, 2, 43",
    "40fa00, EXTERNAL, ATTRIBUTE_UNKNOWN, 4, 43",
    ORIGIN + ", EXTERNAL, ATTRIBUTE_REPEATED, 1, 43",
    "800f03000201" + "800f03000201, EXTERNAL, ATTRIBUTE_REPEATED, 4, 49",
    "c008ff, EXTERNAL, ATTRIBUTE_OVERRUN, 2, 43",
    "c0, EXTERNAL, ATTRIBUTE_OVERRUN, 2, 43",
    "800e04" + "00020110, EXTERNAL, MP_REACH, 4, 43",
    "800e0a" + "00020105" + "0000000000" + "00, EXTERNAL, MP_NEXT_HOP, 4, 43",
    "800e0a" + "00020104" + "c0000201" + "0081, EXTERNAL, MP_REACH_NLRI, 4, 55",
    "800f020002, EXTERNAL, MP_UNREACH, 4, 43",
    "800f0500020140" + "20, EXTERNAL, MP_UNREACH_NLRI, 4, 49",
  })
  void everyRuleHasItsTreatment(
      String attributes, PeerContext.Kind kind, Rule rule, int strength, int offset) {
    boolean instead = attributes.startsWith("=");
    String all = instead ? attributes.substring(1) : GOOD + attributes;
    UpdateCheck check = check(all, PeerContext.of(kind));
    assertThat(check.findings())
        .anySatisfy(finding -> {
          assertThat(finding.rule()).isEqualTo(rule);
          assertThat(finding.offset()).isEqualTo(offset);
          assertThat(finding.treatment().strength()).isEqualTo(strength);
        });
    if (kind == PeerContext.Kind.EXTERNAL) {
      assertThat(check.treatment().strength()).isEqualTo(strength);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0005" + "0000, MESSAGE_LENGTHS, 1",
    "0000" + "0001, MESSAGE_LENGTHS, 1",
    "0001" + "21" + "0000, WITHDRAWN_SYNTAX, 10",
    "0002" + "18c0" + "0000, WITHDRAWN_SYNTAX, 10",
    "0000" + "0000" + "21, NLRI_SYNTAX, 10",
  })
  void whatCannotBeToldApartResetsTheSession(String body, Rule rule, int subcode) {
    UpdateCheck check =
        UpdateCheck.of(Octets.parseHex(body), Negotiated.USUAL, PeerContext.UNKNOWN);
    assertThat(check.findings()).extracting(Finding::rule).contains(rule);
    assertThat(check.treatment()).isEqualTo(new Treatment.ResetSession(3, subcode, Octets.EMPTY));
  }

  @Test
  void aMessageWithoutRoutesCannotBeTreatedAsWithdrawn() {
    UpdateCheck check = UpdateCheck.of(body("40010103", ""), Negotiated.USUAL, PeerContext.UNKNOWN);
    assertThat(check.findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.ORIGIN, Rule.NO_ROUTES);
    assertThat(check.treatment().strength()).isEqualTo(4);
    UpdateCheck discarded =
        UpdateCheck.of(body("40060100", ""), Negotiated.USUAL, PeerContext.UNKNOWN);
    assertThat(discarded.treatment().strength()).isEqualTo(1);
  }

  @Test
  void theStrongestTreatmentWins() {
    UpdateCheck check = check(GOOD + "40060100" + "c00803000000", PeerContext.EXTERNAL);
    assertThat(check.findings()).hasSize(2);
    assertThat(check.treatment()).isEqualTo(Treatment.withdraw());
  }

  @Test
  void discardedAttributesAreTakenOut() {
    UpdateView update = UpdateView.read(body(GOOD + "40060100" + ORIGIN, PREFIX), Negotiated.USUAL);
    assertThat(update).isNotNull();
    UpdateCheck check = UpdateCheck.of(update, PeerContext.EXTERNAL);
    assertThat(check.findings()).hasSize(2);
    assertThat(check.surviving(update).octets()).hasToString(GOOD);
    UpdateView clean = UpdateView.read(body(GOOD, PREFIX), Negotiated.USUAL);
    assertThat(clean).isNotNull();
    assertThat(UpdateCheck.of(clean, PeerContext.EXTERNAL).surviving(clean))
        .isEqualTo(clean.attributes());
  }

  @Test
  void aFamilyMayBeDisabledInsteadOfTheSession() {
    PeerContext gentle = PeerContext.EXTERNAL.withDisableFamilies(true);
    UpdateCheck check = check(GOOD + "800e04" + "00020110", gentle);
    assertThat(check.treatment()).isEqualTo(new Treatment.DisableFamily(AfiSafi.IPV6_UNICAST));
  }

  @Test
  void pathsWithSetsMayBeRefused() {
    String attributes = ORIGIN + "400206" + "01010000fde8" + HOP;
    assertThat(check(attributes, PeerContext.EXTERNAL.withRefuseSets(true)).treatment())
        .isEqualTo(Treatment.withdraw());
  }

  @Test
  void rolesShowLeaks() {
    String attributes = GOOD + "c02304" + "0000fde9";
    Asn peer = Asn.of(65_000);
    PeerContext external = PeerContext.EXTERNAL;
    assertThat(check(attributes, external.withRole(peer, PeerRole.PROVIDER)).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.ROUTE_LEAK);
    assertThat(check(attributes, external.withRole(peer, PeerRole.PEER)).findings()).hasSize(1);
    assertThat(check(attributes, external.withRole(Asn.of(65_001), PeerRole.PEER)).isClean())
        .isTrue();
    assertThat(check(attributes, external.withRole(peer, PeerRole.CUSTOMER)).isClean()).isTrue();
  }

  @Test
  void internalNeighboursSendALocalPreference() {
    assertThat(check(GOOD, PeerContext.INTERNAL).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.ATTRIBUTE_MISSING);
    assertThat(check(GOOD + "40050400000064", PeerContext.INTERNAL).isClean()).isTrue();
  }

  @Test
  void oldSpeakersHaveShorterNumbers() {
    String attributes =
        ORIGIN + "400204" + "0201fde8" + HOP + "c00706fde8c0000201" + "c01106" + "02010000fde8";
    assertThat(
            UpdateCheck.of(body(attributes, PREFIX), Negotiated.TWO_OCTET_ASN, PeerContext.EXTERNAL)
                .isClean())
        .isTrue();
  }

  @Test
  void messagesLongerThanAgreedAreRefused() {
    Negotiated plain = new Negotiated(true, Set.of(), false);
    Octets longer = Octets.of(new byte[4078]);
    assertThat(UpdateCheck.of(longer, plain, PeerContext.UNKNOWN).treatment())
        .isEqualTo(new Treatment.ResetSession(1, 2, Octets.EMPTY));
  }
}
