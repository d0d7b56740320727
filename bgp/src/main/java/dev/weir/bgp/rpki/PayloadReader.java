package dev.weir.bgp.rpki;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads validated payloads as validators write them: rpki-client (`-j`, `-c`), Routinator (`json`,
/// `jsonext`, `csv`, `csvcompact`, `csvext`), and whoever writes the same.
///
/// A document that begins with `{` is JSON, anything else is CSV. In JSON these members are read,
/// all others are passed over:
///
/// | array | members |
/// |---|---|
/// | `roas` | `asn`, `prefix`, `maxLength` (without it: the length of the prefix) |
/// | `aspas` | `customer` or `customer_asid`, `providers`; or an object with the arrays `ipv4` and `ipv6` of old |
/// | `routerKeys`, `bgpsec_keys` | `asn`, `SKI` or `ski` in hexadecimal, `routerPublicKey` or `pubkey` in Base64 |
///
/// AS numbers are numbers or texts, with `AS` in front or without. Payloads are read one at a time,
/// so a document of any size costs only what it says.
public final class PayloadReader {
  private final List<Vrp> vrps = new ArrayList<>();
  private final List<Aspa> aspas = new ArrayList<>();
  private final List<RouterKey> routerKeys = new ArrayList<>();

  private PayloadReader() {}

  /// Reads a document.
  ///
  /// @param in UTF-8, read to its end and not closed
  /// @throws MalformedRpki if it is not as it should be; says where
  /// @throws IOException if the stream cannot be read
  public static ValidatedPayloads read(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    PayloadReader reader = new PayloadReader();
    if (firstOctet(buffered) == '{') {
      reader.json(buffered);
    } else {
      CsvPayloads.read(buffered, reader.vrps);
    }
    return ValidatedPayloads.of(reader.vrps, reader.aspas, reader.routerKeys);
  }

  /// Passes over blanks and tells what comes, or -1.
  private static int firstOctet(InputStream in) throws IOException {
    while (true) {
      in.mark(1);
      int octet = in.read();
      if (octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
        if (octet >= 0) {
          in.reset();
        }
        return octet;
      }
    }
  }

  private void json(InputStream in) throws IOException {
    try (JsonInput json = new JsonInput(in)) {
      boolean[] known = new boolean[1];
      json.document(name -> {
        boolean read = member(json, name);
        known[0] |= read;
        return read;
      });
      if (!known[0]) {
        throw new MalformedRpki(
            1, 1, "the document has none of \"roas\", \"aspas\", \"routerKeys\", \"bgpsec_keys\"");
      }
    }
  }

  private boolean member(JsonInput json, String name) throws IOException {
    switch (name) {
      case "roas" -> json.array(() -> vrps.add(roa(json)));
      case "routerKeys", "bgpsec_keys" -> json.array(() -> routerKeys.add(routerKey(json)));
      case "aspas" -> {
        if (json.isArray()) {
          json.array(() -> aspas.add(aspa(json)));
        } else {
          json.object(family -> {
            boolean known = family.equals("ipv4") || family.equals("ipv6");
            if (known) {
              json.array(() -> aspas.add(aspa(json)));
            }
            return known;
          });
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Vrp roa(JsonInput json) throws IOException {
    RoaFields fields = new RoaFields();
    json.object(name -> {
      switch (name) {
        case "asn" -> fields.asn = json.asn();
        case "prefix" -> fields.prefix = json.prefix();
        case "maxLength" -> fields.maxLength = json.isNull() ? -1 : json.number(128);
        default -> {
          return false;
        }
      }
      return true;
    });
    if (fields.asn == null || fields.prefix == null) {
      throw json.fault("a ROA needs \"asn\" and \"prefix\"");
    }
    int length = fields.maxLength < 0 ? fields.prefix.length() : fields.maxLength;
    try {
      return new Vrp(fields.prefix, length, fields.asn);
    } catch (IllegalArgumentException impossible) {
      throw json.fault(String.valueOf(impossible.getMessage()));
    }
  }

  private static Aspa aspa(JsonInput json) throws IOException {
    AspaFields fields = new AspaFields();
    json.object(name -> {
      switch (name) {
        case "customer", "customer_asid" -> fields.customer = json.asn();
        case "providers" -> {
          fields.providers = new ArrayList<>();
          json.array(() -> fields.addProvider(json));
        }
        default -> {
          return false;
        }
      }
      return true;
    });
    if (fields.customer == null || fields.providers == null) {
      throw json.fault("an ASPA needs \"customer\" (or \"customer_asid\") and \"providers\"");
    }
    return Aspa.of(fields.customer, fields.providers);
  }

  private static RouterKey routerKey(JsonInput json) throws IOException {
    KeyFields fields = new KeyFields();
    json.object(name -> {
      switch (name) {
        case "asn" -> fields.asn = json.asn();
        case "SKI", "ski" -> fields.identifier = json.hex();
        case "routerPublicKey", "pubkey" -> fields.key = json.base64();
        default -> {
          return false;
        }
      }
      return true;
    });
    if (fields.asn == null || fields.identifier == null || fields.key == null) {
      throw json.fault("a router key needs \"asn\", \"SKI\" and \"routerPublicKey\"");
    }
    try {
      return new RouterKey(fields.asn, fields.identifier, fields.key);
    } catch (IllegalArgumentException impossible) {
      throw json.fault(String.valueOf(impossible.getMessage()));
    }
  }

  private static final class RoaFields {
    private @Nullable Asn asn;
    private @Nullable Prefix prefix;
    private int maxLength = -1;
  }

  private static final class AspaFields {
    private @Nullable Asn customer;
    private @Nullable List<Asn> providers;

    void addProvider(JsonInput json) throws IOException {
      if (providers != null) {
        providers.add(json.asn());
      }
    }
  }

  private static final class KeyFields {
    private @Nullable Asn asn;
    private @Nullable Octets identifier;
    private @Nullable Octets key;
  }
}
