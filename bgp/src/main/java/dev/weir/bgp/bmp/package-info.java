/// The BGP Monitoring Protocol (RFC 7854): its messages as values over their octets, and back; the
/// boundaries of messages in a stream; what is known of each monitored peer. Knows no sockets.
package dev.weir.bgp.bmp;
