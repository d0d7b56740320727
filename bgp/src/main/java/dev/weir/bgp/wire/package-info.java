/// BGP messages as views over octets, and back. Knows neither sessions nor archives.
package dev.weir.bgp.wire;
