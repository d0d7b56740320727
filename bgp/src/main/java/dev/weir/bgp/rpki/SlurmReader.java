package dev.weir.bgp.rpki;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the JSON of RFC 8416 section 3. Everything that may stand in one object is read into the
/// same fields; which of them an object may and must have is asked behind it.
final class SlurmReader {
  private final List<Slurm.PrefixFilter> prefixFilters = new ArrayList<>();
  private final List<Slurm.KeyFilter> keyFilters = new ArrayList<>();
  private final List<Asn> aspaFilters = new ArrayList<>();
  private final List<Vrp> vrps = new ArrayList<>();
  private final List<RouterKey> routerKeys = new ArrayList<>();
  private final List<Aspa> aspas = new ArrayList<>();
  private int version;
  private boolean hasAspa;

  Slurm read(InputStream in) throws IOException {
    try (JsonInput json = new JsonInput(in)) {
      json.document(name -> {
        switch (name) {
          case "slurmVersion" -> version = json.number(Integer.MAX_VALUE);
          case "validationOutputFilters" -> json.object(member -> filters(json, member));
          case "locallyAddedAssertions" -> json.object(member -> assertions(json, member));
          default -> throw unknown(json, name);
        }
        return true;
      });
      if (version < 1 || version > 2) {
        throw json.fault("\"slurmVersion\" must be 1 or 2");
      }
      if (hasAspa && version == 1) {
        throw json.fault("exceptions for ASPA need \"slurmVersion\": 2");
      }
    }
    return new Slurm(prefixFilters, keyFilters, aspaFilters, vrps, routerKeys, aspas);
  }

  private static MalformedRpki unknown(JsonInput json, String name) {
    return json.fault("\"" + name + "\" is no member of a SLURM file here");
  }

  private boolean filters(JsonInput json, String name) throws IOException {
    switch (name) {
      case "prefixFilters" ->
          json.array(() -> {
            Fields f = Fields.read(json, "prefix", "asn");
            if (f.prefix == null && f.asn == null) {
              throw json.fault("a prefix filter needs \"prefix\", \"asn\" or both");
            }
            prefixFilters.add(new Slurm.PrefixFilter(f.prefix, f.asn));
          });
      case "bgpsecFilters" ->
          json.array(() -> {
            Fields f = Fields.read(json, "asn", "SKI");
            if (f.identifier == null && f.asn == null) {
              throw json.fault("a BGPsec filter needs \"asn\", \"SKI\" or both");
            }
            keyFilters.add(new Slurm.KeyFilter(f.asn, f.identifier));
          });
      case "aspaFilters" -> {
        hasAspa = true;
        json.array(() -> {
          Fields f = Fields.read(json, "customerAsn");
          if (f.customer == null) {
            throw json.fault("an ASPA filter needs \"customerAsn\"");
          }
          aspaFilters.add(f.customer);
        });
      }
      default -> throw unknown(json, name);
    }
    return true;
  }

  private boolean assertions(JsonInput json, String name) throws IOException {
    switch (name) {
      case "prefixAssertions" -> json.array(() -> vrps.add(vrp(json)));
      case "bgpsecAssertions" -> json.array(() -> routerKeys.add(routerKey(json)));
      case "aspaAssertions" -> {
        hasAspa = true;
        json.array(() -> {
          Fields f = Fields.read(json, "customerAsn", "providerAsns");
          if (f.customer == null || f.providers.isEmpty()) {
            throw json.fault("an ASPA assertion needs \"customerAsn\" and \"providerAsns\"");
          }
          aspas.add(Aspa.of(f.customer, f.providers));
        });
      }
      default -> throw unknown(json, name);
    }
    return true;
  }

  private static Vrp vrp(JsonInput json) throws IOException {
    Fields f = Fields.read(json, "asn", "prefix", "maxPrefixLength");
    if (f.asn == null || f.prefix == null) {
      throw json.fault("a prefix assertion needs \"asn\" and \"prefix\"");
    }
    try {
      return new Vrp(f.prefix, f.maxLength < 0 ? f.prefix.length() : f.maxLength, f.asn);
    } catch (IllegalArgumentException impossible) {
      throw json.fault(String.valueOf(impossible.getMessage()));
    }
  }

  private static RouterKey routerKey(JsonInput json) throws IOException {
    Fields f = Fields.read(json, "asn", "SKI", "routerPublicKey");
    if (f.asn == null || f.identifier == null || f.key == null) {
      throw json.fault("a BGPsec assertion needs \"asn\", \"SKI\" and \"routerPublicKey\"");
    }
    return new RouterKey(f.asn, f.identifier, f.key);
  }

  /// What may stand in an object; each may also have a comment.
  private static final class Fields {
    private @Nullable Prefix prefix;
    private @Nullable Asn asn;
    private @Nullable Asn customer;
    private @Nullable Octets identifier;
    private @Nullable Octets key;
    private final List<Asn> providers = new ArrayList<>();
    private int maxLength = -1;

    static Fields read(JsonInput json, String... allowed) throws IOException {
      List<String> names = List.of(allowed);
      Fields fields = new Fields();
      json.object(name -> {
        if (name.equals("comment")) {
          json.text();
        } else if (names.contains(name)) {
          fields.member(json, name);
        } else {
          throw unknown(json, name);
        }
        return true;
      });
      return fields;
    }

    private void member(JsonInput json, String name) throws IOException {
      switch (name) {
        case "prefix" -> prefix = json.prefix();
        case "asn" -> asn = json.asn();
        case "customerAsn" -> customer = json.asn();
        case "providerAsns" -> json.array(() -> providers.add(json.asn()));
        case "maxPrefixLength" -> maxLength = json.number(128);
        case "SKI" -> {
          identifier = json.base64();
          if (identifier.length() != 20) {
            throw json.fault("a subject key identifier has 20 octets");
          }
        }
        case "routerPublicKey" -> key = json.base64();
        default -> throw unknown(json, name);
      }
    }
  }
}
