package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The path attributes of an UPDATE or of a table entry, as a view over their octets.
///
/// Nothing is decoded until it is asked for, and what is asked for costs one walk over the
/// attributes before it: there are seldom more than ten. Of attributes that occur twice the first
/// counts (RFC 7606 section 3 (g)). A getter returns null where the attribute is missing, and also
/// where its length is impossible; who must tell the two apart checks the message first.
///
/// @param octets the attributes, one behind another
/// @param fourOctetAsn whether AS numbers of AS_PATH and AGGREGATOR have four octets (RFC 6793)
public record PathAttributes(Octets octets, boolean fourOctetAsn) {
  /// No attributes at all.
  public static final PathAttributes NONE = new PathAttributes(Octets.EMPTY, true);

  /// Walks the attributes.
  public AttributeCursor cursor() {
    return new AttributeCursor(octets);
  }

  /// Returns the attributes in their order; a torn one at the end is left out.
  public List<RawAttribute> list() {
    List<RawAttribute> all = new ArrayList<>();
    AttributeCursor cursor = cursor();
    while (cursor.next()) {
      all.add(cursor.attribute());
    }
    return all;
  }

  /// Returns whether there is an attribute of a type.
  public boolean has(int type) {
    return value(type) != null;
  }

  /// Returns the value of the first attribute of a type, or null if there is none.
  public @Nullable Octets value(int type) {
    AttributeCursor cursor = cursor();
    while (cursor.next()) {
      if (cursor.type() == type) {
        return cursor.value();
      }
    }
    return null;
  }

  /// Returns the first attribute of a type, or null if there is none.
  public @Nullable RawAttribute attribute(int type) {
    AttributeCursor cursor = cursor();
    while (cursor.next()) {
      if (cursor.type() == type) {
        return cursor.attribute();
      }
    }
    return null;
  }

  /// Returns how the route came into BGP.
  public @Nullable Origin origin() {
    Octets value = value(AttributeType.ORIGIN);
    return value == null || value.length() != 1 ? null : Origin.of(value.u8(0));
  }

  /// Returns AS_PATH as it was sent, see [#asPath].
  public @Nullable AsPath rawAsPath() {
    Octets value = value(AttributeType.AS_PATH);
    return value == null ? null : new AsPath(value, fourOctetAsn);
  }

  /// Returns the path in four-octet AS numbers: AS_PATH, or, from a speaker of two octets, AS_PATH
  /// and AS4_PATH merged (RFC 6793 section 4.2.3).
  public @Nullable AsPath asPath() {
    AsPath path = rawAsPath();
    if (path == null || fourOctetAsn) {
      return path;
    }
    Octets wide = value(AttributeType.AS4_PATH);
    return wide == null ? path : path.mergedWith(new AsPath(wide, true));
  }

  /// Returns NEXT_HOP.
  public @Nullable Ipv4Address nextHop() {
    Octets value = value(AttributeType.NEXT_HOP);
    return value == null || value.length() != 4 ? null : new Ipv4Address(value.i32(0));
  }

  /// Returns the multi-exit discriminator, 0 to 4,294,967,295, or -1 if there is none.
  public long med() {
    return number(AttributeType.MULTI_EXIT_DISC);
  }

  /// Returns the local preference, 0 to 4,294,967,295, or -1 if there is none.
  public long localPreference() {
    return number(AttributeType.LOCAL_PREF);
  }

  /// Returns whether a community of the pattern's kind matches it. Allocates nothing.
  public boolean hasCommunity(CommunityPattern pattern) {
    int type =
        switch (pattern.width()) {
          case 4 -> AttributeType.COMMUNITIES;
          case 8 -> AttributeType.EXTENDED_COMMUNITIES;
          default -> AttributeType.LARGE_COMMUNITIES;
        };
    Octets value = value(type);
    return value != null && pattern.matchesAny(value);
  }

  /// Returns the AS that restricted the route to customers (RFC 9234).
  public @Nullable Asn onlyToCustomer() {
    Octets value = value(AttributeType.ONLY_TO_CUSTOMER);
    return value == null || value.length() != 4 ? null : new Asn(value.i32(0));
  }

  private long number(int type) {
    Octets value = value(type);
    return value == null || value.length() != 4 ? -1 : value.u32(0);
  }
}
