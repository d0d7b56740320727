package dev.weir.signer.sign;

import dev.weir.dns.name.Name;
import dev.weir.signer.SigningFault;
import dev.weir.signer.keys.SigningKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The keys of one signing, and which of them sign which set.
///
/// Keys with the SEP flag sign the key set and what speaks for it (DNSKEY, CDS, CDNSKEY; RFC 7344
/// §4.1), the others sign the rest. Every algorithm must sign every set (RFC 4035 §2.2): a key
/// whose counterpart of the same algorithm is missing does both.
final class KeyRing {
  private static final int DNSKEY = 48;
  private static final int CDS = 59;
  private static final int CDNSKEY = 60;

  private final List<SigningKey> keys;
  private final int[] keySigners;
  private final int[] zoneSigners;

  private KeyRing(List<SigningKey> keys, int[] keySigners, int[] zoneSigners) {
    this.keys = keys;
    this.keySigners = keySigners;
    this.zoneSigners = zoneSigners;
  }

  /// Sorts out the keys.
  ///
  /// @param allKeys whether every key signs the key set
  /// @throws SigningFault if there is no key, one twice, or one of another zone
  static KeyRing of(Name zone, List<SigningKey> keys, boolean allKeys) {
    if (keys.isEmpty()) {
      throw new SigningFault("no key to sign " + zone + " with; make one with 'weir keygen'");
    }
    List<Integer> keySigners = new ArrayList<>();
    List<Integer> zoneSigners = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      SigningKey key = keys.get(i);
      check(zone, keys, i);
      if (allKeys || key.publicKey().entryPoint() || !has(keys, key.algorithm(), true)) {
        keySigners.add(i);
      }
      if (!key.publicKey().entryPoint() || !has(keys, key.algorithm(), false)) {
        zoneSigners.add(i);
      }
    }
    Comparator<Integer> inRecordOrder =
        Comparator.<Integer>comparingInt(i -> keys.get(i).algorithm())
            .thenComparingInt(i -> keys.get(i).keyTag());
    keySigners.sort(inRecordOrder);
    zoneSigners.sort(inRecordOrder);
    return new KeyRing(List.copyOf(keys), array(keySigners), array(zoneSigners));
  }

  private static void check(Name zone, List<SigningKey> keys, int index) {
    SigningKey key = keys.get(index);
    if (!key.zone().equals(zone)) {
      throw new SigningFault(
          "key " + key.baseName() + " belongs to zone " + key.zone() + ", not to " + zone);
    }
    if (!key.publicKey().zoneKey()) {
      throw new SigningFault(
          "key " + key.baseName() + " has no zone key flag (RFC 4034 §2.1.1) and may not sign");
    }
    for (int i = 0; i < index; i++) {
      if (keys.get(i).publicKey().equals(key.publicKey())) {
        throw new SigningFault("key " + key.baseName() + " is given twice");
      }
    }
  }

  private static boolean has(List<SigningKey> keys, int algorithm, boolean entryPoint) {
    return keys.stream()
        .anyMatch(
            key -> key.algorithm() == algorithm && key.publicKey().entryPoint() == entryPoint);
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  List<SigningKey> keys() {
    return keys;
  }

  /// Which keys, by their place in [#keys], sign a set of this type, in the canonical order of
  /// their signatures; not to be changed.
  ///
  /// @param apex whether the set stands at the apex: below it CDS and CDNSKEY are ordinary data
  ///   (RFC 9615 §2)
  int[] signers(int type, boolean apex) {
    return apex && (type == DNSKEY || type == CDS || type == CDNSKEY) ? keySigners : zoneSigners;
  }
}
