package dev.weir.cli.bgp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which attributes of two sets differ, a line for each.
final class AttributeChanges {
  private AttributeChanges() {}

  /// The lines `NAME: before -> after`, by type.
  static List<String> of(PathAttributes before, PathAttributes after) {
    TreeSet<Integer> types = new TreeSet<>();
    before.list().forEach(each -> types.add(each.type()));
    after.list().forEach(each -> types.add(each.type()));
    List<String> lines = new ArrayList<>();
    for (int type : types) {
      String old = text(before, type);
      String now = text(after, type);
      if (!Objects.equals(old, now)) {
        lines.add(AttributeType.name(type) + ": " + old + " -> " + now);
      }
    }
    return lines;
  }

  private static String text(PathAttributes set, int type) {
    Octets value = set.value(type);
    return value == null ? "none" : text(set, type, value);
  }

  private static String text(PathAttributes set, int type, Octets value) {
    return switch (type) {
      case AttributeType.AS_PATH -> path(set.asPath());
      case AttributeType.MULTI_EXIT_DISC, AttributeType.LOCAL_PREF ->
          value.length() == 4 ? Long.toString(value.u32(0)) : value.toString();
      case AttributeType.ORIGIN -> String.valueOf(set.origin());
      case AttributeType.NEXT_HOP -> String.valueOf(set.nextHop());
      case AttributeType.COMMUNITIES,
          AttributeType.EXTENDED_COMMUNITIES,
          AttributeType.LARGE_COMMUNITIES ->
          communities(type, value);
      default -> value.toString();
    };
  }

  private static String path(@Nullable AsPath path) {
    return path == null ? "none" : path.toString();
  }

  private static String communities(int type, Octets value) {
    int width =
        switch (type) {
          case AttributeType.COMMUNITIES -> 4;
          case AttributeType.EXTENDED_COMMUNITIES -> 8;
          default -> 12;
        };
    StringJoiner all = new StringJoiner(" ");
    for (int at = value.offset(); at + width <= value.end(); at += width) {
      Object one =
          switch (width) {
            case 4 -> StandardCommunity.read(value.array(), at);
            case 8 -> ExtendedCommunity.read(value.array(), at);
            default -> LargeCommunity.read(value.array(), at);
          };
      all.add(one.toString());
    }
    return all.toString();
  }
}
