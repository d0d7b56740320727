package dev.weir.examples.logfilter;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.store.Sources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Prints the lines of a log that a script accepts.
///
///     LogFilter roto/log.roto < some.log
///
/// Shows: a record and an enum of Java with fields and patterns in the script, a method of the
/// record, a filter as a Java interface, and `print`.
public final class LogFilter {
  private final Filter filter;

  /// What the script decides: whether a line is kept.
  @FunctionalInterface
  public interface Filter {
    /// True for `accept`.
    boolean keeps(LogLine line);
  }

  /// Compiles a script with a filter `keep`.
  ///
  /// @param printer takes what the script prints
  LogFilter(SourceTree script, Consumer<String> printer) {
    CompiledPackage compiled =
        Runtime.builder(MethodHandles.lookup())
            .type(LogLine.class)
            .type(LogLine.Level.class)
            .print(printer)
            .build()
            .compile(script)
            .orThrow();
    filter = compiled.function("keep", Filter.class);
  }

  /// Filters the standard input.
  public static void main(String[] args) throws IOException {
    Sources.Reading reading = Sources.read(Path.of(args[0]));
    reading.diagnostics().forEach(System.err::println);
    LogFilter log = new LogFilter(Objects.requireNonNull(reading.tree()), System.err::println);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      log.kept(in.lines()).forEach(System.out::println);
    }
  }

  /// The lines that are kept. A line that is none is dropped.
  Stream<String> kept(Stream<String> lines) {
    return lines.filter(line -> {
      Optional<LogLine> read = LogLine.parse(line);
      return read.isPresent() && filter.keeps(read.get());
    });
  }
}
