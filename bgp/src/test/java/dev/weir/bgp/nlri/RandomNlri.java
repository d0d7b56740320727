package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.EthernetSegment;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.MacAddress;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Random routes of every family, canonical ones.
final class RandomNlri {
  static final List<AfiSafi> FAMILIES =
      List.of(
          AfiSafi.IPV4_UNICAST,
          AfiSafi.IPV6_UNICAST,
          AfiSafi.IPV4_MULTICAST,
          AfiSafi.IPV6_MULTICAST,
          AfiSafi.IPV4_LABELED,
          AfiSafi.IPV6_LABELED,
          AfiSafi.IPV4_VPN,
          AfiSafi.IPV6_VPN,
          new AfiSafi(1, 129),
          new AfiSafi(2, 129),
          AfiSafi.ROUTE_TARGET,
          new AfiSafi(1, 73),
          new AfiSafi(2, 73),
          AfiSafi.EVPN,
          AfiSafi.VPLS,
          AfiSafi.IPV4_FLOWSPEC,
          AfiSafi.IPV6_FLOWSPEC,
          AfiSafi.IPV4_FLOWSPEC_VPN,
          AfiSafi.IPV6_FLOWSPEC_VPN,
          AfiSafi.LINK_STATE,
          AfiSafi.LINK_STATE_VPN,
          new AfiSafi(1, 5),
          new AfiSafi(2, 85));

  private final Random random;

  RandomNlri(long seed) {
    this.random = new Random(seed);
  }

  AfiSafi family() {
    return FAMILIES.get(random.nextInt(FAMILIES.size()));
  }

  Nlri next(AfiSafi family) {
    return switch (family.safi()) {
      case 1, 2 -> new PrefixNlri(family, prefix(family));
      case 4 -> new LabeledNlri(family, labels(), prefix(family));
      case 128 -> new VpnNlri(family, labels(), distinguisher(), prefix(family));
      case 129 -> new VpnNlri(family, LabelStack.NONE, distinguisher(), prefix(family));
      case 132 -> routeTarget();
      case 73 -> new SrPolicyNlri(family, random.nextInt(), random.nextInt(), address(family));
      case 70 -> evpn();
      case 65 -> vpls();
      case 133 -> new FlowSpecNlri(family, null, components(family));
      case 134 -> new FlowSpecNlri(family, distinguisher(), components(family));
      case 71, 72 -> linkState(family);
      case 5 -> multicast(family);
      case 85 -> mobile(family);
      default -> throw new IllegalArgumentException(family.toString());
    };
  }

  private Nlri multicast(AfiSafi family) {
    AfiSafi either = random.nextBoolean() ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
    Asn asn = new Asn(random.nextInt());
    return switch (random.nextInt(6)) {
      case 0 -> new MulticastVpnNlri.IntraAs(family, distinguisher(), address(either));
      case 1 -> new MulticastVpnNlri.InterAs(family, distinguisher(), asn);
      case 2 ->
          new MulticastVpnNlri.Selective(
              family,
              distinguisher(),
              random.nextBoolean() ? address(family) : null,
              random.nextBoolean() ? address(family) : null,
              address(either));
      case 3 ->
          new MulticastVpnNlri.SourceActive(
              family, distinguisher(), address(family), address(either));
      case 4 ->
          new MulticastVpnNlri.Join(
              family,
              6 + random.nextInt(2),
              distinguisher(),
              asn,
              address(family),
              address(either));
      default ->
          new MulticastVpnNlri.Other(family, 8 + random.nextInt(9), octets(random.nextInt(20)));
    };
  }

  private Nlri mobile(AfiSafi family) {
    AfiSafi either = random.nextBoolean() ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
    return switch (random.nextInt(5)) {
      case 0 -> new MupNlri.InterworkSegment(family, distinguisher(), prefix(family));
      case 1 -> new MupNlri.DirectSegment(family, distinguisher(), address(either));
      case 2 ->
          new MupNlri.FirstSession(
              family,
              distinguisher(),
              prefix(family),
              random.nextInt(),
              number(8),
              address(either),
              random.nextBoolean() ? address(either) : null);
      case 3 -> {
        int bits = random.nextInt(33);
        yield new MupNlri.SecondSession(
            family, distinguisher(), address(family), bits, octets((bits + 7) / 8));
      }
      default ->
          new MupNlri.Other(family, number(2), 5 + random.nextInt(9), octets(random.nextInt(20)));
    };
  }

  private IpAddress address(AfiSafi family) {
    return family.addressOctets() == 4
        ? new Ipv4Address(random.nextInt())
        : new Ipv6Address(random.nextLong(), random.nextLong());
  }

  private Prefix prefix(AfiSafi family) {
    return Prefix.of(address(family), random.nextInt(8 * family.addressOctets() + 1));
  }

  private LabelStack labels() {
    int[] labels = random.ints(1 + random.nextInt(2), 1, 1 << 20).toArray();
    return random.nextInt(5) == 0 ? LabelStack.WITHDRAWN : LabelStack.of(labels);
  }

  private RouteDistinguisher distinguisher() {
    return new RouteDistinguisher((long) random.nextInt(3) << 48 | random.nextLong() >>> 16);
  }

  private Nlri routeTarget() {
    int length = 32 + random.nextInt(65);
    long mask = length == 32 ? 0 : -1L << 96 - length;
    return random.nextInt(5) == 0
        ? RouteTargetNlri.ALL
        : new RouteTargetNlri(
            length, new Asn(random.nextInt()), new ExtendedCommunity(random.nextLong() & mask));
  }

  private Nlri vpls() {
    return random.nextBoolean()
        ? new VplsDiscoveryNlri(distinguisher(), random.nextInt())
        : new VplsNlri(distinguisher(), number(16), number(16), number(16), number(24));
  }

  private int number(int bits) {
    return random.nextInt(1 << bits);
  }

  private Octets octets(int length) {
    byte[] array = new byte[length];
    random.nextBytes(array);
    return Octets.of(array);
  }

  private Nlri evpn() {
    AfiSafi family = random.nextBoolean() ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
    EthernetSegment segment = new EthernetSegment(number(16), random.nextLong());
    int tag = random.nextInt();
    return switch (random.nextInt(6)) {
      case 0 -> new EvpnNlri.AutoDiscovery(distinguisher(), segment, tag, number(24));
      case 1 ->
          new EvpnNlri.MacIp(
              distinguisher(),
              segment,
              tag,
              new MacAddress(random.nextLong() >>> 16),
              random.nextBoolean() ? address(family) : null,
              number(24),
              random.nextBoolean() ? -1 : number(24));
      case 2 -> new EvpnNlri.InclusiveMulticast(distinguisher(), tag, address(family));
      case 3 -> new EvpnNlri.Segment(distinguisher(), segment, address(family));
      case 4 ->
          new EvpnNlri.IpPrefix(
              distinguisher(), segment, tag, prefix(family), address(family), number(24));
      default -> new EvpnNlri.Other(6 + random.nextInt(6), octets(random.nextInt(40)));
    };
  }

  private List<FlowComponent> components(AfiSafi family) {
    boolean ipv6 = family.afi() == 2;
    List<FlowComponent> all = new ArrayList<>();
    for (int type = 1; type <= (ipv6 ? 13 : 12); type++) {
      if (random.nextInt(3) == 0 || all.isEmpty() && type == 12) {
        all.add(type <= 2 ? within(type, ipv6) : compare(type, ipv6));
      }
    }
    return all;
  }

  private FlowComponent within(int type, boolean ipv6) {
    AfiSafi family = ipv6 ? AfiSafi.IPV6_UNICAST : AfiSafi.IPV4_UNICAST;
    if (!ipv6 || random.nextBoolean()) {
      return FlowComponent.Within.of(type, prefix(family));
    }
    int length = 2 + random.nextInt(127);
    int offset = 1 + random.nextInt(length - 1);
    Ipv6Address bits = (Ipv6Address) address(family).truncated(length);
    Ipv6Address head = bits.truncated(offset);
    Ipv6Address middle = new Ipv6Address(bits.high() ^ head.high(), bits.low() ^ head.low());
    return new FlowComponent.Within(type, middle, length, offset);
  }

  private FlowComponent compare(int type, boolean ipv6) {
    List<FlowMatch> matches = new ArrayList<>();
    int most = type == FlowType.FRAGMENT ? 8 : type == FlowType.TCP_FLAGS ? 16 : 64;
    for (int i = random.nextInt(4); i >= 0; i--) {
      long value = random.nextLong() >>> 64 - 1 - random.nextInt(most);
      int bits = type == 9 || type == 12 ? random.nextInt(4) : random.nextInt(8);
      matches.add(FlowMatch.of(bits | (random.nextBoolean() ? FlowMatch.AND : 0), value));
    }
    return new FlowComponent.Compare(type, ipv6, matches);
  }

  private Nlri linkState(AfiSafi family) {
    if (random.nextInt(6) == 0) {
      return new LinkStateNlri.Other(family, 7 + random.nextInt(9), octets(random.nextInt(30)));
    }
    int kind = 1 + random.nextInt(5);
    LinkStateTlv node = new LinkStateTlv(LinkStateType.LOCAL_NODE, tlvs(512).octets());
    return new LinkStateNlri.Part(
        family,
        kind == 5 ? 6 : kind,
        family.equals(AfiSafi.LINK_STATE_VPN) ? distinguisher() : null,
        number(3),
        random.nextLong(),
        LinkStateTlvs.of(append(node, tlvs(257).list())));
  }

  private static LinkStateTlv[] append(LinkStateTlv first, List<LinkStateTlv> rest) {
    List<LinkStateTlv> all = new ArrayList<>(List.of(first));
    rest.stream().filter(tlv -> tlv.type() != LinkStateType.REMOTE_NODE).forEach(all::add);
    return all.toArray(LinkStateTlv[]::new);
  }

  private LinkStateTlvs tlvs(int from) {
    List<LinkStateTlv> all = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      all.add(new LinkStateTlv(from + random.nextInt(12), octets(random.nextInt(10))));
    }
    all.sort(
        Comparator.comparingInt(LinkStateTlv::type)
            .thenComparingInt(tlv -> tlv.value().length())
            .thenComparing(LinkStateTlv::value, Octets::compareUnsigned));
    return LinkStateTlvs.of(all.toArray(LinkStateTlv[]::new));
  }
}
