package dev.weir.bgp.rib;

import dev.weir.bgp.type.AfiSafi;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A question to a table: which prefixes, which routes of these, in what order, how many.
///
/// ```
/// more-specifics 10.0.0.0/8 origin 65000 community 65000:* path "_3356_" sort time desc limit 20
/// ```
///
/// | words | mean |
/// |---|---|
/// | `all`, or nothing | every prefix |
/// | `exact P`, or `P` alone | the prefix P |
/// | `longest-match P`, or an address alone | the longest prefix that holds P or an address |
/// | `more-specifics P` | P and all prefixes inside it |
/// | `less-specifics P` | P and all prefixes around it |
/// | `family F` | of this family only, such as `ipv6-multicast` or `l2vpn-evpn` |
/// | `origin A,A` | from one of these ASes |
/// | `as A,A` | one of these ASes anywhere on the path |
/// | `neighbour A,A` | one of these ASes first on the path |
/// | `path "..."` | the AS path matches a pattern, see [dev.weir.bgp.path.AsPathPattern] |
/// | `community C` | a community matches, see [dev.weir.bgp.type.CommunityPattern] |
/// | `next-hop H,H` | with one of these next hops |
/// | `peer P,P` | from one of these peers: address, `AS65000`, or `#3` for an ingress |
/// | `rov S,S` | `valid`, `invalid`, `not-found` or `not-checked` |
/// | `length N`, `length N-M` | prefixes of this length |
/// | `path-id N` | with this path identifier |
/// | `stale` | whose session is gone |
/// | `not` | turns the next condition round |
/// | `sort K`, `sort K desc` | by `prefix`, `peer`, `origin`, `length`, `time` or `hops` |
/// | `limit N` | no more than N |
/// | `after T` | behind the last route of an earlier answer, see [QuerySummary#next] |
/// | `count` | only how many |
///
/// Conditions may come in any order and more than once; a route must meet all of them.
///
/// @param range which prefixes
/// @param family which family; null for all, or that of unicast routes if the range names a prefix
/// @param filters what routes must meet
/// @param sort by what to sort
/// @param descending whether the last come first
/// @param paging how many, and behind which
public record Query(
    Range range,
    @Nullable AfiSafi family,
    List<RouteFilter> filters,
    SortKey sort,
    boolean descending,
    Paging paging) {

  /// How much of the answer is wanted.
  ///
  /// @param limit how many routes, 0 for all
  /// @param after the token of an earlier answer, null for none
  /// @param countOnly whether the routes do not matter
  public record Paging(int limit, @Nullable String after, boolean countOnly) {
    /// All of it.
    public static final Paging ALL = new Paging(0, null, false);
  }

  /// Copies the list.
  public Query {
    filters = List.copyOf(filters);
  }

  /// A query for all routes of a range in the order of the table that meet some conditions.
  public static Query of(Range range, RouteFilter... filters) {
    return new Query(range, null, List.of(filters), SortKey.PREFIX, false, Paging.ALL);
  }

  /// Parses the words of the table above.
  ///
  /// @throws MalformedQuery if they are none; says in which column and what to do
  public static Query parse(String text) {
    return new QueryParser(text).query();
  }

  /// The same query, for routes that meet a condition more.
  public Query and(RouteFilter filter) {
    List<RouteFilter> all = new java.util.ArrayList<>(filters);
    all.add(filter);
    return new Query(range, family, all, sort, descending, paging);
  }

  /// Answers the query.
  ///
  /// @param routes is given the routes in their order, as they are found if that is the order of
  ///   the table
  /// @return how many there were, and how to go on
  /// @throws IllegalArgumentException if the token of the paging does not fit the query
  public QuerySummary run(RibSnapshot snapshot, Consumer<RibRoute> routes) {
    return new QueryRun(this, snapshot).run(routes);
  }
}
