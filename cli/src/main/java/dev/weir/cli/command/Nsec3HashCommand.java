package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.dns.dnssec.Base32Hex;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.name.Name;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir nsec3-hash`: prints the label that a name has in an NSEC3 chain.
@Command(
    name = "nsec3-hash",
    description = "Print the hashes of names as NSEC3 owners have them (RFC 5155), one a line.")
final class Nsec3HashCommand implements Callable<Integer> {
  private static final int MAX_SALT_OCTETS = 255;
  private static final int MAX_ITERATIONS = 65_535;

  private final Console console;

  @Option(
      names = {"-s", "--salt"},
      paramLabel = "HEX",
      defaultValue = "-",
      description = "The salt; - for none (default: ${DEFAULT-VALUE}).")
  private String salt = "";

  @Option(
      names = {"-t", "--iterations"},
      paramLabel = "N",
      defaultValue = "0",
      description = "Additional iterations, 0 to 65535 (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "A name.")
  private List<String> names = List.of();

  Nsec3HashCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    byte[] octets = salt();
    if (iterations < 0 || iterations > MAX_ITERATIONS) {
      throw CommandFailure.unusable("iterations are 0 to 65535, not " + iterations);
    }
    Nsec3Hash hash = new Nsec3Hash();
    Json array = json ? new Json(console.out()).array() : null;
    for (String text : names) {
      Name name = Name.parse(text);
      String label = label(hash, name, octets);
      if (array == null) {
        console.out().println(label + ".");
      } else {
        array.object().field("name", name.toString()).field("hash", label).end();
      }
    }
    if (array != null) {
      array.end().newline();
    }
    return 0;
  }

  private String label(Nsec3Hash hash, Name name, byte[] octets) {
    byte[] wire = name.canonicalWire();
    byte[] digest = new byte[Nsec3Hash.OCTETS];
    hash.hash(wire, 0, wire.length, octets, iterations, digest, 0);
    byte[] text = new byte[Base32Hex.length(digest.length)];
    Base32Hex.encode(digest, 0, digest.length, text, 0);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private byte[] salt() {
    try {
      byte[] octets = salt.equals("-") ? new byte[0] : HexFormat.of().parseHex(salt);
      if (octets.length <= MAX_SALT_OCTETS) {
        return octets;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw CommandFailure.unusable(
        "the salt '" + salt + "' is not hexadecimal digits, two for each of up to 255 octets");
  }
}
