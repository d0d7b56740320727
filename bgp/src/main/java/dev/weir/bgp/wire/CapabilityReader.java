package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads the values of capabilities; null where a value does not have the form its code asks for.
final class CapabilityReader {
  private CapabilityReader() {}

  static @Nullable Capability read(int code, Octets value) {
    return switch (code) {
      case CapabilityCode.MULTIPROTOCOL ->
          value.length() == 4
              ? new Capability.Multiprotocol(new AfiSafi(value.u16(0), value.u8(3)), value.u8(2))
              : null;
      case CapabilityCode.OUTBOUND_ROUTE_FILTERING, 130 -> filtering(code, value);
      case CapabilityCode.EXTENDED_NEXT_HOP -> nextHop(value);
      case CapabilityCode.MULTIPLE_LABELS ->
          of(
              list(value, 4, at -> new Capability.FamilyCount(family(value, at), value.u8(at + 3))),
              Capability.MultipleLabels::new);
      case CapabilityCode.ROLE -> value.length() == 1 ? new Capability.Role(value.u8(0)) : null;
      case CapabilityCode.GRACEFUL_RESTART -> gracefulRestart(value);
      case CapabilityCode.FOUR_OCTET_ASN ->
          value.length() == 4 ? new Capability.FourOctetAsn(new Asn(value.i32(0))) : null;
      case CapabilityCode.DYNAMIC -> new Capability.Dynamic(codes(value, 0));
      case CapabilityCode.MULTISESSION, 131 ->
          value.isEmpty() ? null : new Capability.Multisession(code, value.u8(0), codes(value, 1));
      case CapabilityCode.ADD_PATH ->
          of(
              list(
                  value, 4, at -> new Capability.AddPathEntry(family(value, at), value.u8(at + 3))),
              Capability.AddPath::new);
      case CapabilityCode.LONG_LIVED_GRACEFUL_RESTART -> longLived(value);
      case CapabilityCode.FQDN, 184 -> fqdn(code, value);
      case CapabilityCode.SOFTWARE_VERSION ->
          !value.isEmpty() && value.u8(0) == value.length() - 1
              ? new Capability.SoftwareVersion(value.from(1))
              : null;
      case CapabilityCode.PATHS_LIMIT ->
          of(
              list(
                  value, 5, at -> new Capability.FamilyCount(family(value, at), value.u16(at + 3))),
              Capability.PathsLimit::new);
      default -> Capability.Flag.isFlag(code) && value.isEmpty() ? new Capability.Flag(code) : null;
    };
  }

  private static AfiSafi family(Octets value, int at) {
    return new AfiSafi(value.u16(at), value.u8(at + 2));
  }

  /// Entries of one size; null if they do not fill the value.
  private static <T> @Nullable List<T> list(Octets value, int size, IntFunction<T> entry) {
    if (value.length() % size != 0) {
      return null;
    }
    List<T> all = new ArrayList<>();
    for (int at = 0; at < value.length(); at += size) {
      all.add(entry.apply(at));
    }
    return List.copyOf(all);
  }

  private static <T> @Nullable Capability of(
      @Nullable List<T> entries, Function<List<T>, Capability> kind) {
    return entries == null ? null : kind.apply(entries);
  }

  private static List<Integer> codes(Octets value, int from) {
    List<Integer> all = new ArrayList<>();
    for (int at = from; at < value.length(); at++) {
      all.add(value.u8(at));
    }
    return List.copyOf(all);
  }

  private static @Nullable Capability filtering(int code, Octets value) {
    List<Capability.FilterEntry> entries = new ArrayList<>();
    int at = 0;
    while (at < value.length()) {
      if (value.length() - at < 5 || value.length() - at - 5 < 2 * value.u8(at + 4)) {
        return null;
      }
      AfiSafi family = new AfiSafi(value.u16(at), value.u8(at + 3));
      int first = at + 5;
      int octets = 2 * value.u8(at + 4);
      List<Capability.FilterKind> kinds = new ArrayList<>();
      for (int i = first; i < first + octets; i += 2) {
        kinds.add(new Capability.FilterKind(value.u8(i), value.u8(i + 1)));
      }
      entries.add(new Capability.FilterEntry(family, value.u8(at + 2), List.copyOf(kinds)));
      at = first + octets;
    }
    return new Capability.OutboundRouteFiltering(code, List.copyOf(entries));
  }

  private static @Nullable Capability nextHop(Octets value) {
    for (int at = 0; at + 6 <= value.length(); at += 6) {
      if (value.u8(at + 2) != 0) {
        return null;
      }
    }
    List<Capability.NextHopEntry> entries =
        list(
            value,
            6,
            at ->
                new Capability.NextHopEntry(
                    new AfiSafi(value.u16(at), value.u8(at + 3)), value.u16(at + 4)));
    return entries == null ? null : new Capability.ExtendedNextHop(entries);
  }

  private static @Nullable Capability gracefulRestart(Octets value) {
    if (value.length() < 2) {
      return null;
    }
    Octets kept = value.from(2);
    List<Capability.KeptFamily> entries =
        list(kept, 4, at -> new Capability.KeptFamily(family(kept, at), kept.u8(at + 3)));
    return entries == null
        ? null
        : new Capability.GracefulRestart(value.u8(0) >>> 4, value.u16(0) & 0xfff, entries);
  }

  private static @Nullable Capability longLived(Octets value) {
    List<Capability.StaleFamily> entries =
        list(
            value,
            7,
            at ->
                new Capability.StaleFamily(family(value, at), value.u8(at + 3), value.u24(at + 4)));
    return entries == null ? null : new Capability.LongLivedGracefulRestart(entries);
  }

  private static @Nullable Capability fqdn(int code, Octets value) {
    if (value.isEmpty() || value.length() < 2 + value.u8(0)) {
      return null;
    }
    int host = value.u8(0);
    int domain = value.u8(1 + host);
    return value.length() == 2 + host + domain
        ? new Capability.Fqdn(code, value.slice(1, host), value.slice(2 + host, domain))
        : null;
  }
}
