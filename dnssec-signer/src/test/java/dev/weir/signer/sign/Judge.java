package dev.weir.signer.sign;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A program of another project that says whether a signed zone is right.
///
/// Each sees what the others miss, so a zone is taken as right only if all accept it;
/// `docs/dns/judges.md` tells what each is known to be wrong about.
enum Judge {
  /// BIND's verifier: signatures by every algorithm, both chains, the roles of keys.
  DNSSEC_VERIFY("dnssec-verify", "bind9-utils") {
    @Override
    List<String> command(Path zone, String origin, Path anchor) {
      return List.of("dnssec-verify", "-q", "-x", "-o", origin, zone.toString());
    }
  },
  /// The verifier of ldns: signatures, chains, ZONEMD.
  LDNS_VERIFY_ZONE("ldns-verify-zone", "ldnsutils") {
    @Override
    List<String> command(Path zone, String origin, Path anchor) {
      return List.of("ldns-verify-zone", "-V", "1", "-k", anchor.toString(), zone.toString());
    }
  },
  /// Knot's checker: structure, chains and bitmaps, signatures, CDS.
  KZONECHECK("kzonecheck", "knot-dnssecutils") {
    @Override
    List<String> command(Path zone, String origin, Path anchor) {
      return List.of("kzonecheck", "-d", "on", "-o", origin, zone.toString());
    }
  };

  private static final int MINUTES = 3;

  private final String program;
  private final String debian;

  Judge(String program, String debian) {
    this.program = program;
    this.debian = debian;
  }

  /// What became of running a program: its exit status and everything it said.
  record Outcome(int status, String said) {
    boolean accepted() {
      return status == 0;
    }
  }

  /// The command that judges a zone.
  ///
  /// @param anchor a file with the key set's key-signing key
  abstract List<String> command(Path zone, String origin, Path anchor);

  Outcome judge(Path zone, String origin, Path anchor) {
    return run(command(zone, origin, anchor));
  }

  boolean installed() {
    return installed(program);
  }

  /// Skips the test, and says so, where the judge is not installed.
  void assumeInstalled() {
    assumeInstalled(program, debian);
  }

  /// Skips the test, and says so, where a program is not installed.
  static void assumeInstalled(String program, String debian) {
    Assumptions.assumeTrue(
        installed(program), program + " is not installed (Debian package " + debian + ")");
  }

  private static boolean installed(String program) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /// Runs a program to its end.
  static Outcome run(List<String> command) {
    try {
      Path said = Files.createTempFile("judge", ".txt");
      try {
        Process process =
            new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError(command + " did not end within " + MINUTES + " minutes");
        }
        return new Outcome(
            process.exitValue(), Files.readString(said, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
