package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import java.util.List;

/// Which of two filtering rules is applied first (RFC 8955 section 5.1, with what RFC 8956 section
/// 4 adds for offsets).
///
/// Rules are compared component by component. A lower type goes first, a rule that has nothing left
/// goes last. Prefixes: the lower offset, then of overlapping ones the longer, else the lower.
/// Anything else: the lower octets, but a longer component before its own beginning.
final class FlowOrder {
  private FlowOrder() {}

  static int compare(List<FlowComponent> a, List<FlowComponent> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int order = compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(b.size(), a.size());
  }

  private static int compare(FlowComponent a, FlowComponent b) {
    if (a.type() != b.type()) {
      return Integer.compare(a.type(), b.type());
    }
    if (a instanceof FlowComponent.Within first && b instanceof FlowComponent.Within second) {
      return prefixes(first, second);
    }
    return octets(value(a), value(b));
  }

  private static int prefixes(FlowComponent.Within a, FlowComponent.Within b) {
    if (a.address().width() != b.address().width()) {
      return Integer.compare(a.address().width(), b.address().width());
    }
    if (a.offset() != b.offset()) {
      return Integer.compare(a.offset(), b.offset());
    }
    int common = Math.min(a.length(), b.length());
    int order = a.address().truncated(common).compareTo(b.address().truncated(common));
    return order != 0 ? order : Integer.compare(b.length(), a.length());
  }

  private static int octets(Octets a, Octets b) {
    int common = Math.min(a.length(), b.length());
    int order = a.slice(0, common).compareUnsigned(b.slice(0, common));
    return order != 0 ? order : Integer.compare(b.length(), a.length());
  }

  private static Octets value(FlowComponent component) {
    RouteWriter writer = new RouteWriter();
    FlowWriter.write(component, writer);
    return writer.done().from(1);
  }
}
