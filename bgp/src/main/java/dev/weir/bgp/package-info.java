/// The BGP collector. Knows routes; may call the operating system only in `net`, `sink` and
/// `daemon`.
package dev.weir.bgp;
