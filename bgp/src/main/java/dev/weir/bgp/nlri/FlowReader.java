package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.ArrayList;
import java.util.List;

/// Takes the octets of a filtering rule apart, one component after another.
final class FlowReader {
  private final Octets rule;
  private final boolean ipv6;
  private final int base;
  private int next;

  FlowReader(Octets rule, boolean ipv6, int base) {
    this.rule = rule;
    this.ipv6 = ipv6;
    this.base = base;
  }

  /// Reads the components of a rule.
  ///
  /// @param rule the octets behind length and distinguisher
  /// @param base where they begin in the route, for faults
  static List<FlowComponent> readAll(Octets rule, boolean ipv6, int base) {
    List<FlowComponent> all = new ArrayList<>();
    FlowReader reader = new FlowReader(rule, ipv6, base);
    int last = 0;
    while (reader.hasNext()) {
      int at = reader.at();
      FlowComponent component = reader.next();
      if (component.type() <= last) {
        throw new BrokenRule(at, NlriRule.FLOW_ORDER);
      }
      last = component.type();
      all.add(component);
    }
    if (all.isEmpty()) {
      throw new BrokenRule(base, NlriRule.FLOW_EMPTY);
    }
    return all;
  }

  boolean hasNext() {
    return next < rule.length();
  }

  /// Where the next component begins in the route.
  int at() {
    return base + next;
  }

  FlowComponent next() {
    int type = take();
    if (!FlowType.isKnown(type, ipv6)) {
      throw new BrokenRule(at() - 1, NlriRule.FLOW_UNKNOWN_COMPONENT);
    }
    return type <= FlowType.SOURCE ? within(type) : compare(type);
  }

  private FlowComponent within(int type) {
    int start = at();
    int length = take();
    int offset = ipv6 ? take() : 0;
    if (length > (ipv6 ? 128 : 32) || offset > length || offset == length && offset != 0) {
      throw new BrokenRule(start, NlriRule.FLOW_PREFIX);
    }
    byte[] whole = new byte[ipv6 ? 16 : 4];
    int octet = 0;
    for (int bit = offset; bit < length; bit++) {
      if ((bit - offset & 7) == 0) {
        octet = take();
      }
      if ((octet << (bit - offset & 7) & 0x80) != 0) {
        whole[bit >> 3] |= (byte) (0x80 >> (bit & 7));
      }
    }
    IpAddress address = ipv6 ? Ipv6Address.read(whole, 0) : Ipv4Address.read(whole, 0);
    return new FlowComponent.Within(type, address, length, offset);
  }

  private FlowComponent compare(int type) {
    List<FlowMatch> matches = new ArrayList<>();
    int operator;
    do {
      int start = at();
      operator = take();
      int width = FlowMatch.width(operator);
      if (width > FlowType.maxWidth(type)) {
        throw new BrokenRule(start, NlriRule.FLOW_VALUE);
      }
      long value = 0;
      for (int i = 0; i < width; i++) {
        value = value << 8 | take();
      }
      matches.add(new FlowMatch(operator & ~FlowMatch.END, value));
    } while ((operator & FlowMatch.END) == 0);
    return new FlowComponent.Compare(type, ipv6, matches);
  }

  private int take() {
    if (next == rule.length()) {
      throw new BrokenRule(at(), NlriRule.FLOW_TORN_COMPONENT);
    }
    return rule.u8(next++);
  }
}
