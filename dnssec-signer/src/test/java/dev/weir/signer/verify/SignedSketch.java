package dev.weir.signer.verify;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.text.Entry;
import dev.weir.dns.text.EntryFault;
import dev.weir.dns.text.RdataReader;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import dev.weir.signer.keys.PublicKeyRecord;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A small zone `example.`, signed in the plainest way there is: lists of records, sorted sets, no
/// tricks. It shares nothing with the signer, and lets a test break one thing before or after the
/// signatures are made.
final class SignedSketch {
  static final Name APEX = Name.parse("example.");
  static final long NOW = 1_795_000_000L;
  static final int INCEPTION = (int) (NOW - 3600);
  static final int EXPIRATION = (int) (NOW + 86_400 * 30);
  static final int TTL = 3600;

  /// A record.
  record Line(Name owner, int type, int ttl, byte[] rdata) {
    int covered() {
      return type == 46 ? Octets.u16(rdata, 0) : 0;
    }
  }

  /// A key pair with its record.
  record Key(PublicKeyRecord record, KeyPair pair) {}

  private static final HexFormat HEX = HexFormat.of();

  final List<Line> lines = new ArrayList<>();
  final List<Key> keys = new ArrayList<>();
  int inception = INCEPTION;
  int expiration = EXPIRATION;
  int denialTtl = 300;

  /// The zone without DNSSEC data, and a key-signing and a zone-signing key.
  static SignedSketch plain() {
    SignedSketch sketch = new SignedSketch();
    sketch.add("example.", "SOA", "ns1.example. admin.example. 7 1800 900 604800 300");
    sketch.add("example.", "NS", "ns1.example.");
    sketch.add("ns1.example.", "A", "192.0.2.1");
    sketch.add("*.wild.example.", "TXT", "any");
    sketch.add("a.b.c.example.", "TXT", "deep");
    sketch.add("secure.example.", "NS", "ns.secure.example.");
    sketch.add(
        "secure.example.",
        "DS",
        "1 13 2 0000000000000000000000000000000000000000000000000000000000000000");
    sketch.add("ns.secure.example.", "A", "192.0.2.2");
    sketch.add("insecure.example.", "NS", "ns.insecure.example.");
    sketch.add("ns.insecure.example.", "A", "192.0.2.3");
    sketch.add("only.ent.example.", "NS", "ns1.example.");
    sketch.add("moved.example.", "DNAME", "elsewhere.");
    sketch.add("x.moved.example.", "TXT", "occluded");
    sketch.add("MiXeD.example.", "MX", "10 Mail.EXAMPLE.");
    sketch.key(257);
    sketch.key(256);
    return sketch;
  }

  /// The zone with a chain of NSEC records, signed.
  static SignedSketch nsec() {
    return plain().chain().sign();
  }

  /// The zone with a chain of NSEC3 records, signed.
  static SignedSketch nsec3(boolean optOut) {
    return plain().hashedChain("", 0, optOut).sign();
  }

  SignedSketch add(String owner, String type, String rdata) {
    RecordType parsed = RecordType.parse(type);
    OctetBuffer out = new OctetBuffer();
    try {
      new RdataReader().read(parsed, Entry.of(rdata), 0, Name.ROOT, out);
    } catch (EntryFault fault) {
      throw new IllegalArgumentException(rdata, fault);
    }
    return add(Name.parse(owner), parsed.code(), TTL, out.toBytes());
  }

  SignedSketch add(Name owner, int type, int ttl, byte[] rdata) {
    lines.add(new Line(owner, type, ttl, rdata));
    return this;
  }

  /// Makes a key from a seed, so that every run sees the same tags, and publishes it.
  Key key(int flags) {
    Key key = unpublished(flags, keys.size());
    keys.add(key);
    add(APEX, 48, TTL, key.record().rdata().toBytes());
    return key;
  }

  static Key unpublished(int flags, int seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed + 1L);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
      return new Key(PublicKeyRecord.of(flags, Algorithm.ED25519, raw), pair);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // What is in the zone.

  private static boolean below(Name name, Name ancestor) {
    return name.under(ancestor) && !name.equals(ancestor);
  }

  private boolean has(Name owner, int type) {
    return lines.stream().anyMatch(line -> line.type() == type && line.owner().equals(owner));
  }

  boolean occluded(Name name) {
    return lines.stream()
        .anyMatch(line ->
            (line.type() == 39 || (line.type() == 2 && !line.owner().equals(APEX)))
                && below(name, line.owner()));
  }

  boolean delegation(Name name) {
    return !name.equals(APEX) && has(name, 2) && !occluded(name);
  }

  private TreeSet<Name> names() {
    TreeSet<Name> names = new TreeSet<>();
    lines.stream()
        .filter(line -> line.type() != 50 && line.type() != 46)
        .map(Line::owner)
        .filter(name -> !occluded(name))
        .forEach(names::add);
    return names;
  }

  private TreeSet<Integer> types(Name name) {
    boolean cut = delegation(name);
    return lines.stream()
        .filter(line -> line.owner().equals(name) && line.type() != 50 && line.type() != 46)
        .map(Line::type)
        .filter(type -> !cut || type == 2 || type == 43)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static byte[] bitmap(TreeSet<Integer> types) {
    OctetBuffer out = new OctetBuffer();
    Map<Integer, byte[]> windows = new TreeMap<>();
    for (int type : types) {
      byte[] window = windows.computeIfAbsent(type >> 8, _ -> new byte[32]);
      window[(type & 0xff) >> 3] |= (byte) (0x80 >> (type & 7));
    }
    windows.forEach((number, window) -> {
      int length = 32;
      while (window[length - 1] == 0) {
        length--;
      }
      out.u8(number).u8(length).bytes(window, 0, length);
    });
    return out.toBytes();
  }

  // Chains.

  SignedSketch chain() {
    List<Name> names = List.copyOf(names());
    for (int i = 0; i < names.size(); i++) {
      Name next = names.get((i + 1) % names.size());
      TreeSet<Integer> types = types(names.get(i));
      types.addAll(List.of(46, 47));
      OctetBuffer rdata = new OctetBuffer().octets(next.wire()).bytes(bitmap(types));
      add(names.get(i), 47, denialTtl, rdata.toBytes());
    }
    return this;
  }

  SignedSketch hashedChain(String salt, int iterations, boolean optOut) {
    byte[] saltOctets = HEX.parseHex(salt);
    byte[] parameters =
        new OctetBuffer()
            .u8(1)
            .u8(0)
            .u16(iterations)
            .u8(saltOctets.length)
            .bytes(saltOctets)
            .toBytes();
    add(APEX, 51, 0, parameters);
    TreeMap<String, byte[]> bitmaps = new TreeMap<>();
    for (Name name : names()) {
      TreeSet<Integer> types = types(name);
      boolean insecure = delegation(name) && !types.contains(43);
      if (insecure && optOut) {
        continue;
      }
      if (!insecure) {
        types.add(46);
      }
      bitmaps.put(hash(name, saltOctets, iterations), bitmap(types));
      for (Name up = name; !up.equals(APEX); up = up.parent()) {
        bitmaps.putIfAbsent(hash(up, saltOctets, iterations), new byte[0]);
      }
    }
    List<String> hashes = List.copyOf(bitmaps.keySet());
    for (int i = 0; i < hashes.size(); i++) {
      byte[] next = HEX.parseHex(hashes.get((i + 1) % hashes.size()));
      OctetBuffer rdata =
          new OctetBuffer()
              .u8(1)
              .u8(optOut ? 1 : 0)
              .bytes(parameters, 2, parameters.length - 2)
              .u8(20)
              .bytes(next)
              .bytes(bitmaps.get(hashes.get(i)));
      add(hashed(HEX.parseHex(hashes.get(i))), 50, denialTtl, rdata.toBytes());
    }
    return this;
  }

  static Name hashed(byte[] hash) {
    String label = new java.math.BigInteger(1, hash).toString(32);
    return Name.parse("0".repeat(32 - label.length()) + label + ".example.");
  }

  static String hash(Name name, byte[] salt, int iterations) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] value = name.canonicalWire();
      for (int i = 0; i <= iterations; i++) {
        digest.update(value);
        digest.update(salt);
        value = digest.digest();
      }
      return HEX.formatHex(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // Signatures.

  SignedSketch sign() {
    Map<String, List<Line>> sets = new TreeMap<>();
    for (Line line : lines) {
      boolean cut = delegation(line.owner());
      boolean own =
          line.type() != 46
              && (line.type() == 50
                  || (!occluded(line.owner()) && (!cut || line.type() == 43 || line.type() == 47)));
      if (own) {
        String set = line.owner().toString().toLowerCase(Locale.ROOT) + "/" + line.type();
        sets.computeIfAbsent(set, _ -> new ArrayList<>()).add(line);
      }
    }
    for (List<Line> set : sets.values()) {
      int type = set.getFirst().type();
      boolean entry = type == 48 || type == 59 || type == 60;
      for (Key key : keys) {
        if (key.record().entryPoint() == entry) {
          add(signature(set, key));
        }
      }
    }
    return this;
  }

  private void add(Line line) {
    lines.add(line);
  }

  Line signature(List<Line> set, Key key) {
    Line first = set.getFirst();
    int labels = first.owner().labels() - (first.owner().wildcard() ? 1 : 0);
    return signature(set, key, labels, first.ttl());
  }

  Line signature(List<Line> set, Key key, int labels, int originalTtl) {
    Line first = set.getFirst();
    OctetBuffer rdata =
        new OctetBuffer()
            .u16(first.type())
            .u8(15)
            .u8(labels)
            .i32(originalTtl)
            .i32(expiration)
            .i32(inception)
            .u16(key.record().keyTag())
            .bytes(APEX.canonicalWire());
    OctetBuffer message = new OctetBuffer().octets(rdata.view());
    TreeSet<byte[]> sorted = new TreeSet<>(Arrays::compareUnsigned);
    set.forEach(line -> sorted.add(canonical(line)));
    for (byte[] data : sorted) {
      message.bytes(first.owner().canonicalWire()).u16(first.type()).u16(1).i32(originalTtl);
      message.u16(data.length).bytes(data);
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.pair().getPrivate());
      signature.update(message.toBytes());
      rdata.bytes(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return new Line(first.owner(), 46, first.ttl(), rdata.toBytes());
  }

  private static byte[] canonical(Line line) {
    byte[] data = line.rdata().clone();
    int from = line.type() == 15 ? 2 : 0;
    boolean names = List.of(2, 5, 6, 12, 15, 39).contains(line.type());
    int to = line.type() == 6 ? data.length - 20 : data.length;
    for (int i = from; names && i < to; i++) {
      data[i] = Name.fold(data[i]);
    }
    return data;
  }

  // Breaking things.

  List<Line> set(String owner, int type) {
    Name name = Name.parse(owner);
    return lines.stream().filter(line -> line.type() == type && line.owner().equals(name)).toList();
  }

  List<Line> signatures(String owner, int covered) {
    return set(owner, 46).stream().filter(line -> line.covered() == covered).toList();
  }

  SignedSketch drop(Predicate<Line> which) {
    lines.removeIf(which);
    return this;
  }

  SignedSketch drop(String owner, int type) {
    Name name = Name.parse(owner);
    return drop(line -> line.type() == type && line.owner().equals(name));
  }

  SignedSketch dropSignatures(String owner, int covered) {
    List<Line> gone = signatures(owner, covered);
    return drop(gone::contains);
  }

  SignedSketch replace(Line old, Line by) {
    lines.set(lines.indexOf(old), by);
    return this;
  }

  /// The record with other data, before it is signed.
  SignedSketch edit(String owner, int type, java.util.function.UnaryOperator<byte[]> change) {
    Line old = set(owner, type).getFirst();
    return replace(old, new Line(old.owner(), type, old.ttl(), change.apply(old.rdata().clone())));
  }

  Zone zone() {
    return ZoneBuilder.of(
        APEX,
        lines.stream().map(Line::owner).toList(),
        lines.stream()
            .map(line -> new ZoneBuilder.Data(line.type(), line.ttl(), Octets.of(line.rdata())))
            .toList());
  }
}
