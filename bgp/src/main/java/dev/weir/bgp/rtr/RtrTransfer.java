package dev.weir.bgp.rtr;

import dev.weir.bgp.rpki.Aspa;
import dev.weir.bgp.rpki.AspaSet;
import dev.weir.bgp.rpki.RouterKey;
import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.inet.Asn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The payloads between a Cache Response and its End of Data. Nothing of them counts before the
/// end.
final class RtrTransfer {
  private final ValidatedPayloads base;
  private final Set<Vrp> announced = new HashSet<>();
  private final Set<Vrp> withdrawn = new HashSet<>();
  private final TreeSet<RouterKey> keys;
  private final TreeMap<Asn, Aspa> aspas = new TreeMap<>();
  private boolean aspasChanged;

  /// Begins one.
  ///
  /// @param base what the payloads change; nothing after a Reset Query
  RtrTransfer(ValidatedPayloads base) {
    this.base = base;
    this.keys = new TreeSet<>(base.routerKeys());
    base.aspas().list().forEach(aspa -> aspas.put(aspa.customer(), aspa));
  }

  void take(RtrPdu.PrefixPdu pdu) {
    Vrp vrp = pdu.vrp();
    boolean there =
        announced.contains(vrp) || (base.vrps().contains(vrp) && !withdrawn.contains(vrp));
    check(pdu.announces(), there, vrp);
    if (pdu.announces()) {
      if (!withdrawn.remove(vrp)) {
        announced.add(vrp);
      }
    } else if (!announced.remove(vrp)) {
      withdrawn.add(vrp);
    }
  }

  void take(RtrPdu.RouterKeyPdu pdu) {
    check(pdu.announces(), keys.contains(pdu.key()), pdu.key());
    if (pdu.announces()) {
      keys.add(pdu.key());
    } else {
      keys.remove(pdu.key());
    }
  }

  void take(RtrPdu.AspaPdu pdu) {
    aspasChanged = true;
    if (!pdu.announces()) {
      check(false, aspas.remove(pdu.customer()) != null, pdu.customer());
      return;
    }
    if (pdu.providers().isEmpty()) {
      throw new RtrFault(
          RtrError.ASPA_PROVIDERS, "AS" + pdu.customer().number() + " without providers");
    }
    aspas.put(pdu.customer(), Aspa.of(pdu.customer(), pdu.providers()));
  }

  private static void check(boolean announces, boolean there, Object payload) {
    if (announces && there) {
      throw new RtrFault(RtrError.DUPLICATE_ANNOUNCEMENT, payload + " is announced again");
    }
    if (!announces && !there) {
      throw new RtrFault(
          RtrError.UNKNOWN_WITHDRAWAL, payload + " is withdrawn and was not announced");
    }
  }

  ValidatedPayloads result() {
    return new ValidatedPayloads(
        base.vrps().with(announced, withdrawn),
        aspasChanged ? AspaSet.of(aspas.values()) : base.aspas(),
        List.copyOf(keys));
  }
}
