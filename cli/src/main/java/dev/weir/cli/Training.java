package dev.weir.cli;

import dev.weir.cli.bgp.SampleArchive;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a list of commands in one JVM, for the profile that the ahead-of-time cache is made from.
///
/// The launcher calls it after a build: `Training COMMANDS-FILE SCRATCH-DIRECTORY`. It puts a zone
/// into the directory, shaped like that of a top-level domain, for the commands to work on. A
/// command line has no quotes: its words are separated by blanks, and a `*` in the last part of a
/// path stands for the files there.
public final class Training {
  private static final int DELEGATIONS = 20_000;
  private static final int PREFIXES = 20_000;
  private static final int MESSAGES = 40_000;

  private static final String SCRIPT =
      """
      import Family.{Four, Six};
      /// What is known of a route.
      record Route { prefix: Prefix, origin: Asn, path: List[Asn] }
      enum Family { Four, Six, Other(String) }
      const LONGEST: u8 = 24;
      fn family(p: Prefix) -> Family { if p.addr().is_ipv4() { Four } else { Six } }
      fn longest(p: Prefix) -> u8 { match family(p) { Four => LONGEST, _ => 48, } }
      filter routes(r: Route) {
          if r.prefix.len() > longest(r.prefix) { reject }
          for asn in r.path { if asn == AS0 || asn == AS23456 { reject } }
          match r.prefix.addr() { 10.0.0.0/8 | 192.168.0.0/16 => reject, _ => {} }
          accept
      }
      fn sum(n: u64) -> u64 { let s = 0; let i = 0; while i < n { s += i * 2 - i; i += 1; } s }
      fn first(l: List[String]) -> String? { let x = l.get(0)?; Some(x.trim().to_uppercase()) }
      fn main() { let n = sum(100); print(f"{n} {10.0.0.0/8} {1.5f64}"); }
      test sums { if sum(10) == 45 && first([" a "]) == Some("A") { accept } reject }
      test routes_pass {
          let r = Route { prefix: 192.0.2.0/24, origin: AS64496, path: [AS64496, AS64497] };
          routes(r)
      }
      """;

  private final Path scratch;

  private Training(Path scratch) {
    this.scratch = scratch;
  }

  /// Runs the commands of the file in order.
  public static void main(String[] args) throws IOException {
    Training training = new Training(Path.of(args[1]));
    training.writeZone();
    training.writeScript();
    training.writeArchives();
    training.run(Files.readAllLines(Path.of(args[0])));
    System.exit(0);
  }

  private void run(List<String> commands) throws IOException {
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, Screen.NONE);
      for (String line : commands) {
        String command = line.strip();
        if (!command.isEmpty() && !command.startsWith("#")) {
          Main.run(words(command), console);
        }
      }
    }
  }

  private String[] words(String command) throws IOException {
    List<String> words = new ArrayList<>();
    for (String word : command.split(" +")) {
      String path = word.replace("{scratch}", scratch.toString());
      if (path.contains("*")) {
        Path pattern = Path.of(path);
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(pattern.getParent(), pattern.getFileName().toString())) {
          files.forEach(file -> words.add(file.toString()));
        }
      } else {
        words.add(path);
      }
    }
    return words.toArray(String[]::new);
  }

  /// Writes `training.zone`: delegations, every second with glue, every third with a DS record.
  private void writeZone() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(scratch.resolve("training.zone"))) {
      out.write("$ORIGIN training.\n$TTL 86400\n");
      out.write("@ IN SOA ns1 hostmaster 1 1800 900 604800 86400\n@ NS ns1\n@ NS ns2\n");
      out.write("@ MX 10 mail\n@ TXT \"a zone to learn from\"\nns1 A 192.0.2.1\n");
      out.write("ns2 AAAA 2001:db8::2\nmail A 192.0.2.3\n*.wild CNAME mail\n");
      for (int i = 0; i < DELEGATIONS; i++) {
        // A multiplicative walk: the names come in no order, as they do in real files.
        String name = "d" + Integer.toHexString(i * 0x9E3779B1);
        out.write(
            name + " 3600 IN NS ns1." + name + "\n" + name + " 3600 IN NS ns2.example.net.\n");
        if (i % 2 == 0) {
          out.write("ns1." + name + " 3600 IN A 192.0.2." + (i & 0xff) + "\n");
        }
        if (i % 3 == 0) {
          String digest = Integer.toHexString(i | 0x10000000).repeat(8);
          out.write(name + " 86400 IN DS " + (i & 0xffff) + " 13 2 " + digest + "\n");
        }
      }
    }
  }

  /// Writes `training.roto`: a policy that uses most of the language.
  private void writeScript() throws IOException {
    Files.writeString(scratch.resolve("training.roto"), SCRIPT);
  }

  /// Writes `training.mrt`, a table, and `training.bgp4mp`, messages.
  private void writeArchives() throws IOException {
    Files.write(scratch.resolve("training.mrt"), SampleArchive.table(PREFIXES).toBytes());
    Files.write(scratch.resolve("training.bgp4mp"), SampleArchive.messages(MESSAGES).toBytes());
  }
}
