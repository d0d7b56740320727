package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;

/// How wide the AS numbers of a message are, told from its attributes.
///
/// Routers do not always say it right: some set the flag of RFC 7854 for a session and send four
/// octets all the same, some the other way round. An AS_PATH read with the wrong width is hardly
/// ever whole segments, so that the octets themselves mostly tell; AGGREGATOR has another length
/// for each width. Where both readings are possible, one in which AS 0 occurs, which is no AS (RFC
/// 7607), is less likely.
public enum AsnWidth {
  /// Two octets, for sure: the other reading is impossible.
  TWO,
  /// Four octets, for sure.
  FOUR,
  /// Two octets, probably: the other reading has AS 0.
  PROBABLY_TWO,
  /// Four octets, probably.
  PROBABLY_FOUR,
  /// The octets do not tell: there is no AS_PATH, an empty one, or one that can be read both ways.
  EITHER,
  /// Neither reading is possible: the attribute is malformed.
  NEITHER;

  /// Tells the width from path attributes.
  public static AsnWidth of(PathAttributes attributes) {
    AsnWidth width = EITHER;
    AttributeCursor cursor = attributes.cursor();
    while (cursor.next()) {
      if (cursor.type() == AttributeType.AS_PATH) {
        AsnWidth path = ofPath(cursor.value());
        if (path == TWO || path == FOUR || path == NEITHER) {
          return path;
        }
        width = path;
      } else if (cursor.type() == AttributeType.AGGREGATOR) {
        if (cursor.valueLength() == 6) {
          return TWO;
        }
        if (cursor.valueLength() == 8) {
          return FOUR;
        }
      }
    }
    return width;
  }

  /// Tells the width from the value of an AS_PATH.
  public static AsnWidth ofPath(Octets value) {
    AsPath two = new AsPath(value, false);
    AsPath four = new AsPath(value, true);
    boolean asTwo = two.isWellFormed();
    boolean asFour = four.isWellFormed();
    if (asTwo != asFour) {
      return asTwo ? TWO : FOUR;
    }
    if (!asTwo) {
      return NEITHER;
    }
    boolean zeroInTwo = two.contains(0);
    boolean zeroInFour = four.contains(0);
    if (zeroInTwo == zeroInFour) {
      return EITHER;
    }
    return zeroInTwo ? PROBABLY_FOUR : PROBABLY_TWO;
  }

  /// Returns whether the octets tell the width, surely or probably.
  public boolean isTold() {
    return this != EITHER && this != NEITHER;
  }

  /// Returns whether the octets leave no doubt.
  public boolean isSure() {
    return this == TWO || this == FOUR;
  }

  /// Returns whether the octets contradict a width that was claimed.
  ///
  /// @param fourOctets the width that was claimed
  public boolean contradicts(boolean fourOctets) {
    return switch (this) {
      case TWO, PROBABLY_TWO -> fourOctets;
      case FOUR, PROBABLY_FOUR -> !fourOctets;
      case EITHER, NEITHER -> false;
    };
  }
}
