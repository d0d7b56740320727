package dev.weir.cli.bgp;

import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine;

/// The part of `weir demo` about routes: a bundled table dump, which [SampleArchive] has made, goes
/// through a bundled policy with `weir mrt filter`.
public final class TableDemo {
  private static final String TABLE = "table.mrt.gz";
  private static final String POLICY = "import.roto";
  private static final String KEPT = "kept.mrt";

  private TableDemo() {}

  /// Puts table and policy into a directory, and the routes that pass beside them.
  ///
  /// @return whether it went well
  /// @throws IOException if the directory cannot be written
  public static boolean run(Path directory, Console console) throws IOException {
    Path table = unpack(TABLE, directory);
    Path policy = unpack(POLICY, directory);
    Path kept = directory.resolve(KEPT);
    int code =
        new CommandLine(new FilterCommand(console))
            .execute(table.toString(), "--filter", policy.toString(), "--output", kept.toString());
    PrintStream out = console.out();
    out.println("  weir mrt cat --format bgpdump " + kept);
    out.println("  weir policy explain " + policy + " " + table + " --prefix 1.0.0.0/22");
    out.println("  weir rib load " + table + " --query 'more-specifics 1.0.0.0/8 count'");
    return code == ExitCode.OK.code();
  }

  private static Path unpack(String name, Path directory) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream resource = TableDemo.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("the bundled " + name + " is missing");
      }
      Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
