/// Octets: a view over received bytes and a buffer to write them, the only storage above the edge.
///
/// Knows nothing of DNS. Everything is network order (big-endian), and every integer is read
/// unsigned unless its name says otherwise.
package dev.weir.dns.octets;
