package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs whole command lines in this process, in a directory of their own, and keeps what they say.
final class Shell {
  /// A small zone with everything that signing tells apart.
  static final List<String> ZONE =
      List.of(
          "$ORIGIN example.",
          "$TTL 3600",
          "@ SOA ns hostmaster 7 7200 900 604800 1800",
          "@ NS ns",
          "@ MX 10 mail",
          "ns A 192.0.2.1",
          "mail A 192.0.2.2",
          "*.wild TXT \"anything\"",
          "deep.empty AAAA 2001:db8::1",
          "open NS ns.open",
          "ns.open A 192.0.2.3",
          "safe NS ns.elsewhere.test.",
          "safe DS 12345 13 2 " + "AB".repeat(32));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path directory;

  Shell(Path directory) {
    this.directory = directory;
  }

  /// Runs a command; words that begin with `%` are files of the directory.
  int weir(String... words) {
    out.reset();
    err.reset();
    String[] arguments =
        Stream.of(words)
            .map(word -> word.startsWith("%") ? path(word.substring(1)).toString() : word)
            .toArray(String[]::new);
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    int code = Main.run(arguments, console);
    assertThat(err()).doesNotContain("\tat ").doesNotContain("internal error");
    return code;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  /// Writes a file of lines.
  Path write(String name, List<String> lines) {
    try {
      return Files.write(path(name), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines(String name) {
    try {
      return Files.readAllLines(path(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes a key of `example.` and gives its base name.
  String keygen(String... options) {
    String[] words =
        Stream.of(Stream.of("keygen", "-d", directory.toString()), Stream.of(options))
            .flatMap(all -> all)
            .toArray(String[]::new);
    assertThat(weir(words)).as(err()).isZero();
    return out().strip();
  }
}
