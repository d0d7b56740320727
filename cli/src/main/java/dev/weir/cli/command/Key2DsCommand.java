package dev.weir.cli.command;

import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.dns.type.DigestType;
import dev.weir.signer.keys.DelegationRecord;
import dev.weir.signer.keys.KeyFileText;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.store.KeyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir key2ds`: prints the DS or CDS records that point to keys.
@Command(
    name = "key2ds",
    description = {
      "Print the DS records that point to keys.",
      "",
      "They are what the parent zone publishes; with --cds they are what the zone itself publishes"
          + " for a parent that looks (RFC 7344)."
    })
final class Key2DsCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-a", "--digest"},
      paramLabel = "DIGEST",
      split = ",",
      defaultValue = "sha256",
      description =
          "sha256, sha384 or sha1, and several with commas between them (default:"
              + " ${DEFAULT-VALUE}).")
  private List<String> digests = List.of();

  @Option(names = "--cds", description = "Print CDS records.")
  private boolean cds;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A public key file, Kexample.+013+12345.key; the ending may be left away.")
  private List<String> files = List.of();

  Key2DsCommand(Console console) {
    this.console = console;
  }

  private record Line(KeyFileText.PublicFile file, DelegationRecord record) {}

  @Override
  public Integer call() {
    List<Line> lines = new ArrayList<>();
    for (String file : files) {
      KeyFileText.PublicFile key = KeyFiles.readPublic(path(file));
      note(file, key.key());
      for (String digest : digests) {
        lines.add(
            new Line(
                key,
                DelegationRecord.of(key.owner(), key.key(), DigestType.parse(digest.strip()))));
      }
    }
    if (json) {
      printJson(lines);
    } else {
      lines.forEach(
          line -> console.out().println(line.file.owner() + " IN " + type() + " " + line.record));
    }
    return 0;
  }

  private static Path path(String file) {
    String base =
        file.endsWith(".private") ? file.substring(0, file.length() - ".private".length()) : file;
    return Path.of(base.endsWith(".key") ? base : base + ".key");
  }

  private void note(String file, PublicKeyRecord key) {
    if (!key.entryPoint()) {
      console.say(file + " is a zone-signing key; DS records usually point to keys with flags 257");
    }
    if (key.revoked()) {
      console.say(file + " is a revoked key; no DS record may point to it");
    }
  }

  private String type() {
    return cds ? "CDS" : "DS";
  }

  private void printJson(List<Line> lines) {
    Json out = new Json(console.out()).array();
    for (Line line : lines) {
      DelegationRecord record = line.record;
      out.object()
          .field("owner", line.file.owner().toString())
          .field("type", type())
          .field("keyTag", record.keyTag())
          .field("algorithm", record.algorithm().code())
          .field("digestType", record.digestType().code())
          .field("rdata", record.toString())
          .end();
    }
    out.end().newline();
  }
}
