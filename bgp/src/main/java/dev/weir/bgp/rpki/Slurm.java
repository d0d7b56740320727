package dev.weir.bgp.rpki;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Local exceptions to what a validator says (SLURM, RFC 8416; version 2 with ASPA,
/// draft-ietf-sidrops-aspa-slurm): filters take payloads away, then assertions add others.
///
/// @param prefixFilters which VRPs to drop
/// @param keyFilters which router keys to drop
/// @param aspaFilters the customers whose ASPAs to drop
/// @param vrps VRPs to add
/// @param routerKeys router keys to add
/// @param aspas ASPAs to add
public record Slurm(
    List<PrefixFilter> prefixFilters,
    List<KeyFilter> keyFilters,
    List<Asn> aspaFilters,
    List<Vrp> vrps,
    List<RouterKey> routerKeys,
    List<Aspa> aspas) {

  /// Drops the VRPs of a block and of what is in it, of an AS, or of both at once (RFC 8416 section
  /// 3.3.1).
  ///
  /// @param prefix null for any
  /// @param asn null for any
  public record PrefixFilter(@Nullable Prefix prefix, @Nullable Asn asn) {
    /// Returns whether a VRP is dropped.
    public boolean drops(Vrp vrp) {
      return (prefix == null || prefix.covers(vrp.prefix()))
          && (asn == null || asn.equals(vrp.origin()));
    }
  }

  /// Drops the router keys of an AS, with an identifier, or both at once (RFC 8416 section 3.3.2).
  ///
  /// @param asn null for any
  /// @param keyIdentifier null for any
  public record KeyFilter(@Nullable Asn asn, @Nullable Octets keyIdentifier) {
    /// Returns whether a key is dropped.
    public boolean drops(RouterKey key) {
      return (asn == null || asn.equals(key.asn()))
          && (keyIdentifier == null || keyIdentifier.equals(key.keyIdentifier()));
    }
  }

  /// No exceptions.
  public static final Slurm NONE =
      new Slurm(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public Slurm {
    prefixFilters = List.copyOf(prefixFilters);
    keyFilters = List.copyOf(keyFilters);
    aspaFilters = List.copyOf(aspaFilters);
    vrps = List.copyOf(vrps);
    routerKeys = List.copyOf(routerKeys);
    aspas = List.copyOf(aspas);
  }

  /// Reads a SLURM file. Members that the RFC does not know are refused, as it demands (section
  /// 3.1).
  ///
  /// @param in UTF-8, read to its end and not closed
  /// @throws MalformedRpki if it is not as it should be; says where
  /// @throws IOException if the stream cannot be read
  public static Slurm read(InputStream in) throws IOException {
    return new SlurmReader().read(in);
  }

  /// Applies the exceptions: first the filters, then the assertions, which no filter drops.
  public ValidatedPayloads apply(ValidatedPayloads payloads) {
    List<Vrp> dropped =
        prefixFilters.isEmpty()
            ? List.of()
            : payloads.vrps().list().stream()
                .filter(vrp -> prefixFilters.stream().anyMatch(filter -> filter.drops(vrp)))
                .toList();
    List<RouterKey> keys = new ArrayList<>(payloads.routerKeys());
    keys.removeIf(key -> keyFilters.stream().anyMatch(filter -> filter.drops(key)));
    keys.addAll(routerKeys);
    List<Aspa> paths = new ArrayList<>(payloads.aspas().list());
    paths.removeIf(aspa -> aspaFilters.contains(aspa.customer()));
    paths.addAll(aspas);
    return new ValidatedPayloads(payloads.vrps().with(vrps, dropped), AspaSet.of(paths), keys);
  }
}
