package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
  private static final String MARKER = "ff".repeat(16);
  private static final Ipv4Address ID = Ipv4Address.parse("192.0.2.1");

  /// One capability of each kind, with the octets the RFCs ask for.
  static List<Capability> capabilities() {
    return List.of(
        new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST),
        new Capability.Flag(CapabilityCode.ROUTE_REFRESH),
        new Capability.OutboundRouteFiltering(
            3,
            List.of(
                new Capability.FilterEntry(
                    AfiSafi.IPV4_UNICAST, 0, List.of(new Capability.FilterKind(64, 3))))),
        new Capability.ExtendedNextHop(
            List.of(new Capability.NextHopEntry(AfiSafi.IPV4_UNICAST, 2))),
        new Capability.Flag(CapabilityCode.EXTENDED_MESSAGE),
        new Capability.MultipleLabels(List.of(new Capability.FamilyCount(AfiSafi.IPV4_LABELED, 3))),
        new Capability.Role(3),
        new Capability.GracefulRestart(
            12, 300, List.of(new Capability.KeptFamily(AfiSafi.IPV4_UNICAST, 0x80))),
        new Capability.FourOctetAsn(Asn.of(4_200_000_000L)),
        new Capability.Dynamic(List.of(1, 64)),
        new Capability.Multisession(68, 0, List.of(1)),
        new Capability.AddPath(List.of(new Capability.AddPathEntry(AfiSafi.IPV4_UNICAST, 3))),
        new Capability.Flag(CapabilityCode.ENHANCED_ROUTE_REFRESH),
        new Capability.LongLivedGracefulRestart(
            List.of(new Capability.StaleFamily(AfiSafi.IPV4_UNICAST, 0x80, 86_400))),
        new Capability.Fqdn(73, text("r1"), text("example.net")),
        new Capability.SoftwareVersion(text("weir/1.0")),
        new Capability.PathsLimit(List.of(new Capability.FamilyCount(AfiSafi.IPV4_UNICAST, 8))),
        new Capability.Raw(240, Octets.parseHex("c0ffee")));
  }

  static Octets text(String words) {
    return Octets.of(words.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 00020001, 0",
    "2, '', 1",
    "3, 0001000101" + "4003, 2",
    "5, 000100010002, 3",
    "6, '', 4",
    "8, 00010403, 5",
    "9, 03, 6",
    "64, c12c00010180, 7",
    "65, fa56ea00, 8",
    "67, 0140, 9",
    "68, 0001, 10",
    "69, 00010103, 11",
    "70, '', 12",
    "71, 00010180015180, 13",
    "73, 0272310b6578616d706c652e6e6574, 14",
    "75, 08776569722f312e30, 15",
    "76, 0001010008, 16",
    "240, c0ffee, 17",
  })
  void capabilitiesHaveTheirOctets(int code, String hex, int index) {
    Capability capability = capabilities().get(index);
    assertThat(capability.code()).isEqualTo(code);
    assertThat(capability.value()).hasToString(hex);
    assertThat(Capability.read(code, Octets.parseHex(hex))).isEqualTo(capability);
  }

  @Test
  void aCapabilityOfAnotherFormIsKeptAsOctets() {
    for (Capability capability : capabilities()) {
      Octets longer = Octets.parseHex(capability.value() + "07");
      Capability read = Capability.read(capability.code(), longer);
      assertThat(read.value()).isEqualTo(longer);
      assertThat(read.code()).isEqualTo(capability.code());
    }
    assertThat(Capability.read(65, Octets.parseHex("00"))).isInstanceOf(Capability.Raw.class);
  }

  @Test
  void anOpenIsReadAsItWasBuilt() {
    Open built = Open.of(Asn.of(4_200_000_000L), 90, ID, capabilities());
    OpenView view = built.toView();
    assertThat(view.version()).isEqualTo(4);
    assertThat(view.shortAsn()).isEqualTo(AS_TRANS);
    assertThat(view.asn()).isEqualTo(Asn.of(4_200_000_000L));
    assertThat(view.holdTime()).isEqualTo(90);
    assertThat(view.identifier()).isEqualTo(ID);
    assertThat(view.capabilities()).isEqualTo(capabilities());
    assertThat(view.families()).containsExactly(AfiSafi.IPV6_UNICAST);
    assertThat(view.refusal()).isNull();
    assertThat(view.toOpen()).isEqualTo(built);
    assertThat(Message.read(view.encode(), Negotiated.USUAL)).isEqualTo(view);
  }

  private static final int AS_TRANS = 23456;

  @Test
  void manyCapabilitiesUseTheExtendedForm() {
    List<Capability> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(new Capability.Multiprotocol(new AfiSafi(1, i)));
    }
    OpenView view = Open.of(Asn.of(65_000), 90, ID, many).toView();
    assertThat(view.isExtended()).isTrue();
    assertThat(view.body().slice(9, 4)).hasToString("ffff" + "025b");
    assertThat(view.capabilities()).isEqualTo(many);
    assertThat(Message.read(view.encode(), Negotiated.USUAL)).isEqualTo(view);
    List<Capability> tooMany = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tooMany.add(new Capability.Raw(240, Octets.of(new byte[250])));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Open.of(Asn.of(65_000), 90, ID, tooMany));
  }

  @ParameterizedTest
  @CsvSource({
    "03fde8005ac000020100, 2, 1, 19",
    "040000005ac000020100, 2, 2, 20",
    "04fde80002c000020100, 2, 6, 22",
    "04fde8005a0000000000, 2, 3, 24",
    "04fde8005ac000020102" + "0100, 2, 4, 29",
  })
  void refusesWhoCannotBeANeighbour(String body, int code, int subcode, int offset) {
    OpenView view = (OpenView) OpenView.read(Octets.parseHex(body));
    MessageError refusal = view.refusal();
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.subcode()).isEqualTo(subcode);
    assertThat(refusal.offset()).isEqualTo(offset);
    assertThat(refusal.notification().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "00" + "0013" + "04, 1, 0",
    "'', 2, 16",
  })
  void aHeaderThatCannotBeIsAnError(String prefix, int subcode, int offset) {
    String whole = prefix.isEmpty() ? MARKER + "0012" + "04" : "ff".repeat(15) + prefix;
    MalformedMessage message =
        (MalformedMessage) Message.read(Octets.parseHex(whole), Negotiated.USUAL);
    assertThat(message.error().code()).isEqualTo(NotificationCode.HEADER);
    assertThat(message.error().subcode()).isEqualTo(subcode);
    assertThat(message.error().offset()).isEqualTo(offset == 0 ? 15 : offset);
  }

  @Test
  void stepsOverMessagesInAStream() {
    Octets refresh = RouteRefreshView.of(AfiSafi.IPV6_UNICAST, RouteRefreshView.BEGIN).encode();
    assertThat(refresh).hasToString(MARKER + "001705" + "00020101");
    Octets keepalive = Keepalive.INSTANCE.encode();
    Octets stream = Octets.parseHex("" + keepalive + refresh + keepalive + MARKER + "0050");
    MessageCursor cursor = new MessageCursor(stream, Negotiated.USUAL);
    List<Integer> types = new ArrayList<>();
    while (cursor.next()) {
      types.add(cursor.type());
    }
    assertThat(types).containsExactly(4, 5, 4);
    assertThat(cursor.isIncomplete()).isTrue();
    assertThat(cursor.error()).isNull();
    assertThat(cursor.start()).isEqualTo(19 + 23 + 19);
  }

  @Test
  void longMessagesNeedAnAgreement() {
    Octets header = Octets.parseHex(MARKER + "1001" + "02");
    Octets whole = Octets.of(java.util.Arrays.copyOf(header.toBytes(), 4097));
    Negotiated plain = new Negotiated(true, Set.of(), false);
    MalformedMessage refused = (MalformedMessage) Message.read(whole, plain);
    assertThat(refused.error().subcode()).isEqualTo(NotificationCode.BAD_MESSAGE_LENGTH);
    assertThat(refused.error().data()).hasToString("1001");
    assertThat(Message.read(whole, Negotiated.USUAL)).isInstanceOf(UpdateView.class);
  }

  @Test
  void shutdownsSayWhy() {
    NotificationView view = NotificationView.shutdown(2, "Wartung bis 23 Uhr, grüße");
    assertThat(view.shutdownText()).isEqualTo("Wartung bis 23 Uhr, grüße");
    assertThat(view.name()).isEqualTo("Cease/Administrative Shutdown");
    String longText = "ü".repeat(200);
    assertThat(NotificationView.shutdown(4, longText).shutdownText()).isEqualTo("ü".repeat(127));
    assertThat(NotificationView.of(6, 2, Octets.parseHex("05c3")).shutdownText()).isNull();
    assertThat(NotificationView.of(6, 2, Octets.parseHex("01c3")).shutdownText()).isNull();
    assertThat(NotificationView.of(6, 3, Octets.parseHex("0141")).shutdownText()).isNull();
  }

  @Test
  void hardResetsHoldAnotherMessage() {
    NotificationView inner = NotificationView.of(6, 1, Octets.parseHex("0001010000000a"));
    NotificationView hard = NotificationView.of(6, 9, inner.body());
    assertThat(hard.hardReset()).isEqualTo(inner);
    assertThat(inner.prefixLimit())
        .isEqualTo(new NotificationView.PrefixLimit(AfiSafi.IPV4_UNICAST, 10));
    assertThat(inner.hardReset()).isNull();
    assertThat(hard.prefixLimit()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, Message Header Error/Connection Not Synchronized",
    "2, 11, OPEN Message Error/Role Mismatch",
    "3, 11, UPDATE Message Error/Malformed AS_PATH",
    "4, 0, Hold Timer Expired",
    "5, 3, Finite State Machine Error/Receive Unexpected Message in Established State",
    "6, 10, Cease/BFD Down",
    "7, 1, ROUTE-REFRESH Message Error/Invalid Message Length",
    "8, 0, Send Hold Timer Expired",
    "9, 0, Loss of LSDB Synchronization",
    "77, 3, Error 77/subcode 3",
  })
  void notificationsHaveNames(int code, int subcode, String name) {
    assertThat(NotificationCode.name(code, subcode)).isEqualTo(name);
  }

  @Test
  void pathIdentifiersAreAgreedOnCrosswise() {
    OpenView ours =
        open(
            new Capability.AddPath(
                List.of(
                    new Capability.AddPathEntry(AfiSafi.IPV4_UNICAST, 1),
                    new Capability.AddPathEntry(AfiSafi.IPV6_UNICAST, 3))),
            new Capability.FourOctetAsn(Asn.of(65_001)),
            new Capability.Multiprotocol(AfiSafi.IPV4_UNICAST),
            new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST),
            new Capability.Flag(CapabilityCode.ROUTE_REFRESH));
    OpenView theirs =
        open(
            new Capability.AddPath(
                List.of(
                    new Capability.AddPathEntry(AfiSafi.IPV4_UNICAST, 3),
                    new Capability.AddPathEntry(AfiSafi.IPV6_UNICAST, 2))),
            new Capability.FourOctetAsn(Asn.of(65_002)),
            new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST),
            new Capability.Flag(CapabilityCode.ROUTE_REFRESH));
    Agreement agreement = Agreement.between(ours, theirs);
    assertThat(agreement.sending().addPath()).isEmpty();
    assertThat(agreement.receiving().addPath())
        .containsExactlyInAnyOrder(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST);
    assertThat(agreement.sending().fourOctetAsn()).isTrue();
    assertThat(agreement.sending().extendedMessages()).isFalse();
    assertThat(agreement.families()).containsExactly(AfiSafi.IPV6_UNICAST);
    assertThat(agreement.holdTime()).isEqualTo(90);
    assertThat(agreement.routeRefresh()).isTrue();
    assertThat(agreement.enhancedRefresh()).isFalse();
    assertThat(agreement.roleConflict()).isNull();
  }

  @Test
  void rolesMustFitTogether() {
    OpenView customer = open(new Capability.Role(3));
    assertThat(Agreement.between(customer, open(new Capability.Role(0))).roleConflict()).isNull();
    assertThat(Agreement.between(customer, open()).roleConflict()).isNull();
    MessageError conflict =
        Agreement.between(customer, open(new Capability.Role(4))).roleConflict();
    assertThat(conflict).isNotNull();
    assertThat(conflict.subcode()).isEqualTo(NotificationCode.ROLE_MISMATCH);
  }

  private static OpenView open(Capability... capabilities) {
    return Open.of(Asn.of(65_000), 90, ID, List.of(capabilities)).toView();
  }

  @Test
  void refreshMarkersHaveNoBody() {
    assertThat(RouteRefreshView.read(Octets.parseHex("0001010100")))
        .isInstanceOfSatisfying(
            MalformedMessage.class, m -> assertThat(m.error().code()).isEqualTo(7));
    RouteRefreshView orf =
        (RouteRefreshView) RouteRefreshView.read(Octets.parseHex("000100010180"));
    assertThat(orf.filters()).hasToString("0180");
    assertThat(orf.subtypeName()).isEqualTo("request");
    assertThat(orf.family()).isEqualTo(AfiSafi.IPV4_UNICAST);
  }
}
