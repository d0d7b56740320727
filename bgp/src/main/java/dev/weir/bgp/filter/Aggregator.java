package dev.weir.bgp.filter;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.roto.host.Doc;

/// Who aggregated a route (RFC 4271 section 5.1.7).
///
/// @param asn the AS
/// @param address the BGP identifier of the router in it
@Doc("Who aggregated a route: the AS, and the router in it.")
public record Aggregator(
    @Doc("The AS.") Asn asn, @Doc("The router, as an address.") IpAddress address) {}
