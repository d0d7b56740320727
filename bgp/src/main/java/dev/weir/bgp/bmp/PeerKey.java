package dev.weir.bgp.bmp;

/// Who a monitored peer is: RFC 7854 section 4.2 tells peers apart by distinguisher and address, in
/// each kind of peer.
///
/// @param type the peer type
/// @param distinguisher the eight octets of the distinguisher
/// @param high the first half of the address field
/// @param low the second half of the address field
public record PeerKey(int type, long distinguisher, long high, long low) {}
