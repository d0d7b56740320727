package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Type-length-value triplets, one behind another, as a view over their octets: the BGP-LS
/// attribute, the descriptors of a link-state route, or what stands inside of another triplet (RFC
/// 9552 section 5.1).
///
/// @param octets the triplets; if the last is torn the questions see those before it
public record LinkStateTlvs(Octets octets) {
  /// No triplets.
  public static final LinkStateTlvs NONE = new LinkStateTlvs(Octets.EMPTY);

  /// Writes triplets one behind another, in the order they have.
  public static LinkStateTlvs of(LinkStateTlv... tlvs) {
    RouteWriter writer = new RouteWriter();
    for (LinkStateTlv tlv : tlvs) {
      writer.u16(tlv.type()).u16(tlv.value().length()).octets(tlv.value());
    }
    return new LinkStateTlvs(writer.done());
  }

  /// Returns the whole triplets in their order.
  public List<LinkStateTlv> list() {
    List<LinkStateTlv> all = new ArrayList<>();
    for (int at = 0; at < octets.length(); ) {
      int end = end(at);
      if (end < 0) {
        break;
      }
      all.add(tlv(at));
      at = end;
    }
    return all;
  }

  /// Returns the first triplet of a type, or null if there is none.
  public @Nullable LinkStateTlv first(int type) {
    int end;
    for (int at = 0; at < octets.length(); at = end) {
      end = end(at);
      if (end < 0) {
        return null;
      }
      if (octets.u16(at) == type) {
        return tlv(at);
      }
    }
    return null;
  }

  /// Returns where the triplet begins that is longer than what is left, or -1 if all are whole.
  public int torn() {
    int at = 0;
    while (at < octets.length()) {
      int end = end(at);
      if (end < 0) {
        return at;
      }
      at = end;
    }
    return -1;
  }

  /// Returns where a triplet begins that should stand before the one before it: types ascend, of
  /// one type the lengths, of one length the values; -1 if there is none.
  public int disorder() {
    LinkStateTlv before = null;
    int at = 0;
    for (LinkStateTlv tlv : list()) {
      if (before != null && compare(before, tlv) > 0) {
        return at;
      }
      before = tlv;
      at += 4 + tlv.value().length();
    }
    return -1;
  }

  private static int compare(LinkStateTlv a, LinkStateTlv b) {
    if (a.type() != b.type()) {
      return Integer.compare(a.type(), b.type());
    }
    int byLength = Integer.compare(a.value().length(), b.value().length());
    return byLength != 0 ? byLength : a.value().compareUnsigned(b.value());
  }

  private int end(int at) {
    if (octets.length() - at < 4) {
      return -1;
    }
    int end = at + 4 + octets.u16(at + 2);
    return end > octets.length() ? -1 : end;
  }

  private LinkStateTlv tlv(int at) {
    return new LinkStateTlv(octets.u16(at), octets.slice(at + 4, octets.u16(at + 2)));
  }

  /// Returns the triplets with `, ` between them.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (LinkStateTlv tlv : list()) {
      text.append(text.isEmpty() ? "" : ", ").append(tlv);
    }
    return text.toString();
  }
}
