package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.inet.IpAddress;

/// The octets of a route as they grow: numbers, addresses and the leading bits of addresses.
final class RouteWriter {
  private final OctetsWriter out = new OctetsWriter();

  RouteWriter u8(int value) {
    out.u8(value);
    return this;
  }

  RouteWriter u16(int value) {
    out.u16(value);
    return this;
  }

  RouteWriter u24(int value) {
    out.u24(value);
    return this;
  }

  RouteWriter i32(int value) {
    out.u32(value);
    return this;
  }

  RouteWriter i64(long value) {
    out.u64(value);
    return this;
  }

  /// Writes the last `width` octets of a number.
  RouteWriter number(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      out.u8((int) (value >> 8 * i));
    }
    return this;
  }

  RouteWriter octets(Octets octets) {
    out.octets(octets);
    return this;
  }

  /// Writes the whole address.
  RouteWriter address(IpAddress address) {
    return bits(address, address.width());
  }

  /// Writes as many leading octets of the address as the bits need.
  RouteWriter bits(IpAddress address, int bits) {
    byte[] whole = new byte[16];
    address.write(whole, 0);
    out.octets(new Octets(whole, 0, (bits + 7) / 8));
    return this;
  }

  int length() {
    return out.length();
  }

  Octets done() {
    return out.toOctets();
  }
}
