package dev.weir.bgp.nlri;

import dev.weir.inet.IpAddress;
import java.util.List;

/// Writes the components of a filtering rule.
final class FlowWriter {
  private FlowWriter() {}

  /// Writes one component.
  static void write(FlowComponent component, RouteWriter into) {
    into.u8(component.type());
    switch (component) {
      case FlowComponent.Within(int _, IpAddress address, int length, int offset) -> {
        into.u8(length);
        if (address.width() == 128) {
          into.u8(offset);
        }
        writeBits(address, offset, length, into);
      }
      case FlowComponent.Compare(int _, boolean _, List<FlowMatch> matches) -> {
        for (int i = 0; i < matches.size(); i++) {
          FlowMatch match = matches.get(i);
          into.u8(match.operator() | (i == matches.size() - 1 ? FlowMatch.END : 0));
          into.number(match.value(), match.width());
        }
      }
    }
  }

  private static void writeBits(IpAddress address, int offset, int length, RouteWriter into) {
    for (int at = offset; at < length; at += 8) {
      int octet = 0;
      for (int i = at; i < at + 8; i++) {
        octet = octet << 1 | (i < length && address.bit(i) ? 1 : 0);
      }
      into.u8(octet);
    }
  }
}
