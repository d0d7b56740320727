package dev.weir.dns.check;

import dev.weir.dns.name.Name;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Checks the nodes of one range of a zone.
final class RangeChecks {
  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;
  private static final int SOA = 6;
  private static final int PTR = 12;
  private static final int MX = 15;
  private static final int TXT = 16;
  private static final int KEY = 25;
  private static final int AAAA = 28;
  private static final int SRV = 33;
  private static final int DNAME = 39;
  private static final int DS = 43;
  private static final int RRSIG = 46;
  private static final int NSEC = 47;
  private static final int DNSKEY = 48;
  private static final int NSEC3 = 50;
  private static final int SPF = 99;
  private static final byte[] POLICY = "v=spf1".getBytes(StandardCharsets.US_ASCII);

  private final ZoneCursor cursor;
  private final Findings findings;
  private final Target target;
  private final boolean targets;
  private final int apexLength;
  private final boolean apexHost;
  private final boolean reverse;
  private byte[] cut = new byte[0];
  private boolean cutIsDname;
  private int cutLength = -1;
  private boolean occluded;
  private boolean ns;
  private boolean dname;
  private boolean ds;
  private boolean cname;
  private boolean other;
  private boolean addresses;
  private boolean policy;
  private boolean policyText;

  RangeChecks(Zone zone, ZoneRange range, boolean targets, int limit) {
    this.targets = targets;
    this.cursor = zone.cursor(range);
    this.findings = new Findings(limit);
    this.target = new Target(zone);
    byte[] apex = zone.apex().wire().array();
    this.apexLength = apex.length;
    this.apexHost = HostNames.wildcardHost(apex, 0);
    this.reverse =
        zone.apex().under(Name.parse("in-addr.arpa."))
            || zone.apex().under(Name.parse("ip6.arpa."));
    enclose(zone, range.from());
  }

  /// Finds the topmost cut that the key lies below.
  private void enclose(Zone zone, byte[] key) {
    for (int length = 0; length < key.length; length++) {
      if (length > 0 && key[length - 1] != 0) {
        continue;
      }
      ZoneCursor at = zone.find(Arrays.copyOf(key, length));
      boolean delegates = at != null && length > 0 && at.findSet(NS, 0);
      boolean redirects = at != null && at.findSet(DNAME, 0);
      if (delegates || redirects) {
        cut = Arrays.copyOf(key, length);
        cutLength = length;
        cutIsDname = redirects && !delegates;
        return;
      }
    }
  }

  Findings run() {
    while (cursor.next()) {
      occluded =
          cutLength >= 0
              && cursor.keyLength() > cutLength
              && Arrays.equals(
                  cursor.page(), cursor.keyFrom(), cursor.keyFrom() + cutLength, cut, 0, cutLength);
      look();
      if (!occluded) {
        cutLength = -1;
        boolean apex = cursor.keyLength() == 0;
        if (dname || (ns && !apex)) {
          cut = cursor.key();
          cutLength = cut.length;
          cutIsDname = !(ns && !apex);
        }
      }
      node();
      cursor.rewind();
      while (cursor.nextSet()) {
        set();
      }
    }
    return findings;
  }

  /// Notes which types the node has.
  private void look() {
    ns = false;
    dname = false;
    ds = false;
    cname = false;
    other = false;
    addresses = false;
    policy = false;
    policyText = false;
    while (cursor.nextSet()) {
      switch (cursor.type()) {
        case CNAME -> cname = true;
        case RRSIG, NSEC, KEY, 24, 30 -> {}
        case NSEC3 -> {}
        default -> {
          other = true;
          look(cursor.type());
        }
      }
    }
  }

  private void look(int type) {
    switch (type) {
      case A, AAAA, MX, 11, 38 -> addresses = true;
      case NS -> ns = true;
      case DNAME -> dname = true;
      case DS -> ds = true;
      case SPF -> policy = hasPolicy();
      case TXT -> policyText = hasPolicy();
      default -> {}
    }
  }

  private boolean hasPolicy() {
    while (cursor.nextRecord()) {
      int from = cursor.rdataFrom() + 1;
      int length = Math.min(POLICY.length, cursor.rdataLength() - 1);
      if (Arrays.equals(cursor.page(), from, from + length, POLICY, 0, POLICY.length)) {
        return true;
      }
    }
    return false;
  }

  /// Checks what concerns the name and the types beside one another.
  private void node() {
    boolean apex = cursor.keyLength() == 0;
    if (cname && other) {
      findings.add(
          ZoneRule.CNAME_AND_OTHER, cursor, CNAME, () -> "an alias with other data beside it");
    }
    if (apex && ds) {
      findings.add(ZoneRule.DS_APEX, cursor, DS, () -> "DS records belong to the parent zone");
    }
    if (ds && !apex && !ns) {
      findings.add(ZoneRule.DS_PLACE, cursor, DS, () -> "DS records where no NS records delegate");
    }
    if (dname && ns && !apex) {
      findings.add(
          ZoneRule.DNAME_AND_NS, cursor, DNAME, () -> "NS records beside it make it occluded");
    }
    if (occluded && cutIsDname && (other || cname)) {
      findings.add(ZoneRule.DNAME_OCCLUDES, cursor, -1, () -> "the name lies below a DNAME record");
    }
    if (policy && !policyText) {
      findings.add(ZoneRule.SPF, cursor, SPF, () -> "the policy is in no TXT record");
    }
    names(apex);
  }

  private void names(boolean apex) {
    byte[] page = cursor.page();
    int from = cursor.keyFrom();
    int to = from + cursor.keyLength();
    boolean host = apex ? apexHost : HostNames.key(page, from, to);
    if (addresses && !host) {
      findings.add(ZoneRule.OWNER_NAME, cursor, -1, () -> "the owner is no host name");
    }
    if (host && !(to - from >= 2 && page[to - 2] == '*')) {
      return;
    }
    boolean wildcard =
        to - from >= 2 && page[to - 2] == '*' && (to - from == 2 || page[to - 3] == 0);
    if (wildcard && ns) {
      findings.add(ZoneRule.NS_WILDCARD, cursor, NS, () -> "a wildcard cannot be delegated");
    }
    if (wildcard && dname) {
      findings.add(
          ZoneRule.WILDCARD_DNAME,
          cursor,
          DNAME,
          () -> "what a DNAME record at a wildcard does is not defined");
    }
    for (int i = from; i + 2 < to; i++) {
      if (page[i] == '*' && page[i + 1] == 0 && (i == from || page[i - 1] == 0)) {
        findings.add(
            ZoneRule.WILDCARD_INSIDE, cursor, -1, () -> "an asterisk that is not the first label");
        return;
      }
    }
  }

  /// Checks the records of one set.
  private void set() {
    int type = cursor.type();
    switch (type) {
      case NS -> servers();
      case CNAME, DNAME -> single(type);
      case SOA -> authority();
      case MX -> hosts(MX, 2, ZoneRule.MX_TARGET);
      case SRV -> hosts(SRV, 6, ZoneRule.SRV_TARGET);
      case PTR -> {
        if (reverse) {
          pointers();
        }
      }
      case DNSKEY -> keys();
      default -> {}
    }
  }

  private void single(int type) {
    if (cursor.records() > 1) {
      int count = cursor.records();
      findings.add(
          type == CNAME ? ZoneRule.CNAME_SEVERAL : ZoneRule.DNAME_SEVERAL,
          cursor,
          type,
          () -> count + " records where one may be");
    }
  }

  private void authority() {
    if (cursor.keyLength() > 0) {
      findings.add(ZoneRule.SOA_PLACE, cursor, SOA, () -> "a SOA record below the apex");
    } else if (cursor.records() > 1) {
      int count = cursor.records();
      findings.add(ZoneRule.SOA, cursor, SOA, () -> count + " SOA records");
    }
    cursor.nextRecord();
    byte[] page = cursor.page();
    int primary = cursor.rdataFrom();
    int mailbox = primary + Name.measure(page, primary, primary + cursor.rdataLength());
    if (!HostNames.host(page, primary)) {
      badName(SOA, primary);
    }
    if (!HostNames.mailbox(page, mailbox)) {
      badName(SOA, mailbox);
    }
  }

  private void badName(int type, int from) {
    findings.add(ZoneRule.DATA_NAME, cursor, type, () -> name(from) + " is no host name");
  }

  private String name(int from) {
    byte[] page = cursor.page();
    int length = Name.measure(page, from, page.length);
    return Name.of(Arrays.copyOfRange(page, from, from + length)).toString();
  }

  private void servers() {
    boolean apex = cursor.keyLength() == 0;
    while (cursor.nextRecord()) {
      byte[] page = cursor.page();
      int from = cursor.rdataFrom();
      int to = from + cursor.rdataLength();
      shape(NS, from, to);
      if (targets && !occluded) {
        Target.Reach reach = target.find(cursor, page, from, to);
        String fault = Target.fault(reach);
        if (fault != null) {
          findings.add(
              apex ? ZoneRule.NS_TARGET : ZoneRule.DELEGATION_TARGET,
              cursor,
              NS,
              () -> name(from) + " " + fault);
        } else if (reach == Target.Reach.DELEGATED && !apex) {
          boolean own = target.belowOwn(cursor);
          findings.add(
              own ? ZoneRule.GLUE_MISSING : ZoneRule.GLUE_SIBLING,
              cursor,
              NS,
              () ->
                  name(from)
                      + (own
                          ? " lies below this delegation and has no address"
                          : " lies below another delegation and has no address"));
        }
      }
    }
  }

  /// Checks the form of a name that should be that of a host.
  private void shape(int type, int from, int to) {
    byte[] page = cursor.page();
    if (!HostNames.host(page, from)) {
      badName(type, from);
    } else if (HostNames.address(page, from, to, apexLength)) {
      findings.add(
          ZoneRule.ADDRESS_AS_NAME, cursor, type, () -> name(from) + " looks like an address");
    }
  }

  private void hosts(int type, int at, ZoneRule rule) {
    while (cursor.nextRecord()) {
      int from = cursor.rdataFrom() + at;
      int to = cursor.rdataFrom() + cursor.rdataLength();
      if (to - from <= 1) {
        continue;
      }
      shape(type, from, to);
      if (targets && !occluded && (!ns || cursor.keyLength() == 0)) {
        String fault = Target.fault(target.find(cursor.page(), from, to));
        if (fault != null) {
          findings.add(rule, cursor, type, () -> name(from) + " " + fault);
        }
      }
    }
  }

  private void pointers() {
    while (cursor.nextRecord()) {
      if (!HostNames.host(cursor.page(), cursor.rdataFrom())) {
        badName(PTR, cursor.rdataFrom());
      }
    }
  }

  private void keys() {
    while (cursor.nextRecord()) {
      int algorithm = cursor.rdataLength() > 3 ? cursor.page()[cursor.rdataFrom() + 3] & 0xff : 0;
      if ((algorithm > 0 && algorithm < 8) || algorithm == 12) {
        findings.add(
            ZoneRule.KEY_ALGORITHM_OLD,
            cursor,
            DNSKEY,
            () -> "algorithm " + algorithm + " must not be used any more");
      }
    }
  }
}
