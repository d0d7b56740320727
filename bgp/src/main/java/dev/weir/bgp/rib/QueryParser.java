package dev.weir.bgp.rib;

import dev.weir.bgp.path.AsPathPattern;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.MalformedPattern;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the text of a [Query], word by word.
final class QueryParser {
  private static final String KNOWN =
      "all, exact, longest-match, more-specifics, less-specifics, family, origin, as, neighbour,"
          + " path, community, next-hop, peer, rov, length, path-id, stale, not, sort, limit, after"
          + " or count";
  private static final List<AfiSafi> FAMILIES =
      List.of(
          AfiSafi.IPV4_UNICAST,
          AfiSafi.IPV4_MULTICAST,
          AfiSafi.IPV4_LABELED,
          AfiSafi.IPV4_VPN,
          AfiSafi.ROUTE_TARGET,
          AfiSafi.IPV4_FLOWSPEC,
          AfiSafi.IPV4_FLOWSPEC_VPN,
          AfiSafi.IPV6_UNICAST,
          AfiSafi.IPV6_MULTICAST,
          AfiSafi.IPV6_LABELED,
          AfiSafi.IPV6_VPN,
          AfiSafi.IPV6_FLOWSPEC,
          AfiSafi.IPV6_FLOWSPEC_VPN,
          AfiSafi.VPLS,
          AfiSafi.EVPN,
          AfiSafi.LINK_STATE,
          AfiSafi.LINK_STATE_VPN);

  private final String text;
  private final List<RouteFilter> filters = new ArrayList<>();
  private int next;
  private int start;
  private @Nullable Range range;
  private @Nullable AfiSafi family;
  private SortKey sort = SortKey.PREFIX;
  private boolean descending;
  private int limit;
  private @Nullable String after;
  private boolean countOnly;

  QueryParser(String text) {
    this.text = text;
  }

  Query query() {
    for (String word = word(); word != null; word = word()) {
      read(word);
    }
    Range which = range == null ? new Range.All() : range;
    Query.Paging paging = new Query.Paging(limit, after, countOnly);
    return new Query(which, family, filters, sort, descending, paging);
  }

  private void read(String word) {
    switch (word) {
      case "all" -> range(new Range.All());
      case "exact" -> range(new Range.Exact(prefix(value("a prefix"))));
      case "longest-match" -> range(new Range.Longest(prefixOrHost(value("a prefix or address"))));
      case "more-specifics" -> range(new Range.MoreSpecific(prefix(value("a prefix"))));
      case "less-specifics" -> range(new Range.LessSpecific(prefixOrHost(value("a prefix"))));
      case "family" -> family = family(value("a family such as ipv4-unicast"));
      case "sort" -> sort();
      case "limit" -> limit = number(value("a number"), 1, Integer.MAX_VALUE);
      case "after" -> after = value("the token of an earlier answer");
      case "count" -> countOnly = true;
      case "not" -> {
        String condition = value("a condition");
        RouteFilter filter = filter(condition);
        if (filter == null) {
          throw wrong("'" + condition + "' is no condition that 'not' could turn round");
        }
        filters.add(RouteFilter.not(filter));
      }
      default -> {
        RouteFilter filter = filter(word);
        if (filter != null) {
          filters.add(filter);
        } else {
          bare(word);
        }
      }
    }
  }

  private @Nullable RouteFilter filter(String word) {
    return switch (word) {
      case "origin" -> RouteFilter.origin(asns());
      case "as" -> RouteFilter.as(asns());
      case "neighbour", "neighbor" -> RouteFilter.neighbour(asns());
      case "path" ->
          RouteFilter.path(pattern(value("a pattern such as \"_3356_\""), AsPathPattern::compile));
      case "community" ->
          RouteFilter.community(
              pattern(value("a community such as 65000:*"), CommunityPattern::parse));
      case "next-hop" ->
          RouteFilter.nextHop(set(value("an address"), part -> inet(part, IpAddress::parse)));
      case "peer" -> RouteFilter.peer(anyOf(value("an address, AS65000 or #3")));
      case "rov" -> RouteFilter.rov(states(value("a state such as invalid")));
      case "length" -> length(value("a length"));
      case "path-id" -> RouteFilter.pathId(pathId(value("a path identifier")));
      case "stale" -> RouteFilter.stale();
      default -> null;
    };
  }

  /// A prefix or address without a word before it.
  private void bare(String word) {
    if (word.indexOf('.') < 0 && word.indexOf(':') < 0) {
      throw wrong("'" + word + "' is not known; expected " + KNOWN);
    }
    range(
        word.indexOf('/') >= 0
            ? new Range.Exact(prefix(word))
            : new Range.Longest(prefixOrHost(word)));
  }

  private void range(Range found) {
    if (range != null) {
      throw wrong("the query names its prefixes twice; leave one out");
    }
    range = found;
  }

  private void sort() {
    String key = value("prefix, peer, origin, length, time or hops");
    for (SortKey candidate : SortKey.values()) {
      if (candidate.toString().equals(key)) {
        sort = candidate;
        int back = next;
        String order = word();
        if (order != null && (order.equals("desc") || order.equals("asc"))) {
          descending = order.equals("desc");
        } else {
          next = back;
        }
        return;
      }
    }
    throw wrong("expected prefix, peer, origin, length, time or hops");
  }

  private Set<Asn> asns() {
    return set(value("an AS number"), part -> inet(part, Asn::parse));
  }

  private RouteFilter length(String word) {
    int dash = word.indexOf('-');
    if (dash < 0) {
      int length = number(word, 0, 128);
      return RouteFilter.length(length, length);
    }
    return RouteFilter.length(
        number(word.substring(0, dash), 0, 128), number(word.substring(dash + 1), 0, 128));
  }

  private int pathId(String word) {
    try {
      return Integer.parseUnsignedInt(word);
    } catch (NumberFormatException notOne) {
      throw wrong("a path identifier is a number of 0 to 4294967295");
    }
  }

  private RouteFilter.PeerTest anyOf(String word) {
    List<RouteFilter.PeerTest> tests = new ArrayList<>();
    for (String part : word.split(",", -1)) {
      tests.add(peer(part));
    }
    return (number, ingress) -> tests.stream().anyMatch(test -> test.test(number, ingress));
  }

  private RouteFilter.PeerTest peer(String part) {
    if (part.startsWith("#")) {
      int wanted = number(part.substring(1), 0, Integer.MAX_VALUE);
      return (number, _) -> number == wanted;
    }
    if (part.regionMatches(true, 0, "AS", 0, 2)) {
      Asn asn = inet(part, Asn::parse);
      return (_, ingress) -> ingress.asn().equals(asn);
    }
    IpAddress address = inet(part, IpAddress::parse);
    return (_, ingress) -> ingress.address().equals(address);
  }

  private EnumSet<RovState> states(String word) {
    EnumSet<RovState> states = EnumSet.noneOf(RovState.class);
    for (String part : word.split(",", -1)) {
      RovState found = null;
      for (RovState state : RovState.values()) {
        found = state.toString().equals(part) ? state : found;
      }
      if (found == null) {
        throw wrong("expected valid, invalid, not-found or not-checked");
      }
      states.add(found);
    }
    return states;
  }

  private AfiSafi family(String word) {
    for (AfiSafi known : FAMILIES) {
      if (known.toString().equals(word)) {
        return known;
      }
    }
    throw wrong("no family '" + word + "'; expected one such as ipv4-unicast or l2vpn-evpn");
  }

  private <T> Set<T> set(String word, Function<String, T> read) {
    Set<T> all = new HashSet<>();
    for (String part : word.split(",", -1)) {
      all.add(read.apply(part));
    }
    return all;
  }

  private Prefix prefix(String word) {
    return inet(word, Prefix::parse);
  }

  private Prefix prefixOrHost(String word) {
    if (word.indexOf('/') >= 0) {
      return prefix(word);
    }
    IpAddress address = inet(word, IpAddress::parse);
    return Prefix.of(address, address.width());
  }

  private <T> T inet(String word, Function<String, T> read) {
    try {
      return read.apply(word);
    } catch (MalformedInet malformed) {
      int column = Math.max(text.indexOf(word, start), start) + malformed.offset() + 1;
      throw new MalformedQuery(text, column, String.valueOf(malformed.getMessage()));
    }
  }

  private <T> T pattern(String word, Function<String, T> read) {
    try {
      return read.apply(word);
    } catch (MalformedPattern malformed) {
      throw new MalformedQuery(
          text, start + malformed.column(), String.valueOf(malformed.getMessage()));
    }
  }

  private int number(String word, int from, int to) {
    try {
      int number = Integer.parseInt(word);
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // said below
    }
    throw wrong("expected a number of " + from + " to " + to);
  }

  private String value(String what) {
    String word = word();
    if (word == null) {
      throw new MalformedQuery(text, text.length() + 1, "expected " + what);
    }
    return word;
  }

  /// The next word, or what stands in quotes; null at the end.
  private @Nullable String word() {
    int at = next;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    start = at;
    if (at == text.length()) {
      next = at;
      return null;
    }
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, at + 1);
      if (end < 0) {
        throw wrong("the quote is not closed");
      }
      start = at + 1;
      next = end + 1;
      return text.substring(start, end);
    }
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    next = at;
    return text.substring(start, at);
  }

  private MalformedQuery wrong(String problem) {
    return new MalformedQuery(text, start + 1, problem);
  }
}
