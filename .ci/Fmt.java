import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Checks (default) or rewrites (`--apply`) every tracked Java source with google-java-format.
final class Fmt {
  static void main(String[] args) throws Exception {
    boolean apply = List.of(args).contains("--apply");
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    int dirty = 0;
    for (Path file : sources()) {
      String before = Files.readString(file);
      String after = formatter.formatSourceAndFixImports(before);
      if (before.equals(after)) {
        continue;
      }
      dirty++;
      if (apply) {
        Files.writeString(file, after);
      } else {
        System.err.println("not formatted: " + file);
      }
    }
    if (dirty > 0 && !apply) {
      System.err.println(
          dirty + " file(s) need formatting; run: mvn -N validate -Dfmt.mode=--apply");
      System.exit(1);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("."))) {
      return tree.filter(p -> p.toString().endsWith(".java"))
          .filter(p -> !p.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
