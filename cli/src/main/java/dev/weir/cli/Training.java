package dev.weir.cli;

import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs a list of commands in one JVM, for the profile that the ahead-of-time cache is made from.
///
/// The launcher calls it after a build: `Training COMMANDS-FILE SCRATCH-DIRECTORY`. A command line
/// has no quotes: its words are separated by blanks.
public final class Training {
  private Training() {}

  /// Runs the commands of the file in order.
  public static void main(String[] args) throws IOException {
    Path commands = Path.of(args[0]);
    String scratch = args[1];
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, Screen.NONE);
      for (String line : Files.readAllLines(commands)) {
        String command = line.strip();
        if (!command.isEmpty() && !command.startsWith("#")) {
          Main.run(command.replace("{scratch}", scratch).split(" +"), console);
        }
      }
    }
    System.exit(0);
  }
}
