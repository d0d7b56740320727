package dev.weir.cli.bgp;

import dev.weir.bgp.rpki.Aspa;
import dev.weir.bgp.rpki.AspaSet;
import dev.weir.bgp.rpki.Slurm;
import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.bgp.rpki.VrpSet;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.inet.Asn;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what is validated, and the reading of it.
final class RpkiOptions {
  @Option(
      names = "--vrps",
      paramLabel = "FILE",
      description = "What a validator has published: JSON or CSV of rpki-client or Routinator.")
  private @Nullable Path vrps;

  @Option(
      names = "--aspa",
      paramLabel = "FILE",
      description = "Where the ASPAs are (default: the file of --vrps).")
  private @Nullable Path aspa;

  @Option(names = "--slurm", paramLabel = "FILE", description = "Local exceptions (RFC 8416).")
  private @Nullable Path slurm;

  @Option(
      names = "--with-vrp",
      paramLabel = "VRP",
      description = "What if there were this VRP too: '192.0.2.0/24-26 AS65000'.")
  private List<String> withVrps = new ArrayList<>();

  @Option(
      names = "--with-aspa",
      paramLabel = "ASPA",
      description =
          "What if a customer had this ASPA, instead of the one it may have: 'AS1 => AS2, AS3'.")
  private List<String> withAspas = new ArrayList<>();

  /// Whether anything was said of what is validated.
  boolean isEmpty() {
    return vrps == null && aspa == null && withVrps.isEmpty() && withAspas.isEmpty();
  }

  /// Reads the files and applies the exceptions, then what is only supposed.
  ///
  /// @throws CommandFailure if a file or an option has something else
  /// @throws IOException if a file cannot be read
  ValidatedPayloads payloads() throws IOException {
    if (isEmpty()) {
      throw CommandFailure.unusable("--vrps FILE says what is validated; it is missing");
    }
    ValidatedPayloads read = vrps == null ? ValidatedPayloads.EMPTY : RpkiInput.payloads(vrps);
    if (aspa != null) {
      AspaSet aspas = RpkiInput.payloads(aspa).aspas();
      read = new ValidatedPayloads(read.vrps(), aspas, read.routerKeys());
    }
    if (slurm != null) {
      Slurm exceptions = RpkiInput.exceptions(slurm);
      read = exceptions.apply(read);
    }
    VrpSet vrpSet = read.vrps().with(withVrps.stream().map(RpkiOptions::vrp).toList(), List.of());
    AspaSet aspas = read.aspas();
    for (String text : withAspas) {
      aspas = aspas.plus(aspa(text));
    }
    return new ValidatedPayloads(vrpSet, aspas, read.routerKeys());
  }

  private static Vrp vrp(String text) {
    String[] words = text.strip().split(" +", -1);
    String block = words[0];
    int dash = block.indexOf('-');
    try {
      Prefix prefix = Prefix.parse(dash < 0 ? block : block.substring(0, dash));
      int most = dash < 0 ? prefix.length() : Integer.parseInt(block.substring(dash + 1));
      if (words.length == 2) {
        return new Vrp(prefix, most, Asn.parse(words[1]));
      }
    } catch (MalformedInet | IllegalArgumentException malformed) {
      throw CommandFailure.unusable("--with-vrp: " + malformed.getMessage());
    }
    throw CommandFailure.unusable(
        "--with-vrp '" + text + "': expected a prefix and an AS, as '192.0.2.0/24-26 AS65000'");
  }

  private static Aspa aspa(String text) {
    String[] sides = text.split("=>", -1);
    if (sides.length != 2 || sides[1].isBlank()) {
      throw CommandFailure.unusable(
          "--with-aspa '"
              + text
              + "': expected a customer and its providers, as 'AS1 => AS2, AS3'");
    }
    try {
      return Aspa.of(
          Asn.parse(sides[0].strip()),
          Stream.of(sides[1].strip().split("[ ,]+")).map(Asn::parse).toList());
    } catch (MalformedInet malformed) {
      throw CommandFailure.unusable("--with-aspa: " + malformed.getMessage());
    }
  }
}
