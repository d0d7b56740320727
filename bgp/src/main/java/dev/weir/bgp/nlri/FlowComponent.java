package dev.weir.bgp.nlri;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import java.util.List;

/// One condition of a filtering rule (RFC 8955 section 4.2.2, RFC 8956 section 3); a packet must
/// meet all that a rule has.
///
/// ```
/// type (1)   a prefix, or operators with values, the last with its end bit set
/// ```
public sealed interface FlowComponent {

  /// Returns the number of the type, see [FlowType].
  int type();

  /// A prefix that the packet's address lies in, or bits in the middle of an address.
  ///
  /// ```
  /// type (1)   length (1)   [ offset (1), IPv6 only ]   bits from offset to length
  /// ```
  ///
  /// @param type destination or source
  /// @param address the bits at their places in the address, zero elsewhere
  /// @param length where the bits end
  /// @param offset where they begin; 0 for IPv4
  record Within(int type, IpAddress address, int length, int offset) implements FlowComponent {

    /// Checks that nothing stands outside of offset and length.
    ///
    /// @throws IllegalArgumentException if something does, or they are impossible
    public Within {
      if (offset < 0 || offset > length || length > address.width()) {
        throw new IllegalArgumentException("no part of an address: " + offset + " to " + length);
      }
      boolean clean = address.truncated(length).equals(address);
      for (int i = 0; i < offset && clean; i++) {
        clean = !address.bit(i);
      }
      if (!clean || offset > 0 && (address.width() == 32 || offset == length)) {
        throw new IllegalArgumentException(
            "no prefix: " + address + " from " + offset + " to " + length);
      }
    }

    /// A component that is a whole prefix.
    public static Within of(int type, Prefix prefix) {
      return new Within(type, prefix.address(), prefix.length(), 0);
    }

    /// Returns the prefix in its text form; for bits in the middle, `address/offset-length` as RFC
    /// 8956 writes them.
    @Override
    public String toString() {
      String bits = offset == 0 ? "/" + length : "/" + offset + "-" + length;
      return FlowType.name(type, address.width()) + " " + address + bits;
    }
  }

  /// Comparisons of a number or of bits in the packet: alternatives, each of comparisons that are
  /// joined by AND.
  ///
  /// @param type which field of the packet
  /// @param ipv6 whether it is one of IPv6, where the names of some types differ
  /// @param matches at least one
  record Compare(int type, boolean ipv6, List<FlowMatch> matches) implements FlowComponent {

    /// Keeps a copy of the comparisons.
    ///
    /// @throws IllegalArgumentException if there are none
    public Compare {
      matches = List.copyOf(matches);
      if (matches.isEmpty()) {
        throw new IllegalArgumentException("a component has a comparison");
      }
    }

    /// Returns whether the operators are those of bits.
    public boolean isBits() {
      return FlowType.isBits(type);
    }

    /// Evaluates the comparisons: AND binds closer than OR.
    ///
    /// @param field the packet's number or bits
    public boolean holds(long field) {
      boolean group = false;
      for (int i = 0; i < matches.size(); i++) {
        FlowMatch match = matches.get(i);
        boolean one = isBits() ? match.holdsForBits(field) : match.holdsForNumber(field);
        if (i == 0 || !match.isAnd()) {
          if (group) {
            return true;
          }
          group = one;
        } else {
          group &= one;
        }
      }
      return group;
    }

    /// Returns the name of the type and the comparisons, joined by `&` and `|`.
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(FlowType.name(type, ipv6 ? 128 : 32)).append(' ');
      for (int i = 0; i < matches.size(); i++) {
        FlowMatch match = matches.get(i);
        text.append(i == 0 ? "" : match.isAnd() ? "&" : "|");
        text.append(FlowType.text(type, match));
      }
      return text.toString();
    }
  }
}
