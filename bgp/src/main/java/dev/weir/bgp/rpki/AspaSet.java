package dev.weir.bgp.rpki;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.rpki.AspaVerdict.Attestation;
import dev.weir.bgp.rpki.AspaVerdict.Hop;
import dev.weir.bgp.rpki.AspaVerdict.Reason;
import dev.weir.inet.Asn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Validated ASPA payloads at one moment: an immutable set that verifies paths
/// (draft-ietf-sidrops-aspa-verification).
///
/// **Idea.** Seen from the origin a path goes *up* from customers to providers, at most once across
/// between two peers, and then *down*. A path that goes up again has been leaked. The payloads say
/// who is above whom, as far as customers have said so. A hop up is judged by what the AS nearer to
/// the origin attests about the next one, a hop down the other way round.
///
/// Towards the origin the path from a provider is one run down and one run up. The *longest* they
/// can be, with every missing attestation taken as favourable, and the *shortest*, with none,
/// decide: if even the longest do not meet the path is invalid, if only the shortest do not it is
/// unknown.
///
/// All of it is one walk over the path from the neighbour to the origin. Payloads of one customer
/// are united.
public final class AspaSet {
  /// The set of no payloads.
  public static final AspaSet EMPTY = new AspaSet(new int[0], new int[0][]);

  /// The neighbour's AS if it is not known, or the neighbour is a route server that does not put
  /// itself on the path.
  public static final long ANY_NEIGHBOUR = -1;

  /// Customers with the highest bit flipped, in order.
  private final int[] customers;

  /// Of each customer its providers, likewise.
  private final int[][] providers;

  private AspaSet(int[] customers, int[][] providers) {
    this.customers = customers;
    this.providers = providers;
  }

  /// Makes the set of some payloads.
  public static AspaSet of(Collection<Aspa> aspas) {
    TreeMap<Asn, TreeSet<Asn>> united = new TreeMap<>();
    for (Aspa aspa : aspas) {
      united.computeIfAbsent(aspa.customer(), _ -> new TreeSet<>()).addAll(aspa.providers());
    }
    int[] customers = new int[united.size()];
    int[][] providers = new int[united.size()][];
    int count = 0;
    for (var entry : united.entrySet()) {
      customers[count] = flipped(entry.getKey().bits());
      providers[count++] =
          entry.getValue().stream().mapToInt(provider -> flipped(provider.bits())).toArray();
    }
    return new AspaSet(customers, providers);
  }

  private static int flipped(int bits) {
    return bits ^ Integer.MIN_VALUE;
  }

  /// Returns how many customers have a payload.
  public int size() {
    return customers.length;
  }

  /// Returns the payloads, one for each customer, in order.
  public List<Aspa> list() {
    List<Aspa> all = new ArrayList<>();
    for (int i = 0; i < customers.length; i++) {
      all.add(
          new Aspa(
              new Asn(flipped(customers[i])),
              Arrays.stream(providers[i]).mapToObj(p -> new Asn(flipped(p))).toList()));
    }
    return all;
  }

  /// Returns this set with one more payload, or with another for its customer: what would be if the
  /// customer attested these providers.
  public AspaSet plus(Aspa aspa) {
    List<Aspa> all = new ArrayList<>(list());
    all.removeIf(other -> other.customer().equals(aspa.customer()));
    all.add(aspa);
    return of(all);
  }

  /// Returns what an AS attests about another (the hop check function).
  public Attestation attestation(Asn customer, Asn provider) {
    return attestation(customer.bits(), provider.bits());
  }

  private Attestation attestation(int customer, int provider) {
    int found = Arrays.binarySearch(customers, flipped(customer));
    if (found < 0) {
      return Attestation.NONE;
    }
    return Arrays.binarySearch(providers[found], flipped(provider)) >= 0
        ? Attestation.PROVIDER
        : Attestation.NOT_PROVIDER;
  }

  /// Verifies a path. Segments of a confederation are passed over.
  ///
  /// @param neighbour the AS of the neighbour, which the path must begin with, or [#ANY_NEIGHBOUR]
  public AspaState verify(AsPath path, AspaDirection direction, long neighbour) {
    return new Walk(this, path, neighbour).state(direction);
  }

  /// Verifies a path and says why, see [#verify].
  ///
  /// @param neighbour the AS of the neighbour, which the path must begin with, or [#ANY_NEIGHBOUR]
  public AspaVerdict explain(AsPath path, AspaDirection direction, long neighbour) {
    return new Walk(this, path, neighbour).verdict(direction);
  }

  /// One walk over a path, from the neighbour to the origin. Positions count different ASes from 0,
  /// hop `k` leads from AS `k` to AS `k + 1`, towards the origin.
  private static final class Walk {
    private final AspaSet set;
    private final AsPath path;
    private final boolean wrongNeighbour;
    private boolean hasSet;
    private int length;

    /// The first hop that is not attested as down: by no attestation, and against one.
    private int firstUnattested = -1;

    private int firstNotDown = -1;

    /// The last hop that is not attested as up: by no attestation, and against one.
    private int lastUnattested = -1;

    private int lastNotUp = -1;

    Walk(AspaSet set, AsPath path, long neighbour) {
      this.set = set;
      this.path = path;
      long before = -1;
      long first = -1;
      for (AsPath.Segments s = path.segments(); s.next(); ) {
        hasSet |= s.kind() == AsPath.AS_SET;
        for (int i = 0; i < s.count() && s.kind() == AsPath.AS_SEQUENCE; i++) {
          long asn = Integer.toUnsignedLong(s.asn(i));
          if (asn != before) {
            first = length == 0 ? asn : first;
            if (length > 0) {
              hop(length - 1, (int) before, (int) asn);
            }
            length++;
          }
          before = asn;
        }
      }
      this.wrongNeighbour = neighbour != ANY_NEIGHBOUR && first != neighbour;
    }

    private void hop(int number, int farther, int nearer) {
      Attestation down = set.attestation(farther, nearer);
      if (down != Attestation.PROVIDER && firstUnattested < 0) {
        firstUnattested = number;
      }
      if (down == Attestation.NOT_PROVIDER && firstNotDown < 0) {
        firstNotDown = number;
      }
      Attestation up = set.attestation(nearer, farther);
      if (up != Attestation.PROVIDER) {
        lastUnattested = number;
      }
      if (up == Attestation.NOT_PROVIDER) {
        lastNotUp = number;
      }
    }

    AspaState state(AspaDirection direction) {
      return switch (reason(direction)) {
        case EMPTY_PATH, HAS_SET, WRONG_NEIGHBOUR, NOT_A_PROVIDER, VALLEY -> AspaState.INVALID;
        case SHORT_PATH, ALL_ATTESTED -> AspaState.VALID;
        case NOT_ATTESTED -> AspaState.UNKNOWN;
      };
    }

    Reason reason(AspaDirection direction) {
      if (length == 0 && !hasSet) {
        return Reason.EMPTY_PATH;
      }
      if (wrongNeighbour) {
        return Reason.WRONG_NEIGHBOUR;
      }
      if (hasSet) {
        return Reason.HAS_SET;
      }
      return switch (direction) {
        case UPSTREAM ->
            length == 1
                ? Reason.SHORT_PATH
                : lastNotUp >= 0
                    ? Reason.NOT_A_PROVIDER
                    : lastUnattested >= 0 ? Reason.NOT_ATTESTED : Reason.ALL_ATTESTED;
        case DOWNSTREAM ->
            length <= 2
                ? Reason.SHORT_PATH
                : gap(firstNotDown, lastNotUp)
                    ? Reason.VALLEY
                    : gap(firstUnattested, lastUnattested)
                        ? Reason.NOT_ATTESTED
                        : Reason.ALL_ATTESTED;
      };
    }

    /// Whether the run down to hop `firstDown` and the run up from hop `lastUp` leave out an AS.
    /// They may end at two neighbours: those are peers.
    private boolean gap(int firstDown, int lastUp) {
      int down = firstDown < 0 ? length : firstDown + 1;
      int up = lastUp < 0 ? length : length - lastUp - 1;
      return down + up < length;
    }

    AspaVerdict verdict(AspaDirection direction) {
      Reason reason = reason(direction);
      boolean looked =
          reason != Reason.EMPTY_PATH
              && reason != Reason.HAS_SET
              && reason != Reason.WRONG_NEIGHBOUR;
      return new AspaVerdict(
          state(direction), direction, reason, looked ? hops(reason, direction) : List.of());
    }

    private List<Hop> hops(Reason reason, AspaDirection direction) {
      List<Asn> ases = new ArrayList<>();
      for (AsPath.Segments s = path.segments(); s.next(); ) {
        for (int i = 0; i < s.count() && s.kind() == AsPath.AS_SEQUENCE; i++) {
          Asn asn = new Asn(s.asn(i));
          if (ases.isEmpty() || !ases.getLast().equals(asn)) {
            ases.add(asn);
          }
        }
      }
      List<Hop> hops = new ArrayList<>();
      for (int i = ases.size() - 2; i >= 0; i--) {
        Asn nearer = ases.get(i + 1);
        Asn farther = ases.get(i);
        Attestation up = set.attestation(nearer, farther);
        Attestation down = set.attestation(farther, nearer);
        hops.add(new Hop(nearer, farther, up, down, isDecisive(reason, direction, i, up)));
      }
      return hops;
    }

    /// Going up, every hop that is not attested as up. From a provider, the two hops at which the
    /// runs end.
    private boolean isDecisive(Reason reason, AspaDirection direction, int hop, Attestation up) {
      return switch (direction) {
        case UPSTREAM ->
            (reason == Reason.NOT_A_PROVIDER && up == Attestation.NOT_PROVIDER)
                || (reason == Reason.NOT_ATTESTED && up == Attestation.NONE);
        case DOWNSTREAM ->
            (reason == Reason.VALLEY && (hop == firstNotDown || hop == lastNotUp))
                || (reason == Reason.NOT_ATTESTED
                    && (hop == firstUnattested || hop == lastUnattested));
      };
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AspaSet set
        && Arrays.equals(customers, set.customers)
        && Arrays.deepEquals(providers, set.providers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(customers) + Arrays.deepHashCode(providers);
  }

  /// Returns how many customers have a payload.
  @Override
  public String toString() {
    return size() + " ASPAs";
  }
}
