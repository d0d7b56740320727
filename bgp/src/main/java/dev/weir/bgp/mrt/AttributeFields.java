package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Path attributes as members of a JSON object: what the common ones say, and of all others flags,
/// type and octets, so that nothing is lost.
final class AttributeFields {
  private static final HexFormat HEX = HexFormat.of();

  private AttributeFields() {}

  /// Appends a member for each attribute, a comma before each.
  static void append(StringBuilder text, PathAttributes attributes) {
    StringBuilder raw = new StringBuilder();
    AttributeCursor at = attributes.cursor();
    while (at.next()) {
      if (!known(text, at.type(), at.value(), attributes)) {
        raw.append(raw.isEmpty() ? "" : ",");
        raw.append("{\"type\":").append(at.type()).append(",\"flags\":").append(at.flags());
        raw.append(",\"value\":\"").append(at.value()).append("\"}");
      }
    }
    if (at.isTorn()) {
      text.append(",\"torn\":true");
    }
    if (!raw.isEmpty()) {
      text.append(",\"attributes\":[").append(raw).append(']');
    }
  }

  /// Appends an attribute that has a member of its own; false for one that has none, or cannot be
  /// read.
  private static boolean known(
      StringBuilder text, int type, Octets value, PathAttributes attributes) {
    int length = value.length();
    switch (type) {
      case AttributeType.ORIGIN -> {
        Origin origin = attributes.origin();
        if (origin == null) {
          return false;
        }
        member(text, "origin", origin.toString().toLowerCase(Locale.ROOT));
      }
      case AttributeType.AS_PATH -> path(text, attributes.asPath());
      case AttributeType.AS4_PATH, AttributeType.AS4_AGGREGATOR -> {
        return false;
      }
      case AttributeType.MULTI_EXIT_DISC,
          AttributeType.LOCAL_PREF,
          AttributeType.ONLY_TO_CUSTOMER -> {
        if (length != 4) {
          return false;
        }
        text.append(",\"").append(numberName(type)).append("\":").append(value.u32(0));
      }
      case AttributeType.ATOMIC_AGGREGATE -> text.append(",\"atomic_aggregate\":true");
      case AttributeType.AGGREGATOR -> {
        return aggregator(text, value, attributes.fourOctetAsn());
      }
      case AttributeType.NEXT_HOP, AttributeType.MP_REACH_NLRI, AttributeType.MP_UNREACH_NLRI -> {
        return type != AttributeType.NEXT_HOP || length == 4;
      }
      case AttributeType.ORIGINATOR_ID -> {
        if (length != 4) {
          return false;
        }
        member(text, "originator_id", new Ipv4Address(value.i32(0)).toString());
      }
      case AttributeType.COMMUNITIES -> list(text, "communities", value, 4);
      case AttributeType.EXTENDED_COMMUNITIES -> list(text, "extended_communities", value, 8);
      case AttributeType.LARGE_COMMUNITIES -> list(text, "large_communities", value, 12);
      case AttributeType.CLUSTER_LIST -> list(text, "cluster_list", value, -4);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String numberName(int type) {
    return switch (type) {
      case AttributeType.MULTI_EXIT_DISC -> "med";
      case AttributeType.LOCAL_PREF -> "local_preference";
      default -> "only_to_customer";
    };
  }

  private static void path(StringBuilder text, @Nullable AsPath path) {
    member(text, "as_path", String.valueOf(path));
  }

  private static boolean aggregator(StringBuilder text, Octets value, boolean fourOctet) {
    int number = fourOctet ? 4 : 2;
    if (value.length() != number + 4) {
      return false;
    }
    Asn asn = new Asn(fourOctet ? value.i32(0) : value.u16(0));
    text.append(",\"aggregator\":{\"as\":").append(asn.bits() & 0xffff_ffffL);
    text.append(",\"address\":\"").append(new Ipv4Address(value.i32(number))).append("\"}");
    return true;
  }

  private static void list(StringBuilder text, String name, Octets value, int kind) {
    int width = Math.abs(kind);
    text.append(",\"").append(name).append("\":[");
    for (int at = 0; at + width <= value.length(); at += width) {
      text.append(at == 0 ? "\"" : ",\"").append(element(value, at, kind)).append('"');
    }
    text.append(']');
    if (value.length() % width != 0) {
      member(text, name + "_octets", HEX.formatHex(value.toBytes()));
    }
  }

  private static Object element(Octets value, int at, int kind) {
    return switch (kind) {
      case 4 -> StandardCommunity.read(value.array(), value.offset() + at);
      case 8 -> ExtendedCommunity.read(value.array(), value.offset() + at);
      case 12 -> LargeCommunity.read(value.array(), value.offset() + at);
      default -> new Ipv4Address(value.i32(at));
    };
  }

  private static void member(StringBuilder text, String name, String value) {
    text.append(",\"").append(name).append("\":\"").append(value).append('"');
  }
}
