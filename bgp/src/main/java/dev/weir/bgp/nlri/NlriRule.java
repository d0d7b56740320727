package dev.weir.bgp.nlri;

/// A rule that a route can break, and where it stands.
///
/// RFC 7606 section 5.3 sorts them: where [#isFieldError] holds, the whole field is syntactically
/// incorrect, so the session is reset or the family disabled (section 2); the other rules spoil one
/// route, which its own RFC has discarded or treated as withdrawn.
public enum NlriRule {
  /// Fewer than the octets of a path identifier and a length are left.
  TORN_PATH_ID("a path identifier has four octets and a route behind it", "RFC 7911 section 3"),

  /// A route says it is longer than what is left of its field.
  OVERRUN("the route is longer than what is left of its field", "RFC 7606 section 5.3"),

  /// A prefix has more bits than an address.
  PREFIX_TOO_LONG("the prefix is longer than an address of its family", "RFC 7606 section 5.3"),

  /// The length of a labeled or VPN route has no room for what stands before the prefix.
  PREFIX_TOO_SHORT("no room for label, distinguisher and prefix", "RFC 8277 section 2.2"),

  /// A route target membership has 1 to 31 bits, or more than 96.
  ROUTE_TARGET_LENGTH("a route target prefix has 0 or 32 to 96 bits", "RFC 4684 section 4"),

  /// An EVPN route is not as long as its type demands.
  EVPN_LENGTH("the length does not suit the type of route", "RFC 7432 section 7"),

  /// The length of a MAC address is not 48.
  EVPN_MAC_LENGTH("a MAC address has 48 bits", "RFC 7432 section 7.2"),

  /// The length of an IP address in an EVPN route suits neither family.
  EVPN_ADDRESS_LENGTH("an address has 32 or 128 bits", "RFC 7432 section 7"),

  /// The prefix of an EVPN route has more bits than an address.
  EVPN_PREFIX_LENGTH("the prefix is longer than an address", "RFC 9136 section 3.1"),

  /// A traffic filtering rule has no components.
  FLOW_EMPTY("a filtering rule has a component", "RFC 8955 section 4"),

  /// A component stands behind one of the same or a higher type.
  FLOW_ORDER("components stand in the order of their types, each once", "RFC 8955 section 4.2"),

  /// A component of a type without meaning.
  FLOW_UNKNOWN_COMPONENT("the type of the component is not known", "RFC 8955 section 4.2"),

  /// A component is cut off.
  FLOW_TORN_COMPONENT("the component is longer than its rule", "RFC 8955 section 4.2"),

  /// The prefix of a component has more bits than an address, or begins behind its end.
  FLOW_PREFIX("length and offset of the prefix are impossible", "RFC 8956 section 3.1"),

  /// The value of a component has more octets than the component allows.
  FLOW_VALUE("the value is longer than its component allows", "RFC 8955 section 4.2.2"),

  /// A VPLS route has neither of its two lengths.
  VPLS_LENGTH("a VPLS route has 17 octets, one of discovery 12", "RFC 4761 section 3.2.2"),

  /// A segment routing policy has not the one length of its family.
  SR_POLICY_LENGTH("a policy has 96 or 192 bits", "RFC 9830 section 2.1"),

  /// The parts of a multicast VPN route do not fill it.
  MULTICAST_LENGTH("the parts do not suit the type and length", "RFC 6514 section 4"),

  /// The parts of a mobile user plane route do not fill it.
  MUP_LENGTH("the parts do not suit the type and length", "draft-ietf-bess-mup-safi section 3.1"),

  /// A link-state route is too short for protocol and identifier.
  LINK_STATE_LENGTH("no room for protocol and identifier", "RFC 9552 section 5.2"),

  /// A TLV of a link-state route is longer than what holds it.
  LINK_STATE_TORN_TLV("the TLV is longer than what holds it", "RFC 9552 section 8.2.2"),

  /// The TLVs of a link-state route are not sorted.
  LINK_STATE_ORDER("TLVs stand in ascending order", "RFC 9552 section 5.1");

  private final String text;
  private final String reference;

  NlriRule(String text, String reference) {
    this.text = text;
    this.reference = reference;
  }

  /// Returns what the rule says.
  public String text() {
    return text;
  }

  /// Returns the document and the section.
  public String reference() {
    return reference;
  }

  /// Returns whether no route of the field can be relied on: a length overruns the field or does
  /// not suit the family.
  public boolean isFieldError() {
    return switch (this) {
      case TORN_PATH_ID,
          OVERRUN,
          PREFIX_TOO_LONG,
          PREFIX_TOO_SHORT,
          ROUTE_TARGET_LENGTH,
          EVPN_LENGTH,
          VPLS_LENGTH ->
          true;
      case EVPN_MAC_LENGTH,
          EVPN_ADDRESS_LENGTH,
          EVPN_PREFIX_LENGTH,
          FLOW_EMPTY,
          FLOW_ORDER,
          FLOW_UNKNOWN_COMPONENT,
          FLOW_TORN_COMPONENT,
          FLOW_PREFIX,
          FLOW_VALUE,
          SR_POLICY_LENGTH,
          MULTICAST_LENGTH,
          MUP_LENGTH,
          LINK_STATE_LENGTH,
          LINK_STATE_TORN_TLV,
          LINK_STATE_ORDER ->
          false;
    };
  }

  /// Returns the rule and its place, in words.
  @Override
  public String toString() {
    return text + " (" + reference + ")";
  }
}
