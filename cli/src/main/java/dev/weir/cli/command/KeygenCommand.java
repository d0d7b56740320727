package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.dns.name.Name;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.type.DigestType;
import dev.weir.signer.keys.DelegationRecord;
import dev.weir.signer.keys.KeyGenerator;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.KeyTimes;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.store.KeyFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir keygen`: makes a key pair of a zone and writes its files.
@Command(
    name = "keygen",
    description = {
      "Make a key pair of a zone.",
      "",
      "Writes K<zone>+<algorithm>+<tag>.key and, readable by its owner only, .private (or .pem),"
          + " and prints their name without the ending. Nothing is overwritten. The tag is one that"
          + " no other key of the zone in the same directory has, revoked or not."
    })
final class KeygenCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-a", "--algorithm"},
      paramLabel = "ALG",
      defaultValue = "ECDSAP256SHA256",
      description =
          "A mnemonic or number: RSASHA256 (8), RSASHA512 (10), ECDSAP256SHA256 (13),"
              + " ECDSAP384SHA384 (14), ED25519 (15), ED448 (16); with --experimental also MLDSA44"
              + " (18) (default: ${DEFAULT-VALUE}).")
  private String algorithm = "";

  @ArgGroup private @Nullable Roles roles;

  @Option(
      names = {"-b", "--bits"},
      paramLabel = "N",
      description = "Size of an RSA modulus, 1024 to 4096 (default: 2048).")
  private int bits;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "bind",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.BIND;

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "Where the files go (default: here).")
  private @Nullable Path directory;

  @Option(
      names = "--experimental",
      description = "Allow algorithms that validators do not know yet.")
  private boolean experimental;

  @Option(names = "--json", description = "Print what was made as one JSON object.")
  private boolean json;

  @Parameters(index = "0", paramLabel = "ZONE", description = "The name of the zone.")
  private String zone = "";

  /// What the key is made for.
  static final class Roles {
    @Option(names = "--ksk", description = "A key-signing key (flags 257).")
    private boolean ksk;

    @Option(names = "--zsk", description = "A zone-signing key (flags 256).")
    private boolean zsk;

    @SuppressWarnings("unused") // what holds without the other two
    @Option(names = "--csk", description = "One key for everything (flags 257; the default).")
    private boolean csk;

    private KeyRole role() {
      return ksk ? KeyRole.KSK : zsk ? KeyRole.ZSK : KeyRole.CSK;
    }
  }

  /// How the private half is written.
  enum Format {
    /// `.private` files of BIND.
    BIND,
    /// PKCS #8 in PEM.
    PEM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  KeygenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Name owner = Name.parse(zone).canonical();
    SigningAlgorithm chosen = SigningAlgorithm.of(Algorithm.parse(algorithm).code());
    if (chosen == SigningAlgorithm.MLDSA44 && !experimental) {
      throw CommandFailure.unusable(
          "no validator knows MLDSA44 yet: zones signed with it alone count as unsigned; say"
              + " --experimental to try it");
    }
    KeyRole role = roles == null ? KeyRole.CSK : roles.role();
    Path where = directory == null ? Path.of("") : directory;
    SigningKey key =
        new KeyGenerator(new SecureRandom())
            .generate(owner, chosen, role, bits, KeyFiles.existing(where, owner));
    KeyTimes times =
        KeyTimes.from(
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.now()));
    Path base =
        switch (format) {
          case BIND -> KeyFiles.write(where, key, times);
          case PEM -> KeyFiles.writePem(where, key, times);
        };
    print(key, role, base);
    return 0;
  }

  private void print(SigningKey key, KeyRole role, Path base) {
    if (!json) {
      console.out().println(base);
      return;
    }
    new Json(console.out())
        .object()
        .field("zone", key.zone().toString())
        .field("base", base.toString())
        .field("publicFile", base + ".key")
        .field("privateFile", base + (format == Format.PEM ? ".pem" : ".private"))
        .field("algorithm", key.algorithm())
        .field("mnemonic", key.publicKey().algorithm().toString())
        .field("role", role.name().toLowerCase(Locale.ROOT))
        .field("flags", key.flags())
        .field("keyTag", key.keyTag())
        .field("dnskey", key.publicKey().toString())
        .field(
            "ds", DelegationRecord.of(key.zone(), key.publicKey(), DigestType.SHA_256).toString())
        .end()
        .newline();
  }
}
