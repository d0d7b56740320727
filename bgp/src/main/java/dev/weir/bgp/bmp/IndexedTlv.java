package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.List;

/// A TLV of a Route Monitoring of version 4, which says which routes it is about
/// (draft-ietf-grow-bmp-tlv).
///
/// ```
/// type (2)  length of the value (2)  index (2)  value
/// ```
///
/// Index 0 stands for the whole message, 1 for the first route in it, and so on; an index with the
/// high bit names a group of routes, which a [Kind#GROUP] TLV lists.
///
/// @param type 16 bits; the high bit marks types of enterprises
/// @param index 16 bits
/// @param value the value
public record IndexedTlv(int type, int index, Octets value) {
  /// Octets of type, length and index.
  public static final int HEADER = 6;

  /// The bit of an index that names a group.
  public static final int GROUP = 0x8000;

  /// The bit of a type that an enterprise gave; the value begins with the enterprise's number.
  public static final int ENTERPRISE = 0x8000;

  /// What a TLV is for. The numbers changed from draft to draft, so that a message has to say by
  /// the number of its BGP message which it follows, see [Numbering].
  public enum Kind {
    /// The BGP message.
    BGP_MESSAGE,
    /// A capability that the session of the BGP message has, so that it can be read without the
    /// Peer Up.
    STATELESS_PARSING,
    /// The routes of a group.
    GROUP,
    /// The table that the routes are of.
    TABLE_NAME,
    /// What the router thinks of the routes (draft-ietf-grow-bmp-path-marking-tlv).
    PATH_STATUS,
    /// The number of the message.
    SEQUENCE,
    /// More flags.
    FLAGS,
    /// A time.
    TIME,
    /// Something else.
    OTHER
  }

  /// The numbers of the types, in the drafts that routers implement.
  public enum Numbering {
    /// What implementations of the drafts before the twentieth use, which assign no numbers.
    EARLY,
    /// Those of draft-ietf-grow-bmp-tlv-20.
    DRAFT_20;

    /// Returns what a type is for.
    public Kind kind(int type) {
      return this == EARLY ? early(type) : draft20(type);
    }

    private static Kind early(int type) {
      return switch (type) {
        case 1 -> Kind.STATELESS_PARSING;
        case 2 -> Kind.GROUP;
        case 3 -> Kind.TABLE_NAME;
        case 4 -> Kind.BGP_MESSAGE;
        case 5 -> Kind.PATH_STATUS;
        default -> Kind.OTHER;
      };
    }

    private static Kind draft20(int type) {
      return switch (type) {
        case 1 -> Kind.SEQUENCE;
        case 2 -> Kind.FLAGS;
        case 3 -> Kind.TIME;
        case 4 -> Kind.GROUP;
        case 5 -> Kind.TABLE_NAME;
        case 6 -> Kind.STATELESS_PARSING;
        case 7 -> Kind.BGP_MESSAGE;
        default -> Kind.OTHER;
      };
    }
  }

  /// Returns whether the index names a group.
  public boolean isOfGroup() {
    return (index & GROUP) != 0;
  }

  /// Returns whether an enterprise gave the type.
  public boolean isOfEnterprise() {
    return (type & ENTERPRISE) != 0;
  }

  /// Returns the indexes that a group lists.
  public List<Integer> members() {
    List<Integer> members = new ArrayList<>();
    for (int at = 0; at + 2 <= value.length(); at += 2) {
      members.add(value.u16(at));
    }
    return members;
  }

  /// Returns the value as text, see [Tlv#text()].
  public String text() {
    return Tlv.text(value);
  }
}
