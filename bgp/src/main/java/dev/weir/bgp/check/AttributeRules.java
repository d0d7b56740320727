package dev.weir.bgp.check;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.NotificationCode;
import dev.weir.bgp.wire.PeerRole;

/// The rules of single attributes (RFC 7606 section 7 and the RFCs of later attributes).
final class AttributeRules {
  private static final int OPTIONAL_TRANSITIVE = RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE;

  private final UpdateWalk walk;
  private final Negotiated negotiated;
  private final PeerContext peer;

  AttributeRules(UpdateWalk walk, Negotiated negotiated, PeerContext peer) {
    this.walk = walk;
    this.negotiated = negotiated;
    this.peer = peer;
  }

  /// Checks an attribute that is none of the multiprotocol ones.
  void check(AttributeCursor a) {
    int length = a.valueLength();
    Treatment discard = new Treatment.DiscardAttribute(a.type(), walk.offset(a.start()));
    Treatment withdraw = Treatment.withdraw();
    switch (a.type()) {
      case AttributeType.ORIGIN ->
          form(a, Rule.ORIGIN, length == 1 && a.value().u8(0) <= 2, withdraw);
      case AttributeType.AS_PATH -> checkPath(a);
      case AttributeType.NEXT_HOP ->
          form(a, Rule.NEXT_HOP, length == 4 && isHost(a.value().i32(0)), withdraw);
      case AttributeType.MULTI_EXIT_DISC -> form(a, Rule.MULTI_EXIT_DISC, length == 4, withdraw);
      case AttributeType.LOCAL_PREF -> internal(a, Rule.LOCAL_PREF, length == 4);
      case AttributeType.ATOMIC_AGGREGATE -> form(a, Rule.ATOMIC_AGGREGATE, length == 0, discard);
      case AttributeType.AGGREGATOR -> checkAggregator(a, negotiated.asnOctets(), discard);
      case AttributeType.COMMUNITIES -> form(a, Rule.COMMUNITIES, isList(length, 4), withdraw);
      case AttributeType.ORIGINATOR_ID -> internal(a, Rule.ORIGINATOR_ID, length == 4);
      case AttributeType.CLUSTER_LIST -> internal(a, Rule.CLUSTER_LIST, isList(length, 4));
      case AttributeType.EXTENDED_COMMUNITIES ->
          form(a, Rule.EXTENDED_COMMUNITIES, isList(length, 8), withdraw);
      case AttributeType.AS4_PATH -> checkWidePath(a, discard);
      case AttributeType.AS4_AGGREGATOR -> checkWideAggregator(a, discard);
      case AttributeType.PMSI_TUNNEL -> form(a, Rule.PMSI_TUNNEL, length >= 5, withdraw);
      case AttributeType.TUNNEL_ENCAPSULATION ->
          form(a, Rule.TUNNEL_ENCAPSULATION, Nested.isTunnels(a.value()), withdraw);
      case AttributeType.TRAFFIC_ENGINEERING ->
          form(a, Rule.TRAFFIC_ENGINEERING, length >= 36, withdraw);
      case AttributeType.IPV6_EXTENDED_COMMUNITIES ->
          form(a, Rule.IPV6_EXTENDED_COMMUNITIES, isList(length, 20), withdraw);
      case AttributeType.AIGP -> form(a, Rule.AIGP, Nested.isAigp(a.value()), discard);
      case AttributeType.BGP_LS -> form(a, Rule.BGP_LS, Nested.isWide(a.value()), discard);
      case AttributeType.LARGE_COMMUNITIES ->
          form(a, Rule.LARGE_COMMUNITIES, isList(length, 12), withdraw);
      case AttributeType.ONLY_TO_CUSTOMER -> checkOnlyToCustomer(a);
      case AttributeType.PREFIX_SID -> checkPrefixSid(a, discard);
      case AttributeType.ATTR_SET ->
          form(a, Rule.ATTR_SET, Nested.isAttributeSet(a.value()), withdraw);
      default -> checkOther(a);
    }
  }

  /// Checks the flags, the length where it is nothing, and then the form of an attribute; the first
  /// that is wrong is reported.
  private boolean form(AttributeCursor a, Rule rule, boolean fits, Treatment treatment) {
    if (!checkFlags(a, treatment)) {
      return false;
    }
    boolean mayBeEmpty =
        a.type() == AttributeType.ATOMIC_AGGREGATE || a.type() == AttributeType.AS_PATH;
    if (a.valueLength() == 0 && !mayBeEmpty) {
      walk.report(
          Rule.ATTRIBUTE_EMPTY,
          a.start(),
          AttributeType.name(a.type()) + " has no value",
          treatment);
      return false;
    }
    if (!fits) {
      walk.report(rule, a.start(), rule.words() + describe(a), treatment);
    }
    return fits;
  }

  private static String describe(AttributeCursor a) {
    return a.valueLength() <= 16
        ? ": " + a.value()
        : ": " + a.value().slice(0, 16) + "... of " + a.valueLength() + " octets";
  }

  boolean checkFlags(AttributeCursor a, Treatment treatment) {
    int wanted = AttributeType.flags(a.type());
    int found = a.flags() & OPTIONAL_TRANSITIVE;
    if (wanted < 0 || wanted == found) {
      return true;
    }
    walk.report(
        Rule.ATTRIBUTE_FLAGS,
        a.start(),
        "the flags of "
            + AttributeType.name(a.type())
            + " are "
            + words(found)
            + ", not "
            + words(wanted),
        treatment);
    return false;
  }

  private static String words(int flags) {
    return ((flags & RawAttribute.OPTIONAL) != 0 ? "optional " : "well-known ")
        + ((flags & RawAttribute.TRANSITIVE) != 0 ? "transitive" : "non-transitive");
  }

  /// An attribute that stays inside an AS: from outside it is discarded whatever it says.
  private void internal(AttributeCursor a, Rule rule, boolean fits) {
    if (peer.kind() == PeerContext.Kind.EXTERNAL) {
      walk.report(
          Rule.INTERNAL_ONLY,
          a.start(),
          AttributeType.name(a.type()) + " from another AS",
          new Treatment.DiscardAttribute(a.type(), walk.offset(a.start())));
    } else {
      form(a, rule, fits, Treatment.withdraw());
    }
  }

  private void checkPath(AttributeCursor a) {
    AsPath path = new AsPath(a.value(), negotiated.fourOctetAsn());
    if (!form(a, Rule.AS_PATH, path.isWellFormed(), Treatment.withdraw())) {
      return;
    }
    boolean sets = false;
    boolean members = false;
    boolean zero = false;
    for (AsPath.Segments s = path.segments(); s.next(); ) {
      sets |= s.kind() == AsPath.AS_SET || s.kind() == AsPath.AS_CONFED_SET;
      members |= s.kind() >= AsPath.AS_CONFED_SEQUENCE;
      for (int i = 0; i < s.count(); i++) {
        zero |= s.asn(i) == 0;
      }
    }
    if (zero) {
      walk.report(Rule.AS_ZERO, a.start(), "AS 0 in the path " + path, Treatment.withdraw());
    }
    if (members && peer.kind() == PeerContext.Kind.EXTERNAL) {
      walk.report(
          Rule.AS_PATH_CONFEDERATION,
          a.start(),
          "members of a confederation in the path " + path,
          Treatment.withdraw());
    }
    if (sets) {
      walk.report(Rule.AS_SET, a.start(), "a set in the path " + path, sets());
    }
  }

  private Treatment sets() {
    return peer.refuseSets() ? Treatment.withdraw() : Treatment.accept();
  }

  private void checkAggregator(AttributeCursor a, int width, Treatment discard) {
    Octets value = a.value();
    if (form(a, Rule.AGGREGATOR, value.length() == width + 4, discard)
        && (width == 2 ? value.u16(0) : value.i32(0)) == 0) {
      walk.report(Rule.AS_ZERO, a.start(), "AS 0 in AGGREGATOR", discard);
    }
  }

  private void checkWidePath(AttributeCursor a, Treatment discard) {
    AsPath path = new AsPath(a.value(), true);
    if (isNeedless(a, discard)
        || !form(a, Rule.AS4_PATH, path.isWellFormed() && a.valueLength() > 0, discard)) {
      return;
    }
    if (path.contains(0)) {
      walk.report(Rule.AS_ZERO, a.start(), "AS 0 in AS4_PATH", discard);
    }
    if (path.hasSet()) {
      walk.report(Rule.AS_SET, a.start(), "a set in AS4_PATH " + path, sets());
    }
  }

  private void checkWideAggregator(AttributeCursor a, Treatment discard) {
    if (!isNeedless(a, discard)
        && form(a, Rule.AS4_AGGREGATOR, a.valueLength() == 8, discard)
        && a.value().i32(0) == 0) {
      walk.report(Rule.AS_ZERO, a.start(), "AS 0 in AS4_AGGREGATOR", discard);
    }
  }

  private boolean isNeedless(AttributeCursor a, Treatment discard) {
    if (!negotiated.fourOctetAsn()) {
      return false;
    }
    walk.report(
        Rule.AS4_FROM_NEW,
        a.start(),
        AttributeType.name(a.type()) + " from a speaker of four-octet AS numbers",
        discard);
    return true;
  }

  private void checkOnlyToCustomer(AttributeCursor a) {
    if (!form(a, Rule.ONLY_TO_CUSTOMER, a.valueLength() == 4, Treatment.withdraw())) {
      return;
    }
    PeerRole role = peer.role();
    if (role == null) {
      return;
    }
    int asn = a.value().i32(0);
    boolean leak =
        switch (role) {
          case PROVIDER, ROUTE_SERVER -> true;
          case PEER -> peer.asn() != null && peer.asn().bits() != asn;
          case CUSTOMER, ROUTE_SERVER_CLIENT -> false;
        };
    if (leak) {
      walk.report(
          Rule.ROUTE_LEAK,
          a.start(),
          "only to customers of AS"
              + Integer.toUnsignedString(asn)
              + ", but from a "
              + role.counterpart(),
          Treatment.accept());
    }
  }

  private void checkPrefixSid(AttributeCursor a, Treatment discard) {
    if (form(a, Rule.PREFIX_SID, Nested.isPrefixSid(a.value()), discard)
        && !Nested.areServices(a.value())) {
      walk.report(Rule.SRV6_SERVICE, a.start(), Rule.SRV6_SERVICE.words(), Treatment.withdraw());
    }
  }

  private void checkOther(AttributeCursor a) {
    if (!AttributeType.isAssigned(a.type()) && (a.flags() & RawAttribute.OPTIONAL) == 0) {
      int octets = a.valueOffset() + a.valueLength() - a.start();
      Octets value = a.value();
      walk.report(
          Rule.ATTRIBUTE_UNKNOWN,
          a.start(),
          "the well-known attribute " + a.type() + " is not known",
          new Treatment.ResetSession(
              NotificationCode.UPDATE,
              NotificationCode.UNRECOGNIZED_WELL_KNOWN,
              new Octets(value.array(), a.start(), octets).detach()));
      return;
    }
    checkFlags(a, Treatment.withdraw());
  }

  private static boolean isList(int length, int size) {
    return length > 0 && length % size == 0;
  }

  /// Not 0.0.0.0, not a group, not everybody.
  private static boolean isHost(int address) {
    return address != 0 && address >>> 28 != 0xe && address != -1;
  }
}
