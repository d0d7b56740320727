package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Ipv6Address;
import java.util.ArrayList;
import java.util.List;

/// PREFIX_SID: labels and identifiers of segment routing (RFC 8669, RFC 9252).
///
/// ```
/// type (1)  length (2)  value
/// ```
///
/// @param entries what is said, in its order
public record PrefixSid(List<Tlv> entries) implements PathAttribute {
  /// The type of an entry with an index into a block of labels (RFC 8669 section 3.1).
  public static final int LABEL_INDEX = 1;

  /// The type of an entry with blocks of labels (RFC 8669 section 3.2).
  public static final int ORIGINATOR_SRGB = 3;

  /// The type of an entry with services of layer 3 (RFC 9252 section 2).
  public static final int SRV6_L3_SERVICE = 5;

  /// The type of an entry with services of layer 2 (RFC 9252 section 2).
  public static final int SRV6_L2_SERVICE = 6;

  @Override
  public int type() {
    return AttributeType.PREFIX_SID;
  }

  @Override
  public Octets value() {
    return Tlv.writeNarrow(entries);
  }

  /// Returns the name of an entry's type, or `entry-n`.
  public static String entryName(int type) {
    return switch (type) {
      case LABEL_INDEX -> "label-index";
      case ORIGINATOR_SRGB -> "originator-srgb";
      case SRV6_L3_SERVICE -> "srv6-l3-service";
      case SRV6_L2_SERVICE -> "srv6-l2-service";
      default -> "entry-" + type;
    };
  }

  /// Returns the index into the block of labels, unsigned; -1 if there is none.
  public long labelIndex() {
    for (Tlv entry : entries) {
      if (entry.type() == LABEL_INDEX && entry.value().length() == 7) {
        return entry.value().u32(3);
      }
    }
    return -1;
  }

  /// Returns the blocks of labels, each with its first label and how many there are.
  public List<Block> blocks() {
    List<Block> all = new ArrayList<>();
    for (Tlv entry : entries) {
      Octets value = entry.value();
      for (int at = 2; entry.type() == ORIGINATOR_SRGB && at + 6 <= value.length(); at += 6) {
        all.add(new Block(value.u24(at), value.u24(at + 3)));
      }
    }
    return all;
  }

  /// Returns the identifiers of all services; those that are torn are left out.
  public List<Service> services() {
    List<Service> all = new ArrayList<>();
    for (Tlv entry : entries) {
      boolean service = entry.type() == SRV6_L3_SERVICE || entry.type() == SRV6_L2_SERVICE;
      if (!service || entry.value().isEmpty()) {
        continue;
      }
      List<Tlv> parts = Tlv.readNarrow(entry.value().from(1));
      for (Tlv part : parts == null ? List.<Tlv>of() : parts) {
        if (part.type() == 1 && part.value().length() >= 21) {
          all.add(service(part.value()));
        }
      }
    }
    return all;
  }

  private static Service service(Octets value) {
    Ipv6Address sid = new Ipv6Address(value.i64(1), value.i64(9));
    List<Tlv> inner = Tlv.readNarrow(value.from(21));
    List<Integer> structure = new ArrayList<>();
    for (Tlv part : inner == null ? List.<Tlv>of() : inner) {
      if (part.type() == 1 && part.value().length() == 6 && structure.isEmpty()) {
        for (int i = 0; i < 6; i++) {
          structure.add(part.value().u8(i));
        }
      }
    }
    return new Service(sid, value.u8(17), value.u16(18), List.copyOf(structure));
  }

  /// A block of labels.
  ///
  /// @param first the first label, 24 bits
  /// @param count how many, 24 bits
  public record Block(int first, int count) {}

  /// An identifier of SRv6 with what its end does (RFC 9252 section 3.1).
  ///
  /// @param sid the identifier
  /// @param flags the flags octet
  /// @param behavior what the end does, 16 bits (RFC 8986)
  /// @param structure how many bits locator block, locator node, function, argument, transposition
  ///   have, and where the transposition begins; empty if the message does not say
  public record Service(Ipv6Address sid, int flags, int behavior, List<Integer> structure) {}
}
