package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.wire.MpReach;
import java.util.Arrays;

/// Takes path attributes apart into what many routes share: the AS path, the communities, and the
/// rest.
///
/// The rest is the *frame*: an octet of zero, then all attributes in their order, those that were
/// taken out with flags and type only. So the attributes can be put together again as they came
/// ([Frame#assemble]), and sets that differ in path or communities alone share it. NEXT_HOP leaves
/// its mark in the frame; MP_REACH_NLRI and MP_UNREACH_NLRI leave none, they speak of routes.
///
/// AS numbers become four octets wide: AS_PATH and AS4_PATH are merged, AGGREGATOR and
/// AS4_AGGREGATOR likewise (RFC 6793 section 4.2.3), and the narrow ones dropped. Of an attribute
/// that is taken out and stands there twice the first counts (RFC 7606 section 3 (g)).
///
/// One instance is used for all routes of a table, so that taking apart allocates nothing.
final class AttributeSplitter {
  private byte[] frame = new byte[256];
  private int frameLength;
  private byte[] communities = new byte[256];
  private int communitiesLength;
  private Octets path = Octets.EMPTY;
  private Octets hop = Octets.EMPTY;
  private int seen;

  /// Takes attributes apart.
  ///
  /// @param given the next hop where it stands beside the attributes; empty if they have it
  /// @param reachFirst whether MP_REACH_NLRI says the next hop before NEXT_HOP does: for all
  ///   families but IPv4, of which it is the other way round (RFC 4760 section 3, RFC 8950)
  void split(PathAttributes attributes, Octets given, boolean reachFirst) {
    frameLength = 1;
    communitiesLength = 0;
    path = Octets.EMPTY;
    hop = given;
    seen = 0;
    reserve(attributes.octets().length());
    if (hop.isEmpty() && reachFirst) {
      hop = reachHop(attributes);
    }
    AttributeCursor cursor = attributes.cursor();
    while (cursor.next()) {
      take(cursor, attributes);
    }
    if (hop.isEmpty() && !reachFirst) {
      hop = reachHop(attributes);
    }
  }

  /// The next hop in MP_REACH_NLRI, in full or in the short form of table dumps, which is only
  /// length and next hop (RFC 6396 section 4.3.4).
  private static Octets reachHop(PathAttributes attributes) {
    Octets value = attributes.value(AttributeType.MP_REACH_NLRI);
    if (value == null || value.isEmpty()) {
      return Octets.EMPTY;
    }
    if (value.u8(0) == value.length() - 1) {
      return value.from(1);
    }
    MpReach reach = MpReach.read(value);
    return reach == null ? Octets.EMPTY : reach.nextHop();
  }

  private void take(AttributeCursor cursor, PathAttributes attributes) {
    int type = cursor.type();
    switch (type) {
      case AttributeType.AS_PATH -> {
        if (mark(cursor, 1)) {
          path = attributes.fourOctetAsn() ? cursor.value() : widePath(attributes);
        }
      }
      case AttributeType.NEXT_HOP -> {
        if (hop.isEmpty() && mark(cursor, 2)) {
          hop = cursor.value();
        }
      }
      case AttributeType.COMMUNITIES -> addCommunities(cursor, 4);
      case AttributeType.EXTENDED_COMMUNITIES -> addCommunities(cursor, 8);
      case AttributeType.IPV6_EXTENDED_COMMUNITIES -> addCommunities(cursor, 16);
      case AttributeType.LARGE_COMMUNITIES -> addCommunities(cursor, 32);
      case AttributeType.MP_REACH_NLRI, AttributeType.MP_UNREACH_NLRI -> {}
      case AttributeType.AS4_PATH, AttributeType.AS4_AGGREGATOR -> {
        if (attributes.fourOctetAsn()) {
          copy(cursor);
        }
      }
      case AttributeType.AGGREGATOR -> {
        if (attributes.fourOctetAsn() || cursor.valueLength() != 6) {
          copy(cursor);
        } else {
          wideAggregator(cursor, attributes);
        }
      }
      default -> copy(cursor);
    }
  }

  /// Leaves flags and type in the frame, if the attribute was not there before.
  private boolean mark(AttributeCursor cursor, int bit) {
    if ((seen & bit) != 0) {
      return false;
    }
    seen |= bit;
    reserve(2);
    frame[frameLength++] = (byte) cursor.flags();
    frame[frameLength++] = (byte) cursor.type();
    return true;
  }

  private void addCommunities(AttributeCursor cursor, int bit) {
    if (!mark(cursor, bit)) {
      return;
    }
    int length = cursor.valueLength();
    int needed = communitiesLength + 3 + length;
    if (needed > communities.length) {
      communities = Arrays.copyOf(communities, needed * 2);
    }
    communities[communitiesLength++] = (byte) cursor.type();
    communities[communitiesLength++] = (byte) (length >>> 8);
    communities[communitiesLength++] = (byte) length;
    communitiesLength = cursor.value().copyTo(communities, communitiesLength);
  }

  private void copy(AttributeCursor cursor) {
    Octets value = cursor.value();
    boolean wide = value.length() > 255 || (cursor.flags() & RawAttribute.EXTENDED_LENGTH) != 0;
    head(cursor.flags(), cursor.type(), value.length(), wide);
    frameLength = value.copyTo(frame, frameLength);
  }

  private void head(int flags, int type, int length, boolean wide) {
    reserve(length + 4);
    frame[frameLength++] = (byte) flags;
    frame[frameLength++] = (byte) type;
    if (wide) {
      frame[frameLength++] = (byte) (length >>> 8);
    }
    frame[frameLength++] = (byte) length;
  }

  private static Octets widePath(PathAttributes attributes) {
    AsPath merged = attributes.asPath();
    return merged == null ? Octets.EMPTY : merged.widened().octets();
  }

  /// The aggregator with its number from AS4_AGGREGATOR, which counts only behind AS_TRANS.
  private void wideAggregator(AttributeCursor cursor, PathAttributes attributes) {
    Octets narrow = cursor.value();
    Octets wide = attributes.value(AttributeType.AS4_AGGREGATOR);
    boolean merged = wide != null && wide.length() == 8 && narrow.u16(0) == AsPath.AS_TRANS;
    boolean extended = (cursor.flags() & RawAttribute.EXTENDED_LENGTH) != 0;
    head(cursor.flags(), cursor.type(), 8, extended);
    if (wide != null && merged) {
      frameLength = wide.copyTo(frame, frameLength);
    } else {
      frame[frameLength++] = 0;
      frame[frameLength++] = 0;
      frameLength = narrow.copyTo(frame, frameLength);
    }
  }

  private void reserve(int more) {
    if (frameLength + more > frame.length) {
      frame = Arrays.copyOf(frame, (frameLength + more) * 2);
    }
  }

  /// The value of AS_PATH with numbers of four octets.
  Octets path() {
    return path;
  }

  /// The octets of the next hop.
  Octets hop() {
    return hop;
  }

  /// The communities of all kinds: type, length in two octets, value, of each attribute.
  byte[] communities() {
    return communities;
  }

  /// How many octets of [#communities] count.
  int communitiesLength() {
    return communitiesLength;
  }

  /// The frame.
  byte[] frame() {
    return frame;
  }

  /// How many octets of [#frame] count.
  int frameLength() {
    return frameLength;
  }
}
