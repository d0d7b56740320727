package dev.weir.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The line `weir --version` prints: the program, the Java it runs on, the machine.
final class Version {
  private Version() {}

  static String line() {
    return "weir "
        + number()
        + " (Java "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ")";
  }

  /// Reads the number the build left beside this class.
  private static String number() {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      return text == null
          ? "unknown"
          : new String(text.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
