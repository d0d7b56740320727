package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.PrefixCursor;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A whole UPDATE as a policy sees it, before its routes are looked at one by one: the first
/// parameter of the hook `bgp_in`.
///
/// @see Route for the routes in it
@Doc("An UPDATE with all its routes. Also called `BgpMsg`.")
public final class BgpMessage {
  private static final int HEADER = 19;
  private static final int UPDATE = 2;

  private final UpdateView update;
  private final PathAttributes attributes;

  private BgpMessage(UpdateView update) {
    this.update = update;
    this.attributes = update.attributes();
  }

  /// A message over the octets of an UPDATE.
  public static BgpMessage of(UpdateView update) {
    return new BgpMessage(update);
  }

  /// Returns the message.
  public UpdateView update() {
    return update;
  }

  /// Returns the path attributes.
  @Doc("The path attributes.")
  public PathAttributes attributes() {
    return attributes;
  }

  /// Returns the path.
  @Doc("The path, in AS numbers of four octets.")
  public @Nullable AsPath asPath() {
    return attributes.asPath();
  }

  /// Returns whether the path has an AS in it.
  @Doc("Whether the path has an AS in it, in any segment.")
  public boolean aspathContains(Asn asn) {
    AsPath path = attributes.asPath();
    return path != null && path.contains(asn.bits());
  }

  /// Returns the AS that the routes come from.
  @Doc("The AS that the routes come from; `None` for an empty path and one that ends in a set.")
  public @Nullable Asn aspathOrigin() {
    return AttributeReading.origin(attributes.asPath());
  }

  /// Returns whether the routes come from an AS.
  @Doc("Whether the routes come from an AS: whether it is the last of the path.")
  public boolean matchAspathOrigin(Asn asn) {
    return asn.equals(aspathOrigin());
  }

  /// Returns whether there is a community of four octets.
  @Doc("Whether there is a community of four octets.")
  public boolean containsCommunity(StandardCommunity community) {
    return CommunityOctets.contains(attributes.value(AttributeType.COMMUNITIES), community);
  }

  /// Returns whether there is a large community.
  @Doc("Whether there is a large community.")
  public boolean containsLargeCommunity(LargeCommunity community) {
    return CommunityOctets.contains(attributes.value(AttributeType.LARGE_COMMUNITIES), community);
  }

  /// Returns whether there is an attribute of a type.
  @Doc("Whether there is an attribute of a type.")
  public boolean hasAttribute(@Unsigned byte type) {
    return attributes.has(type & 0xff);
  }

  /// Returns how many routes of plain families are announced.
  @Doc("How many prefixes are announced, of unicast and multicast.")
  public @Unsigned long announcementsCount() {
    return conventionalReach() + mpReach();
  }

  /// Returns how many routes of plain families are withdrawn.
  @Doc("How many prefixes are withdrawn, of unicast and multicast.")
  public @Unsigned long withdrawalsCount() {
    return conventionalUnreach() + mpUnreach();
  }

  /// Returns the family whose initial routes are complete with this message.
  @Doc(
      "The family whose initial routes are complete with this message: it is an end-of-RIB marker"
          + " (RFC 4724).")
  public @Nullable String endOfRib() {
    AfiSafi family = update.endOfRib();
    return family == null ? null : family.toString();
  }

  /// Returns the message as `text2pcap` reads it.
  @Doc(
      "The message with its header in hexadecimal, as Wireshark imports it: an offset, and octets"
          + " with blanks between them.")
  public String fmtPcap() {
    Octets body = update.body();
    byte[] whole = new byte[HEADER + body.length()];
    java.util.Arrays.fill(whole, 0, HEADER - 3, (byte) 0xff);
    whole[HEADER - 3] = (byte) (whole.length >>> 8);
    whole[HEADER - 2] = (byte) whole.length;
    whole[HEADER - 1] = UPDATE;
    body.copyTo(whole, HEADER);
    return "000000 " + HexFormat.ofDelimiter(" ").formatHex(whole);
  }

  /// Returns how many prefixes are announced at the end of the message.
  long conventionalReach() {
    return count(update.announcedPrefixes());
  }

  /// Returns how many prefixes are withdrawn at the start of the message.
  long conventionalUnreach() {
    return count(update.withdrawnPrefixes());
  }

  /// Returns how many prefixes MP_REACH_NLRI announces.
  long mpReach() {
    MpReach reach = update.mpReach();
    return reach == null ? 0 : count(reach.family(), reach.nlri());
  }

  /// Returns how many prefixes MP_UNREACH_NLRI withdraws.
  long mpUnreach() {
    MpUnreach unreach = update.mpUnreach();
    return unreach == null ? 0 : count(unreach.family(), unreach.nlri());
  }

  private long count(AfiSafi family, Octets nlri) {
    return family.isPlain()
        ? count(PrefixCursor.over(nlri, family, update.negotiated().hasPathIds(family)))
        : 0;
  }

  private static long count(PrefixCursor cursor) {
    long count = 0;
    while (cursor.next()) {
      count++;
    }
    return count;
  }
}
