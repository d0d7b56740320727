package dev.weir.bgp.bmp;

import static dev.weir.bgp.bmp.JsonTree.object;

import dev.weir.bgp.nlri.LabelStack;
import dev.weir.bgp.nlri.LabeledNlri;
import dev.weir.bgp.nlri.Nlri;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.nlri.PrefixNlri;
import dev.weir.bgp.nlri.VpnNlri;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.CommunityList;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.path.PrefixSid;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages as the lines that pmacct logs of them, and the table that it keeps: the mapping that
/// `docs/bgp/pmacct-captures.md` writes down.
final class PmacctRows {
  private final MonitoredPeers peers = new MonitoredPeers();
  private final List<Map<String, @Nullable Object>> log = new ArrayList<>();
  private final Map<List<@Nullable Object>, Map<String, @Nullable Object>> table =
      new LinkedHashMap<>();

  /// The lines logged so far.
  List<Map<String, @Nullable Object>> log() {
    return log;
  }

  /// The routes of the table.
  List<Map<String, @Nullable Object>> table() {
    return new ArrayList<>(table.values());
  }

  void accept(BmpMessage message) {
    peers.accept(message);
    switch (message) {
      case Initiation m -> initiation(m);
      case PeerUp m -> peerUp(m);
      case StatisticsReport m -> statistics(m);
      case RouteMonitoring m -> {
        Negotiated negotiated = peers.reading(m).negotiated();
        update(Message.read(m.update(), negotiated), m.peer());
      }
      default -> throw new AssertionError(message.toString());
    }
  }

  /// Takes a message of a BGP session.
  void accept(Message message) {
    update(message, null);
  }

  private void initiation(Initiation m) {
    log.add(
        object(
            "event_type",
            "log",
            "bmp_msg_type",
            "init",
            "timestamp",
            "0.000000",
            "timestamp_event",
            null,
            "bmp_init_info_string",
            m.text(Tlv.STRING),
            "bmp_init_info_sysdescr",
            m.text(Tlv.SYSTEM_DESCRIPTION),
            "bmp_init_info_sysname",
            m.text(Tlv.SYSTEM_NAME),
            "bmp_init_info_reserved",
            null));
  }

  private void peerUp(PeerUp m) {
    Map<String, @Nullable Object> row = event("peer_up", m.peer());
    row.put("peer_type_str", PeerHeader.typeName(m.peer().type()) + " Peer");
    OpenView sent = (OpenView) Message.read(m.opens().sent(), Negotiated.USUAL);
    row.put("local_as", sent.asn().bits() & 0xffff_ffffL);
    row.put("local_port", (long) m.localPort());
    row.put("remote_port", (long) m.remotePort());
    IpAddress local = m.localAddress();
    row.put("local_ip", local == null ? "0.0.0.0" : local.toString());
    row.put("bmp_peer_up_info_string", text(m, Tlv.STRING));
    row.put("bmp_peer_up_info_vrf_table_name", text(m, Tlv.TABLE_NAME));
    row.put("bmp_peer_up_info_admin_label", text(m, Tlv.ADMIN_LABEL));
    row.put("bmp_peer_up_info_reserved", null);
    log.add(row);
  }

  private static @Nullable String text(PeerUp up, int type) {
    for (Tlv tlv : up.information()) {
      if (tlv.type() == type) {
        return tlv.text();
      }
    }
    return null;
  }

  private void statistics(StatisticsReport m) {
    for (Statistic statistic : m.statistics()) {
      Map<String, @Nullable Object> row = event("stats", m.peer());
      AfiSafi family = statistic.family();
      row.put("peer_type_str", "");
      row.put("counter_type", (long) statistic.type());
      row.put("counter_type_str", counterName(statistic.type()));
      row.put("counter_value", statistic.value());
      row.put("afi", family == null ? null : (long) family.afi());
      row.put("safi", family == null ? null : (long) family.safi());
      log.add(row);
    }
  }

  private static String counterName(int type) {
    return switch (type) {
      case 1 -> "Number of (known) duplicate prefix advertisements";
      case 2 -> "Number of (known) duplicate withdraws";
      case 4 -> "Number of updates invalidated due to AS_PATH loop";
      case 7 -> "Number of routes in Adj-RIBs-In";
      case 8 -> "Number of routes in Loc-RIB";
      default -> throw new AssertionError("statistic " + type);
    };
  }

  private static Map<String, @Nullable Object> event(String type, PeerHeader peer) {
    Map<String, @Nullable Object> row =
        object(
            "event_type",
            "log",
            "bmp_msg_type",
            type,
            "timestamp",
            time(peer),
            "timestamp_event",
            null,
            "peer_type",
            (long) peer.type());
    peer(row, peer);
    distinguisher(row, null, peer);
    return row;
  }

  private static String time(PeerHeader peer) {
    return String.format(Locale.ROOT, "%d.%06d", peer.seconds(), peer.microseconds());
  }

  private static void peer(Map<String, @Nullable Object> row, PeerHeader peer) {
    IpAddress address = peer.address();
    row.put("peer_ip", address == null ? "0.0.0.0" : address.toString());
    row.put("peer_asn", peer.asn().bits() & 0xffff_ffffL);
    row.put("bgp_id", peer.identifier().toString());
    boolean loc = peer.isLocRib();
    String policy = peer.isPostPolicy() ? " Post-Policy" : " Pre-Policy";
    row.put("bmp_rib_type", loc ? "Loc-Rib" : "Adj-Rib-In" + policy);
    row.put("is_filtered", peer.isFiltered() ? 1L : 0L);
    row.put("is_in", loc ? null : 1L);
    row.put("is_loc", loc ? 1L : null);
    row.put("is_post", loc ? null : peer.isPostPolicy() ? 1L : 0L);
    row.put("is_out", null);
  }

  private static void distinguisher(
      Map<String, @Nullable Object> row,
      @Nullable RouteDistinguisher route,
      @Nullable PeerHeader peer) {
    RouteDistinguisher found = route;
    String origin = "bgp";
    if (found == null && peer != null && peer.distinguisher().bits() != 0) {
      found = peer.distinguisher();
      origin = "bmp";
    }
    row.put("rd", found == null ? null : found.type() + ":" + found);
    row.put("rd_origin", found == null ? null : origin);
  }

  private void update(Message message, @Nullable PeerHeader peer) {
    if (!(message instanceof UpdateView update)) {
      return;
    }
    Negotiated negotiated = update.negotiated();
    AfiSafi end = update.endOfRib();
    if (end != null) {
      log.add(routeRow("end-of-rib", end, null, -1, null, peer));
      return;
    }
    PathAttributes attributes = update.attributes();
    withdraw(update.withdrawn(), AfiSafi.IPV4_UNICAST, attributes, negotiated, peer);
    MpUnreach unreach = update.mpUnreach();
    if (unreach != null) {
      withdraw(unreach.nlri(), unreach.family(), attributes, negotiated, peer);
    }
    announce(update.announced(), AfiSafi.IPV4_UNICAST, attributes, negotiated, peer);
    MpReach reach = update.mpReach();
    if (reach != null) {
      announce(reach.nlri(), reach.family(), attributes, negotiated, peer);
    }
  }

  private void withdraw(
      Octets nlri,
      AfiSafi family,
      PathAttributes attributes,
      Negotiated negotiated,
      @Nullable PeerHeader peer) {
    if (NlriCursor.list(nlri, family, negotiated.hasPathIds(family)).isEmpty()) {
      return;
    }
    throw new AssertionError("no capture withdraws routes: " + attributes + peer);
  }

  private void announce(
      Octets nlri,
      AfiSafi family,
      PathAttributes attributes,
      Negotiated negotiated,
      @Nullable PeerHeader peer) {
    NlriCursor cursor = NlriCursor.over(nlri, family, negotiated.hasPathIds(family));
    while (cursor.next()) {
      long pathId = cursor.hasPathId() ? cursor.pathId() : -1;
      Map<String, @Nullable Object> row =
          routeRow("update", family, cursor.nlri(), pathId, attributes, peer);
      log.add(row);
      table.put(key(row), row);
    }
  }

  private static List<@Nullable Object> key(Map<String, @Nullable Object> row) {
    List<@Nullable Object> key = new ArrayList<>();
    for (String name : List.of("afi", "safi", "rd", "ip_prefix", "as_path_id")) {
      key.add(row.get(name));
    }
    key.add(row.get("peer_ip"));
    key.add(row.get("bmp_rib_type"));
    return key;
  }

  private static Map<String, @Nullable Object> routeRow(
      String type,
      AfiSafi family,
      @Nullable Nlri nlri,
      long pathId,
      @Nullable PathAttributes attributes,
      @Nullable PeerHeader peer) {
    Map<String, @Nullable Object> row =
        object(
            "event_type",
            "log",
            "log_type",
            type,
            "afi",
            (long) family.afi(),
            "safi",
            (long) family.safi(),
            "as_path_id",
            pathId < 0 ? null : pathId);
    RouteDistinguisher distinguisher = null;
    LabelStack labels = LabelStack.NONE;
    String prefix = null;
    switch (nlri) {
      case PrefixNlri n -> prefix = n.prefix().toString();
      case LabeledNlri n -> {
        prefix = n.prefix().toString();
        labels = n.labels();
      }
      case VpnNlri n -> {
        prefix = n.prefix().toString();
        labels = n.labels();
        distinguisher = n.distinguisher();
      }
      case null -> {}
      default -> throw new AssertionError(nlri.toString());
    }
    row.put("ip_prefix", prefix);
    row.put("mpls_label", labels.count() == 0 ? null : labels.toString());
    distinguisher(row, distinguisher, family.safi() == 4 ? null : peer);
    attributes(row, attributes == null ? PathAttributes.NONE : attributes);
    if (peer != null) {
      row.put("bmp_msg_type", "route_monitor");
      row.put("timestamp", time(peer));
      row.put("peer_tcp_port", 0L);
      peer(row, peer);
      row.put("is_filtered", 0L);
    }
    return row;
  }

  private static void attributes(Map<String, @Nullable Object> row, PathAttributes attributes) {
    Octets reach = attributes.value(AttributeType.MP_REACH_NLRI);
    MpReach read = reach == null ? null : MpReach.read(reach);
    Ipv4Address plain = attributes.nextHop();
    IpAddress hop = read != null ? read.address() : plain;
    row.put(
        "bgp_nexthop", hop == null ? null : hop.toString().replaceFirst("^::ffff:(?=.*\\.)", ""));
    var path = attributes.asPath();
    String words = path == null ? "" : path.toString();
    row.put("as_path", words.isEmpty() ? List.of() : Arrays.asList(words.split(" ")));
    row.put("comms", communities(attributes, AttributeType.COMMUNITIES));
    row.put("ecomms", communities(attributes, AttributeType.EXTENDED_COMMUNITIES));
    row.put("lcomms", communities(attributes, AttributeType.LARGE_COMMUNITIES));
    Origin origin = attributes.origin();
    row.put(
        "origin",
        origin == null
            ? null
            : origin == Origin.INCOMPLETE ? "u" : origin == Origin.IGP ? "i" : "e");
    row.put("local_pref", number(attributes.localPreference()));
    row.put("med", number(attributes.med()));
    row.put("aigp", null);
    row.put("psid_li", labelIndex(attributes));
    row.put("otc", null);
    if (attributes.has(AttributeType.AIGP) || attributes.has(AttributeType.ONLY_TO_CUSTOMER)) {
      throw new AssertionError("no capture has these attributes");
    }
  }

  private static @Nullable Long labelIndex(PathAttributes attributes) {
    RawAttribute raw = attributes.attribute(AttributeType.PREFIX_SID);
    return raw != null && PathAttribute.of(raw, true) instanceof PrefixSid sid
        ? number(sid.labelIndex())
        : null;
  }

  private static @Nullable Long number(long value) {
    return value < 0 ? null : value;
  }

  private static List<String> communities(PathAttributes attributes, int type) {
    RawAttribute raw = attributes.attribute(type);
    List<String> words = new ArrayList<>();
    if (raw != null && PathAttribute.of(raw, true) instanceof CommunityList list) {
      List<Community> sorted = new ArrayList<>(list.communities());
      sorted.sort(Comparator.comparing(PmacctRows::octets));
      for (Community community : sorted) {
        words.add(community instanceof ExtendedCommunity e ? extended(e) : number(community));
      }
    }
    return words;
  }

  /// The octets in hexadecimal: pmacct sorts communities.
  private static String octets(Community community) {
    byte[] octets = new byte[community.width()];
    community.write(octets, 0);
    return Octets.of(octets).toString();
  }

  private static String number(Community community) {
    Octets octets = Octets.parseHex(octets(community));
    return octets.length() == 4 ? octets.u16(0) + ":" + octets.u16(2) : community.toString();
  }

  private static String extended(ExtendedCommunity community) {
    return community.kindName() == null
        ? "?"
        : community.toString().replaceFirst("^rt:", "RT:").replaceFirst("^ro:", "SoO:");
  }
}
