package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A set of attributes to be changed and written again in canonical form.
///
/// Ascending types, one attribute of each type (the first counts), the shortest length fields, AS
/// numbers of four octets and so no AS4_PATH and AS4_AGGREGATOR (RFC 6793), MP_REACH_NLRI reduced
/// to its next hop (RFC 6396 section 4.3.4), no MP_UNREACH_NLRI. Values are not copied before
/// [#build].
final class AttributeEdit {
  private static final int LONGEST_SHORT = 255;
  private static final int WELL_KNOWN = RawAttribute.TRANSITIVE;

  private final TreeMap<Integer, RawAttribute> attributes = new TreeMap<>();

  private AttributeEdit() {}

  /// Begins with a set, which stays as it is.
  static AttributeEdit of(PathAttributes set) {
    AttributeEdit edit = new AttributeEdit();
    for (AttributeCursor cursor = set.cursor(); cursor.next(); ) {
      edit.attributes.putIfAbsent(cursor.type(), cursor.attribute());
    }
    RawAttribute reach = edit.attributes.get(AttributeType.MP_REACH_NLRI);
    if (reach != null) {
      Octets hop = NextHops.octets(reach.value());
      edit.with(RawAttribute.OPTIONAL, AttributeType.MP_REACH_NLRI, NextHops.shortForm(hop));
    }
    edit.attributes.remove(AttributeType.MP_UNREACH_NLRI);
    if (!set.fourOctetAsn()) {
      edit.widen(set.asPath());
    }
    return edit;
  }

  private void widen(@Nullable AsPath path) {
    if (path != null) {
      with(WELL_KNOWN, AttributeType.AS_PATH, path.widened().octets());
    }
    RawAttribute narrow = attributes.get(AttributeType.AGGREGATOR);
    RawAttribute wide = attributes.get(AttributeType.AS4_AGGREGATOR);
    if (narrow != null && narrow.value().length() == 6) {
      boolean hidden = narrow.value().u16(0) == AsPath.AS_TRANS;
      Octets value =
          hidden && wide != null && wide.value().length() == 8 ? wide.value() : wide(narrow);
      with(narrow.flags(), AttributeType.AGGREGATOR, value);
    }
    attributes.remove(AttributeType.AS4_PATH);
    attributes.remove(AttributeType.AS4_AGGREGATOR);
  }

  private static Octets wide(RawAttribute aggregator) {
    byte[] octets = new byte[8];
    aggregator.value().copyTo(octets, 2);
    return Octets.of(octets);
  }

  /// Sets an attribute, in place of any of its type.
  AttributeEdit with(int flags, int type, Octets value) {
    attributes.put(type, new RawAttribute(flags, type, value));
    return this;
  }

  /// Removes an attribute.
  AttributeEdit without(int type) {
    attributes.remove(type);
    return this;
  }

  /// Sets NEXT_HOP, and removes the other place for a next hop.
  AttributeEdit withNextHop(IpAddress address) {
    byte[] octets = new byte[4];
    address.write(octets, 0);
    return without(AttributeType.MP_REACH_NLRI)
        .with(WELL_KNOWN, AttributeType.NEXT_HOP, Octets.of(octets));
  }

  /// Sets the next hop of MP_REACH_NLRI, and removes the other place for a next hop.
  AttributeEdit withReach(AfiSafi family, IpAddress address) {
    return without(AttributeType.NEXT_HOP)
        .with(
            RawAttribute.OPTIONAL,
            AttributeType.MP_REACH_NLRI,
            NextHops.shortForm(family, address));
  }

  /// The set, in octets of its own.
  PathAttributes build() {
    int length = 0;
    for (RawAttribute each : attributes.values()) {
      int value = each.value().length();
      length += (value > LONGEST_SHORT ? 4 : 3) + value;
    }
    byte[] octets = new byte[length];
    int at = 0;
    for (Map.Entry<Integer, RawAttribute> each : attributes.entrySet()) {
      at = write(each.getValue(), octets, at);
    }
    return new PathAttributes(Octets.of(octets), true);
  }

  private static int write(RawAttribute attribute, byte[] octets, int from) {
    int length = attribute.value().length();
    boolean wide = length > LONGEST_SHORT;
    int plain = attribute.flags() & ~RawAttribute.EXTENDED_LENGTH;
    int at = from;
    octets[at++] = (byte) (wide ? plain | RawAttribute.EXTENDED_LENGTH : plain);
    octets[at++] = (byte) attribute.type();
    if (wide) {
      octets[at++] = (byte) (length >>> 8);
    }
    octets[at++] = (byte) length;
    return attribute.value().copyTo(octets, at);
  }
}
