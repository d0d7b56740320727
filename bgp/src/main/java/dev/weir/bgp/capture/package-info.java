/// Packet captures: packets out of pcap and pcapng files, TCP segments out of packets, and streams
/// out of segments. Works on octets; knows neither files nor what the streams carry.
package dev.weir.bgp.capture;
