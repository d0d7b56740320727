package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Lists of communities as attributes carry them, one behind another. Questions read the octets in
/// place and allocate nothing; octets behind the last whole community are left out.
final class CommunityOctets {
  private CommunityOctets() {}

  static boolean contains(@Nullable Octets value, StandardCommunity community) {
    if (value == null) {
      return false;
    }
    byte[] array = value.array();
    int last = value.end() - 4;
    for (int at = value.offset(); at <= last; at += 4) {
      if (Octets.i32(array, at) == community.bits()) {
        return true;
      }
    }
    return false;
  }

  static boolean contains(@Nullable Octets value, ExtendedCommunity community) {
    if (value == null) {
      return false;
    }
    byte[] array = value.array();
    int last = value.end() - 8;
    for (int at = value.offset(); at <= last; at += 8) {
      if (Octets.i64(array, at) == community.bits()) {
        return true;
      }
    }
    return false;
  }

  static boolean contains(@Nullable Octets value, LargeCommunity community) {
    if (value == null) {
      return false;
    }
    byte[] array = value.array();
    int last = value.end() - 12;
    for (int at = value.offset(); at <= last; at += 12) {
      if (Octets.i32(array, at) == community.asn().bits()
          && Octets.i32(array, at + 4) == community.first()
          && Octets.i32(array, at + 8) == community.second()) {
        return true;
      }
    }
    return false;
  }

  static List<StandardCommunity> standard(@Nullable Octets value) {
    List<StandardCommunity> all = new ArrayList<>();
    for (int at = 0; value != null && at + 4 <= value.length(); at += 4) {
      all.add(StandardCommunity.read(value.array(), value.offset() + at));
    }
    return all;
  }

  static List<ExtendedCommunity> extended(@Nullable Octets value) {
    List<ExtendedCommunity> all = new ArrayList<>();
    for (int at = 0; value != null && at + 8 <= value.length(); at += 8) {
      all.add(ExtendedCommunity.read(value.array(), value.offset() + at));
    }
    return all;
  }

  static List<LargeCommunity> large(@Nullable Octets value) {
    List<LargeCommunity> all = new ArrayList<>();
    for (int at = 0; value != null && at + 12 <= value.length(); at += 12) {
      all.add(LargeCommunity.read(value.array(), value.offset() + at));
    }
    return all;
  }

  /// The attribute in which communities of a width stand.
  static int attribute(int width) {
    return switch (width) {
      case 4 -> AttributeType.COMMUNITIES;
      case 8 -> AttributeType.EXTENDED_COMMUNITIES;
      default -> AttributeType.LARGE_COMMUNITIES;
    };
  }

  // ---- changes ----------------------------------------------------------------------------------

  /// The octets of communities, sorted, each once; all of one width.
  static Octets of(List<? extends Community> communities) {
    List<? extends Community> sorted = communities.stream().sorted().distinct().toList();
    byte[] octets = new byte[sorted.stream().mapToInt(Community::width).sum()];
    int at = 0;
    for (Community each : sorted) {
      at = each.write(octets, at);
    }
    return Octets.of(octets);
  }

  /// The list with one more, behind the others; the list itself if it is there already.
  static Octets with(@Nullable Octets value, Community community) {
    byte[] one = new byte[community.width()];
    community.write(one, 0);
    if (value == null) {
      return Octets.of(one);
    }
    CommunityPattern same = CommunityPattern.of(community);
    if (same.matchesAny(value)) {
      return value;
    }
    int whole = value.length() - value.length() % one.length;
    byte[] more = Arrays.copyOf(value.slice(0, whole).toBytes(), whole + one.length);
    System.arraycopy(one, 0, more, whole, one.length);
    return Octets.of(more);
  }

  /// The list without those whose octets, from an offset in the array on, are to go.
  static Octets without(Octets value, int width, IntPredicate goes) {
    byte[] kept = new byte[value.length()];
    int length = 0;
    for (int at = value.offset(); at + width <= value.end(); at += width) {
      if (!goes.test(at)) {
        System.arraycopy(value.array(), at, kept, length, width);
        length += width;
      }
    }
    return Octets.of(Arrays.copyOf(kept, length));
  }
}
