package dev.weir.bgp.check;

import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.nlri.NlriFault;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.MessageCursor;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.NotificationCode;
import dev.weir.bgp.wire.PrefixCursor;
import dev.weir.bgp.wire.UpdateView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One walk over an UPDATE: lengths, prefixes, then each attribute, and last what only the whole
/// message shows. Belongs to the check that made it.
final class UpdateWalk {
  private final Octets body;
  private final Negotiated negotiated;
  private final PeerContext peer;
  private final long[] seen = new long[4];
  private @Nullable List<Finding> findings;
  private boolean announces;
  private boolean announcesPlain;

  UpdateWalk(Octets body, Negotiated negotiated, PeerContext peer) {
    this.body = body;
    this.negotiated = negotiated;
    this.peer = peer;
  }

  List<Finding> findings() {
    return findings == null ? List.of() : findings;
  }

  void check() {
    int most = negotiated.extendedMessages() ? MessageCursor.MOST_EXTENDED : MessageCursor.MOST;
    if (body.length() > most - MessageCursor.HEADER) {
      report(
          Rule.MESSAGE_TOO_LONG,
          body.offset(),
          MessageCursor.HEADER + body.length() + " octets, not more than " + most,
          new Treatment.ResetSession(
              NotificationCode.HEADER, NotificationCode.BAD_MESSAGE_LENGTH, Octets.EMPTY));
      return;
    }
    UpdateView update = UpdateView.read(body, negotiated);
    if (update == null) {
      report(
          Rule.MESSAGE_LENGTHS,
          body.offset(),
          Rule.MESSAGE_LENGTHS.words(),
          reset(NotificationCode.MALFORMED_ATTRIBUTE_LIST));
      return;
    }
    checkPrefixes(update.withdrawnPrefixes(), Rule.WITHDRAWN_SYNTAX);
    announcesPlain = !update.announced().isEmpty();
    announces = announcesPlain;
    Octets octets = update.attributes().octets();
    AttributeCursor cursor = update.attributes().cursor();
    AttributeRules rules = new AttributeRules(this, negotiated, peer);
    while (cursor.next()) {
      checkAttribute(cursor, rules);
    }
    if (cursor.isTorn()) {
      report(
          Rule.ATTRIBUTE_OVERRUN,
          cursor.start(),
          "an attribute needs more than the " + (octets.end() - cursor.start()) + " octets left",
          Treatment.withdraw());
    }
    checkPrefixes(update.announcedPrefixes(), Rule.NLRI_SYNTAX);
    checkWhole(octets);
  }

  private void checkPrefixes(PrefixCursor prefixes, Rule rule) {
    boolean more = prefixes.next();
    while (more) {
      more = prefixes.next();
    }
    if (prefixes.isTorn()) {
      report(rule, prefixes.start(), rule.words(), reset(NotificationCode.INVALID_NETWORK));
    }
  }

  private void checkAttribute(AttributeCursor cursor, AttributeRules rules) {
    int type = cursor.type();
    long bit = 1L << (type & 63);
    if ((seen[type >>> 6] & bit) != 0) {
      boolean multiprotocol =
          type == AttributeType.MP_REACH_NLRI || type == AttributeType.MP_UNREACH_NLRI;
      report(
          Rule.ATTRIBUTE_REPEATED,
          cursor.start(),
          AttributeType.name(type) + " occurs twice",
          multiprotocol
              ? reset(NotificationCode.MALFORMED_ATTRIBUTE_LIST)
              : new Treatment.DiscardAttribute(type, offset(cursor.start())));
      return;
    }
    seen[type >>> 6] |= bit;
    switch (type) {
      case AttributeType.MP_REACH_NLRI -> checkReach(cursor);
      case AttributeType.MP_UNREACH_NLRI -> checkUnreach(cursor);
      default -> rules.check(cursor);
    }
    if (type == AttributeType.MP_REACH_NLRI || type == AttributeType.MP_UNREACH_NLRI) {
      rules.checkFlags(cursor, Treatment.withdraw());
    }
  }

  private void checkReach(AttributeCursor cursor) {
    Octets value = cursor.value();
    MpReach reach = MpReach.read(value);
    AfiSafi family = value.length() < 3 ? null : new AfiSafi(value.u16(0), value.u8(2));
    if (reach == null) {
      report(
          Rule.MP_REACH,
          cursor.start(),
          "MP_REACH_NLRI of " + value.length() + " octets ends early",
          unreadable(family, cursor));
      return;
    }
    if (!NextHops.fits(reach.family(), reach.nextHop().length())) {
      report(
          Rule.MP_NEXT_HOP,
          cursor.start(),
          "a next hop of " + reach.nextHop().length() + " octets for " + reach.family(),
          unreadable(family, cursor));
      return;
    }
    announces |= !reach.nlri().isEmpty();
    checkRoutes(reach.family(), reach.nlri(), Rule.MP_REACH_NLRI, cursor);
  }

  private void checkUnreach(AttributeCursor cursor) {
    MpUnreach unreach = MpUnreach.read(cursor.value());
    if (unreach == null) {
      report(
          Rule.MP_UNREACH,
          cursor.start(),
          "MP_UNREACH_NLRI of " + cursor.valueLength() + " octets",
          unreadable(null, cursor));
      return;
    }
    checkRoutes(unreach.family(), unreach.nlri(), Rule.MP_UNREACH_NLRI, cursor);
  }

  private void checkRoutes(AfiSafi family, Octets nlri, Rule rule, AttributeCursor cursor) {
    boolean pathIds = negotiated.hasPathIds(family);
    if (family.isPlain()) {
      PrefixCursor prefixes = PrefixCursor.over(nlri, family, pathIds);
      boolean more = prefixes.next();
      while (more) {
        more = prefixes.next();
      }
      if (prefixes.isTorn()) {
        report(
            rule,
            prefixes.start(),
            "a prefix of " + family + " cannot be parsed",
            unreadable(family, cursor));
      }
      return;
    }
    NlriFault fault = NlriCursor.check(nlri, family, pathIds);
    if (fault == null) {
      return;
    }
    boolean field = fault.rule().isFieldError();
    report(
        field ? rule : Rule.NLRI_ROUTE,
        nlri.offset() + fault.offset(),
        "a route of " + family + ": " + fault.rule(),
        field ? unreadable(family, cursor) : Treatment.withdraw());
  }

  /// What follows where the routes of a family cannot be found.
  private Treatment unreadable(@Nullable AfiSafi family, AttributeCursor cursor) {
    if (family != null && peer.disableFamilies()) {
      return new Treatment.DisableFamily(family);
    }
    int octets = cursor.valueOffset() + cursor.valueLength() - cursor.start();
    Octets attribute = new Octets(body.array(), cursor.start(), octets);
    return new Treatment.ResetSession(
        NotificationCode.UPDATE, NotificationCode.OPTIONAL_ATTRIBUTE, attribute.detach());
  }

  private void checkWhole(Octets attributes) {
    if (announces) {
      require(attributes, AttributeType.ORIGIN);
      require(attributes, AttributeType.AS_PATH);
      if (announcesPlain) {
        require(attributes, AttributeType.NEXT_HOP);
      }
      if (peer.kind() == PeerContext.Kind.INTERNAL) {
        require(attributes, AttributeType.LOCAL_PREF);
      }
      return;
    }
    if (!hasOthers()) {
      return;
    }
    for (Finding finding : List.copyOf(findings())) {
      if (finding.treatment() instanceof Treatment.TreatAsWithdraw) {
        report(
            Rule.NO_ROUTES,
            attributes.offset(),
            Rule.NO_ROUTES.words(),
            reset(NotificationCode.MALFORMED_ATTRIBUTE_LIST));
        return;
      }
    }
  }

  /// Whether there is an attribute besides MP_UNREACH_NLRI.
  private boolean hasOthers() {
    return (seen[0] & ~(1L << AttributeType.MP_UNREACH_NLRI) | seen[1] | seen[2] | seen[3]) != 0;
  }

  private void require(Octets attributes, int type) {
    if (!has(type)) {
      report(
          Rule.ATTRIBUTE_MISSING,
          attributes.offset(),
          AttributeType.name(type) + " is missing",
          Treatment.withdraw());
    }
  }

  boolean has(int type) {
    return (seen[type >>> 6] & 1L << (type & 63)) != 0;
  }

  /// The offset from the beginning of the message of a place in the array.
  int offset(int at) {
    return at - body.offset() + MessageCursor.HEADER;
  }

  void report(Rule rule, int at, String detail, Treatment treatment) {
    List<Finding> all = findings;
    if (all == null) {
      all = new ArrayList<>();
      findings = all;
    }
    all.add(new Finding(rule, offset(at), detail, treatment));
  }

  static Treatment reset(int subcode) {
    return new Treatment.ResetSession(NotificationCode.UPDATE, subcode, Octets.EMPTY);
  }
}
