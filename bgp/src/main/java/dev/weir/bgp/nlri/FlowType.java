package dev.weir.bgp.nlri;

/// The types of a filtering rule's components, and their words (RFC 8955 section 4.2.2, RFC 8956
/// section 3).
public final class FlowType {
  /// Where the packet goes.
  public static final int DESTINATION = 1;

  /// Where it comes from.
  public static final int SOURCE = 2;

  /// The protocol of IPv4, or the last next header of IPv6.
  public static final int PROTOCOL = 3;

  /// Either port.
  public static final int PORT = 4;

  /// The port it goes to.
  public static final int DESTINATION_PORT = 5;

  /// The port it comes from.
  public static final int SOURCE_PORT = 6;

  /// The type of an ICMP message.
  public static final int ICMP_TYPE = 7;

  /// The code of an ICMP message.
  public static final int ICMP_CODE = 8;

  /// The flags of TCP.
  public static final int TCP_FLAGS = 9;

  /// The length in octets, IP header included for IPv4, excluded for IPv6.
  public static final int PACKET_LENGTH = 10;

  /// The six bits of the service class.
  public static final int DSCP = 11;

  /// What part of a fragmented packet it is.
  public static final int FRAGMENT = 12;

  /// The flow label of IPv6.
  public static final int FLOW_LABEL = 13;

  private FlowType() {}

  /// Returns the word for a type.
  ///
  /// @param width the bits of an address: 32 or 128
  public static String name(int type, int width) {
    return switch (type) {
      case DESTINATION -> "destination";
      case SOURCE -> "source";
      case PROTOCOL -> width == 32 ? "protocol" : "next-header";
      case PORT -> "port";
      case DESTINATION_PORT -> "destination-port";
      case SOURCE_PORT -> "source-port";
      case ICMP_TYPE -> "icmp-type";
      case ICMP_CODE -> "icmp-code";
      case TCP_FLAGS -> "tcp-flags";
      case PACKET_LENGTH -> "length";
      case DSCP -> "dscp";
      case FRAGMENT -> "fragment";
      case FLOW_LABEL -> "flow-label";
      default -> "type" + type;
    };
  }

  static boolean isKnown(int type, boolean ipv6) {
    return type >= DESTINATION && type <= (ipv6 ? FLOW_LABEL : FRAGMENT);
  }

  static boolean isBits(int type) {
    return type == TCP_FLAGS || type == FRAGMENT;
  }

  /// How many octets a value may have. The sections of the types say which sizes a sender should
  /// use; a receiver is to be generous where the value itself can still be right.
  static int maxWidth(int type) {
    return switch (type) {
      case TCP_FLAGS -> 2;
      case FRAGMENT -> 1;
      default -> 8;
    };
  }

  /// Returns the relation and the value of a comparison: `>=137`, `=tcp`; for bits `!` for NOT, `=`
  /// for a match of all bits, and the names of the bits with `+` between them.
  public static String text(int type, FlowMatch match) {
    return isBits(type) ? bits(type, match) : number(type, match);
  }

  private static String number(int type, FlowMatch match) {
    String relation =
        switch (match.operator() & 7) {
          case 0 -> "false";
          case 7 -> "true";
          case FlowMatch.LESS -> "<";
          case FlowMatch.GREATER -> ">";
          case FlowMatch.EQUAL -> "=";
          case FlowMatch.LESS | FlowMatch.EQUAL -> "<=";
          case FlowMatch.GREATER | FlowMatch.EQUAL -> ">=";
          default -> "!=";
        };
    if (relation.length() > 3) {
      return relation;
    }
    return relation + (type == PROTOCOL ? protocol(match.value()) : unsigned(match.value()));
  }

  private static String protocol(long number) {
    if (number == 1) {
      return "icmp";
    }
    if (number == 6) {
      return "tcp";
    }
    if (number == 17) {
      return "udp";
    }
    return number == 58 ? "icmp6" : unsigned(number);
  }

  private static String bits(int type, FlowMatch match) {
    StringBuilder text = new StringBuilder();
    text.append((match.operator() & FlowMatch.NOT) != 0 ? "!" : "");
    text.append((match.operator() & FlowMatch.MATCH) != 0 ? "=" : "");
    int names = text.length();
    for (int bit = 0; bit < 64; bit++) {
      if ((match.value() >>> bit & 1) != 0) {
        text.append(text.length() == names ? "" : "+");
        text.append(type == TCP_FLAGS ? tcpFlag(bit) : fragment(bit));
      }
    }
    return text.length() == names ? text.append('0').toString() : text.toString();
  }

  private static String tcpFlag(int bit) {
    return switch (bit) {
      case 0 -> "fin";
      case 1 -> "syn";
      case 2 -> "rst";
      case 3 -> "psh";
      case 4 -> "ack";
      case 5 -> "urg";
      case 6 -> "ece";
      case 7 -> "cwr";
      default -> "bit" + bit;
    };
  }

  private static String fragment(int bit) {
    return switch (bit) {
      case 0 -> "dont-fragment";
      case 1 -> "is-fragment";
      case 2 -> "first-fragment";
      case 3 -> "last-fragment";
      default -> "bit" + bit;
    };
  }

  private static String unsigned(long number) {
    return Long.toUnsignedString(number);
  }
}
