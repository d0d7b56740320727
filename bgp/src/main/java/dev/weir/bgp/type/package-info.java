/// The small values of BGP: communities, for now. Knows octets and text, no message and no session.
package dev.weir.bgp.type;
