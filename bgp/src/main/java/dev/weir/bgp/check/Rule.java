package dev.weir.bgp.check;

/// The rules an UPDATE is held against, each with the section that states it.
public enum Rule {
  /// A message has more octets than the two speakers agreed on.
  MESSAGE_TOO_LONG("RFC 8654 section 4", "the message is longer than the session allows"),
  /// The lengths of withdrawn routes and attributes fit into the message.
  MESSAGE_LENGTHS("RFC 7606 section 3 (b)", "the lengths do not fit into the message"),
  /// Withdrawn routes are whole prefixes of possible length.
  WITHDRAWN_SYNTAX("RFC 7606 section 3 (i)", "the withdrawn routes cannot be parsed"),
  /// Announced routes are whole prefixes of possible length.
  NLRI_SYNTAX("RFC 7606 section 5.3", "the announced routes cannot be parsed"),
  /// The attributes fill the room they are given.
  ATTRIBUTE_OVERRUN("RFC 7606 section 4", "an attribute is longer than what is left"),
  /// An attribute has a value.
  ATTRIBUTE_EMPTY("RFC 7606 section 4", "an attribute without a value"),
  /// The optional and transitive bits are those of the attribute's type.
  ATTRIBUTE_FLAGS("RFC 7606 section 3 (c)", "the attribute's flags are wrong"),
  /// No attribute occurs twice.
  ATTRIBUTE_REPEATED("RFC 7606 section 3 (g)", "the attribute occurs twice"),
  /// Everybody knows the attributes that are not optional.
  ATTRIBUTE_UNKNOWN("RFC 4271 section 6.3", "a well-known attribute that nobody knows"),
  /// Routes have an origin, a path, a next hop, inside an AS a local preference.
  ATTRIBUTE_MISSING("RFC 7606 section 3 (d)", "a mandatory attribute is missing"),
  /// Errors of a message that announces nothing.
  NO_ROUTES("RFC 7606 section 5.2", "errors in a message that announces no routes"),
  /// ORIGIN has one octet: 0, 1 or 2.
  ORIGIN("RFC 7606 section 7.1", "ORIGIN is malformed"),
  /// AS_PATH is whole segments of known kinds.
  AS_PATH("RFC 7606 section 7.2", "AS_PATH is malformed"),
  /// Only members of a confederation hear of its members.
  AS_PATH_CONFEDERATION("RFC 5065 section 5", "confederation segments from outside"),
  /// AS 0 stands in no path.
  AS_ZERO("RFC 7607 section 2", "AS 0"),
  /// Paths have no sets.
  AS_SET("RFC 9774 section 3", "the path has a set"),
  /// NEXT_HOP has four octets that are an address of a host.
  NEXT_HOP("RFC 7606 section 7.3", "NEXT_HOP is malformed"),
  /// MULTI_EXIT_DISC has four octets.
  MULTI_EXIT_DISC("RFC 7606 section 7.4", "MULTI_EXIT_DISC is malformed"),
  /// LOCAL_PREF has four octets.
  LOCAL_PREF("RFC 7606 section 7.5", "LOCAL_PREF is malformed"),
  /// LOCAL_PREF, ORIGINATOR_ID and CLUSTER_LIST stay inside an AS.
  INTERNAL_ONLY("RFC 7606 sections 7.5, 7.9, 7.10", "an internal attribute from outside"),
  /// ATOMIC_AGGREGATE has no octets.
  ATOMIC_AGGREGATE("RFC 7606 section 7.6", "ATOMIC_AGGREGATE is malformed"),
  /// AGGREGATOR has an AS number and an address.
  AGGREGATOR("RFC 7606 section 7.7", "AGGREGATOR is malformed"),
  /// COMMUNITIES is one or more times four octets.
  COMMUNITIES("RFC 7606 section 7.8", "COMMUNITIES is malformed"),
  /// ORIGINATOR_ID has four octets.
  ORIGINATOR_ID("RFC 7606 section 7.9", "ORIGINATOR_ID is malformed"),
  /// CLUSTER_LIST is one or more times four octets.
  CLUSTER_LIST("RFC 7606 section 7.10", "CLUSTER_LIST is malformed"),
  /// MP_REACH_NLRI is whole.
  MP_REACH("RFC 7606 section 7.11", "MP_REACH_NLRI is malformed"),
  /// The next hop of MP_REACH_NLRI has a length that fits its family.
  MP_NEXT_HOP("RFC 7606 section 7.11", "the next hop has an impossible length"),
  /// The routes of MP_REACH_NLRI can be parsed.
  MP_REACH_NLRI("RFC 7606 section 5.3", "the announced routes of a family cannot be parsed"),
  /// MP_UNREACH_NLRI is whole.
  MP_UNREACH("RFC 7606 section 7.12", "MP_UNREACH_NLRI is malformed"),
  /// The routes of MP_UNREACH_NLRI can be parsed.
  MP_UNREACH_NLRI("RFC 7606 section 5.3", "the withdrawn routes of a family cannot be parsed"),
  /// A route can be told from its neighbours, but breaks a rule of its family.
  NLRI_ROUTE("RFC 7606 section 5.3", "a route breaks a rule of its family"),
  /// The attribute of traffic engineering is whole.
  TRAFFIC_ENGINEERING("RFC 7606 section 7.13", "TRAFFIC_ENGINEERING is malformed"),
  /// EXTENDED_COMMUNITIES is one or more times eight octets.
  EXTENDED_COMMUNITIES("RFC 7606 section 7.14", "EXTENDED_COMMUNITIES is malformed"),
  /// IPV6_EXTENDED_COMMUNITIES is one or more times twenty octets.
  IPV6_EXTENDED_COMMUNITIES("RFC 7606 section 7.15", "IPV6_EXTENDED_COMMUNITIES is malformed"),
  /// ATTR_SET is an AS number and attributes.
  ATTR_SET("RFC 7606 section 7.16", "ATTR_SET is malformed"),
  /// AS4_PATH is whole segments.
  AS4_PATH("RFC 6793 section 6", "AS4_PATH is malformed"),
  /// AS4_AGGREGATOR has eight octets.
  AS4_AGGREGATOR("RFC 6793 section 6", "AS4_AGGREGATOR is malformed"),
  /// Who speaks four-octet AS numbers needs no AS4_PATH and no AS4_AGGREGATOR.
  AS4_FROM_NEW("RFC 6793 section 6", "an attribute for speakers of two-octet AS numbers"),
  /// PMSI_TUNNEL is whole.
  PMSI_TUNNEL("RFC 6514 section 5", "PMSI_TUNNEL is malformed"),
  /// TUNNEL_ENCAPSULATION is whole tunnels of whole parts.
  TUNNEL_ENCAPSULATION("RFC 9012 section 13", "TUNNEL_ENCAPSULATION is malformed"),
  /// AIGP is whole, with a metric of eight octets.
  AIGP("RFC 7311 section 3.3", "AIGP is malformed"),
  /// BGP-LS is whole entries.
  BGP_LS("RFC 9552 section 8.2.2", "BGP-LS is malformed"),
  /// LARGE_COMMUNITIES is one or more times twelve octets.
  LARGE_COMMUNITIES("RFC 8092 section 6", "LARGE_COMMUNITIES is malformed"),
  /// ONLY_TO_CUSTOMER has four octets.
  ONLY_TO_CUSTOMER("RFC 9234 section 5", "ONLY_TO_CUSTOMER is malformed"),
  /// A route that may go to customers only came from elsewhere.
  ROUTE_LEAK("RFC 9234 section 5", "the route is a leak"),
  /// PREFIX_SID is whole entries.
  PREFIX_SID("RFC 8669 section 6", "PREFIX_SID is malformed"),
  /// The service entries of PREFIX_SID are whole.
  SRV6_SERVICE("RFC 9252 section 7", "an SRv6 service is malformed");

  private final String section;
  private final String words;

  Rule(String section, String words) {
    this.section = section;
    this.words = words;
  }

  /// Returns where the rule stands.
  public String section() {
    return section;
  }

  /// Returns what is wrong, in a few words.
  public String words() {
    return words;
  }
}
