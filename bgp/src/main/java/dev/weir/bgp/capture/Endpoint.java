package dev.weir.bgp.capture;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv6Address;

/// One end of a TCP connection.
///
/// @param address its address
/// @param port its port, 0 to 65,535
public record Endpoint(IpAddress address, int port) {
  /// Returns `address:port`, an IPv6 address in brackets.
  @Override
  public String toString() {
    return address instanceof Ipv6Address ? "[" + address + "]:" + port : address + ":" + port;
  }
}
