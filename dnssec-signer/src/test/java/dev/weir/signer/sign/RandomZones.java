package dev.weir.signer.sign;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.dnssec.Base32Hex;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.DigestType;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import dev.weir.signer.keys.DelegationRecord;
import dev.weir.signer.keys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Zones made of a seeded random, in every shape that signing has a rule for.
///
/// Names hang below one another at random, so that there are empty non-terminals, data below
/// delegations and DNAME, and delegations below those. Labels are few, so that they collide, and
/// hold the octets that sort wrongly where somebody was careless.
final class RandomZones {
  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;
  private static final int SOA = 6;
  private static final int MX = 15;
  private static final int TXT = 16;
  private static final int RP = 17;
  private static final int AAAA = 28;
  private static final int SRV = 33;
  private static final int DNAME = 39;
  private static final int DS = 43;
  private static final int CDS = 59;
  private static final int CDNSKEY = 60;
  private static final int CAA = 257;
  private static final int[] TTLS = {0, 1, 300, 3600, 86_400, Integer.MAX_VALUE};
  private static final String[] LABELS = {
    "a",
    "B",
    "ab",
    "AB-c",
    "www",
    "*",
    "-",
    "--",
    "_tcp",
    "0",
    "9",
    "9z",
    "z",
    "Z~",
    "ns",
    "\0",
    "\1",
    "\0\0",
    "\1\1",
    "a\0",
    "a\1",
    "a.b",
    "a b",
    "\u00c0",
    "\u00e0",
    "\u00ff",
    "xn--p1ai",
    "\\"
  };

  private final Random random;
  private final Name apex;
  private final int filler;
  private final boolean tame;
  private final List<Name> owners = new ArrayList<>();
  private final List<ZoneBuilder.Data> records = new ArrayList<>();
  private final List<Name> places = new ArrayList<>();
  private final Set<Name> taken = new HashSet<>();

  private RandomZones(Random random, Name apex, int filler, boolean tame) {
    this.random = random;
    this.apex = apex;
    this.filler = filler;
    this.tame = tame;
  }

  /// A zone of some forty names without what other programs refuse for reasons that are not
  /// DNSSEC's: delegations of wildcards, records below DNAME, missing glue, CDS below the apex,
  /// long names, octets of zero in labels.
  static Zone tame(Random random, Name apex, List<SigningKey> keys, Denial denial) {
    return new RandomZones(random, apex, 0, true).make(keys, denial, 40);
  }

  /// A zone.
  ///
  /// @param keys some zones have CDS and CDNSKEY records for those with the SEP flag
  /// @param denial for NSEC3 there may be names that equal a hash
  /// @param names about how many names; 0 for the apex alone
  /// @param filler octets of text at every other name, to fill pages; 0 for none
  static Zone zone(
      Random random, Name apex, List<SigningKey> keys, Denial denial, int names, int filler) {
    return new RandomZones(random, apex, filler, false).make(keys, denial, names);
  }

  private Zone make(List<SigningKey> keys, Denial denial, int names) {
    apex(keys, names);
    for (int i = 0; i < names; i++) {
      name();
    }
    if (denial instanceof Denial.Nsec3 nsec3 && names > 0) {
      hashLabel(nsec3);
    }
    return ZoneBuilder.of(apex, owners, records);
  }

  private void apex(List<SigningKey> keys, int names) {
    places.add(apex);
    taken.add(apex);
    OctetBuffer soa = new OctetBuffer().octets(target().wire()).octets(target().wire());
    soa.i32(random.nextInt()).i32(7200).i32(900).i32(604_800).i32(random.nextInt(5000));
    add(apex, SOA, TTLS[2 + random.nextInt(3)], soa.toBytes());
    set(apex, NS);
    if (random.nextInt(3) == 0) {
      data(apex, 1 + random.nextInt(4));
    }
    if (random.nextInt(10) == 0 && names < 10) {
      set(apex, DNAME);
    }
    if (random.nextInt(3) == 0) {
      int ttl = ttl();
      for (SigningKey key : keys) {
        if (key.publicKey().entryPoint()) {
          add(apex, CDNSKEY, ttl, key.publicKey().rdata().toBytes());
          DelegationRecord cds = DelegationRecord.of(apex, key.publicKey(), new DigestType(2));
          add(apex, CDS, ttl, cds.rdata());
        }
      }
    }
  }

  private void name() {
    Name parent = places.get(random.nextInt(places.size()));
    Name owner = below(parent, random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1);
    if ((tame && (redirected(owner) || holdsZero(owner))) || !taken.add(owner)) {
      return;
    }
    places.add(owner);
    int kind = random.nextInt(12);
    switch (tame && owner.wildcard() ? 11 : kind) {
      case 0 -> set(owner, CNAME);
      case 1, 2, 3 -> delegation(owner);
      case 4 -> {
        boolean dname = !tame || taken.stream().noneMatch(name -> below(name, owner));
        set(owner, dname ? DNAME : A);
        data(owner, random.nextInt(2));
      }
      case 5 -> {
        int count = 2 + random.nextInt(filler > 0 ? 3000 : 60);
        for (int i = 0; i < count; i++) {
          add(owner, A, 300, new OctetBuffer().i32(i).toBytes());
        }
      }
      default -> data(owner, 1 + random.nextInt(3));
    }
    if (filler > 0 && random.nextBoolean()) {
      OctetBuffer text = new OctetBuffer();
      while (text.length() < filler) {
        text.u8(255).bytes(octets(255));
      }
      add(owner, TXT, ttl(), text.toBytes());
    }
  }

  private boolean redirected(Name owner) {
    for (int i = 0; i < owners.size(); i++) {
      if (records.get(i).type() == DNAME && owner.under(owners.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean below(Name name, Name ancestor) {
    return name.under(ancestor) && !name.equals(ancestor);
  }

  private static boolean holdsZero(Name name) {
    return name.toString().contains("\\000");
  }

  private void delegation(Name owner) {
    int ttl = ttl();
    int servers = 1 + random.nextInt(3);
    for (int i = 0; i < servers; i++) {
      Name server = tame || random.nextBoolean() ? target() : below(owner, 1 + random.nextInt(3));
      add(owner, NS, ttl, server.wire().toBytes());
      if (server.under(owner) && taken.add(server)) {
        set(server, A);
        places.add(server);
      }
    }
    if (random.nextInt(3) == 0) {
      set(owner, DS);
    }
    if (random.nextInt(3) == 0) {
      data(owner, 1);
    }
  }

  private void hashLabel(Denial.Nsec3 nsec3) {
    Name hashed = places.get(random.nextInt(places.size()));
    byte[] wire = hashed.canonicalWire();
    byte[] hash = new byte[Nsec3Hash.OCTETS];
    new Nsec3Hash().hash(wire, 0, wire.length, nsec3.salt().toBytes(), nsec3.iterations(), hash, 0);
    byte[] label = new byte[32];
    Base32Hex.encode(hash, 0, hash.length, label, 0);
    Name owner = child(apex, label);
    if (taken.add(owner)) {
      switch (random.nextInt(3)) {
        case 0 -> data(owner, 1);
        case 1 -> delegation(owner);
        default -> data(below(owner, 2), 1);
      }
    }
  }

  /// Adds sets of any types that may stand together.
  private void data(Name owner, int sets) {
    for (int i = 0; i < sets; i++) {
      int type =
          switch (random.nextInt(10)) {
            case 0 -> A;
            case 1 -> AAAA;
            case 2 -> MX;
            case 3 -> TXT;
            case 4 -> SRV;
            case 5 -> RP;
            case 6 -> CAA;
            case 7 -> tame || owner.equals(apex) ? A : random.nextBoolean() ? CDS : CDNSKEY;
            case 8 -> 0xff00 + random.nextInt(255);
            default -> 1000 + random.nextInt(31_000);
          };
      set(owner, type);
    }
  }

  private void set(Name owner, int type) {
    boolean single = type == CNAME || type == DNAME;
    int records = single ? 1 : 1 + random.nextInt(3);
    int ttl = ttl();
    for (int i = 0; i < records; i++) {
      Name shown = random.nextInt(4) == 0 ? swapped(owner) : owner;
      add(shown, type, random.nextInt(20) == 0 ? ttl() : ttl, rdata(type));
    }
  }

  private byte[] rdata(int type) {
    OctetBuffer out = new OctetBuffer();
    switch (type) {
      case A -> out.bytes(octets(4));
      case AAAA -> out.bytes(octets(16));
      case NS, CNAME, DNAME -> out.octets(target().wire());
      case MX -> out.u16(random.nextInt(3)).octets(target().wire());
      case SRV -> out.u16(0).u16(random.nextInt(3)).u16(53).octets(target().wire());
      case RP -> out.octets(target().wire()).octets(target().wire());
      case TXT -> out.u8(3).bytes(octets(3)).u8(0);
      case CAA -> out.u8(0).u8(5).latin1("issue").bytes(octets(4));
      case DS, CDS -> out.u16(random.nextInt(0x10000)).u8(13).u8(2).bytes(octets(32));
      case CDNSKEY -> out.u16(257).u8(3).u8(13).bytes(octets(64));
      default -> out.bytes(octets(random.nextInt(40)));
    }
    return out.toBytes();
  }

  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  private int ttl() {
    return TTLS[random.nextInt(TTLS.length)];
  }

  private Name target() {
    return tame || random.nextInt(3) == 0 ? Name.parse("Ns.Elsewhere.TEST.") : below(apex, 1);
  }

  private Name below(Name parent, int labels) {
    Name name = parent;
    for (int i = 0; i < labels; i++) {
      byte[] label = LABELS[random.nextInt(LABELS.length)].getBytes(StandardCharsets.ISO_8859_1);
      if (random.nextInt(30) == 0) {
        label = octets(tame ? 9 : 63);
      }
      name = child(name, label);
    }
    return name;
  }

  /// The name with a label before it, or without where it would be too long.
  private static Name child(Name parent, byte[] label) {
    try {
      return parent.child(label);
    } catch (MalformedWire _) {
      return parent;
    }
  }

  /// The same name, with the case of its letters turned.
  private static Name swapped(Name name) {
    byte[] wire = name.wire().toBytes();
    for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
      for (int i = at + 1; i <= at + wire[at]; i++) {
        int small = wire[i] | 0x20;
        if (small >= 'a' && small <= 'z') {
          wire[i] ^= 0x20;
        }
      }
    }
    return Name.of(wire);
  }

  private void add(Name owner, int type, int ttl, byte[] rdata) {
    owners.add(owner);
    records.add(new ZoneBuilder.Data(type, ttl, Octets.of(rdata)));
  }
}
