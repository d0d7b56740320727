package dev.weir.bgp.rib;

/// How many different things the routes of a table share.
///
/// @param sets attribute sets, next hop and prefixes apart
/// @param paths AS paths, the empty one not counted
/// @param communitySets combinations of communities of all kinds, the empty one not counted
/// @param frames combinations of all other attributes
/// @param nextHops next hops
/// @param octets memory that all of them take, in octets
public record StoreSize(
    int sets, int paths, int communitySets, int frames, int nextHops, long octets) {}
