/// MRT archives (RFC 6396, RFC 6397, RFC 8050 and the types of older archives): records as views
/// over octets, the routes in them, their text, and back. Knows no files.
package dev.weir.bgp.mrt;
