package dev.weir.signer.verify;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.PublicKeyRecord;
import java.util.ArrayList;
import java.util.List;

/// The keys that a zone publishes, numbered in canonical order.
///
/// Only keys with the zone flag count (RFC 4034 §2.1.1). A revoked key signs nothing but the key
/// set (RFC 5011 §2.1), and its algorithm is not asked for.
final class ZoneKeys {
  /// A DNSKEY record that cannot be a key.
  record Unreadable(Octets rdata, String message) {}

  private final List<PublicKeyRecord> keys = new ArrayList<>();
  private final List<PublicKeyRecord> others = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final int[] tags;
  private final int[] codes;
  private final int[] algorithms;

  private ZoneKeys(List<Octets> records) {
    for (Octets rdata : records) {
      try {
        PublicKeyRecord key = PublicKeyRecord.read(rdata);
        (key.zoneKey() ? keys : others).add(key);
      } catch (KeyFault fault) {
        String message = fault.getMessage();
        unreadable.add(new Unreadable(rdata, message == null ? "no key" : message));
      }
    }
    tags = keys.stream().mapToInt(PublicKeyRecord::keyTag).toArray();
    codes = keys.stream().mapToInt(key -> key.algorithm().code()).toArray();
    algorithms =
        keys.stream()
            .filter(key -> !key.revoked())
            .mapToInt(key -> key.algorithm().code())
            .distinct()
            .sorted()
            .toArray();
  }

  /// The keys in the DNSKEY set of the apex; none if there is no such set.
  static ZoneKeys of(Zone zone) {
    List<Octets> records = new ArrayList<>();
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex != null && apex.findSet(Types.DNSKEY, 0)) {
      while (apex.nextRecord()) {
        records.add(apex.rdata());
      }
    }
    return new ZoneKeys(records);
  }

  /// Whether there is no DNSKEY record at all.
  boolean none() {
    return keys.isEmpty() && others.isEmpty() && unreadable.isEmpty();
  }

  /// The keys that may sign.
  List<PublicKeyRecord> keys() {
    return keys;
  }

  /// DNSKEY records without the zone flag.
  List<PublicKeyRecord> others() {
    return others;
  }

  /// DNSKEY records that are no keys.
  List<Unreadable> unreadable() {
    return unreadable;
  }

  int size() {
    return tags.length;
  }

  int tag(int index) {
    return tags[index];
  }

  int algorithm(int index) {
    return codes[index];
  }

  /// The algorithms by which every set must be signed, ascending (RFC 4035 §2.2).
  int[] algorithms() {
    return algorithms;
  }
}
