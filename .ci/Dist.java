import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes the self-contained archive: a run-time image with just the modules that are needed, the
/// jars, the launcher, and an ahead-of-time cache trained on that image.
///
/// The libraries stay jars on the class path (some are no modules), so the image holds only the
/// JDK. Arguments: the root of the checkout, the build directory of `cli`, the version.
final class Dist {
  /// Modules found by name at run time, which no class file shows.
  private static final List<String> BY_NAME = List.of("jdk.crypto.cryptoki", "jdk.unsupported");

  private final Path root;
  private final Path build;
  private final Path home;

  private Dist(Path root, Path build, String name) {
    this.root = root;
    this.build = build;
    this.home = build.resolve("dist").resolve(name);
  }

  static void main(String[] args) throws Exception {
    String name = "weir-" + args[2] + "-" + platform();
    Dist dist = new Dist(Path.of(args[0]), Path.of(args[1]), name);
    dist.sweep();
    List<Path> jars = dist.copyJars();
    Unpack.in(dist.home.resolve("lib"));
    Frames.in(dist.home.resolve("lib"));
    dist.link(jars);
    dist.copyLauncher();
    dist.train();
    dist.pack(name);
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
    return (system.startsWith("mac") ? "macos" : system) + "-" + arch;
  }

  private void sweep() throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> old = Files.walk(home)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("bin"));
  }

  private List<Path> copyJars() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> own = Files.list(build)) {
      own.filter(p -> p.getFileName().toString().matches("cli-.*\\.jar")).forEach(sources::add);
    }
    try (Stream<Path> libraries = Files.list(build.resolve("libraries"))) {
      libraries.sorted().forEach(sources::add);
    }
    List<Path> jars = new ArrayList<>();
    StringBuilder classPath = new StringBuilder();
    for (Path source : sources) {
      Path jar = home.resolve("lib").resolve(source.getFileName());
      Files.copy(source, jar, StandardCopyOption.COPY_ATTRIBUTES);
      jars.add(jar);
      classPath.append(source.getFileName()).append('\n');
    }
    Files.writeString(home.resolve("lib/classpath"), classPath);
    return jars;
  }

  private void link(List<Path> jars) {
    List<String> ask =
        new ArrayList<>(
            List.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "25"));
    jars.forEach(jar -> ask.add(jar.toString()));
    TreeSet<String> modules = new TreeSet<>(BY_NAME);
    modules.addAll(List.of(run("jdeps", ask).strip().split(",")));
    run(
        "jlink",
        List.of(
            "--add-modules",
            String.join(",", modules),
            "--no-header-files",
            "--no-man-pages",
            "--compress=zip-6",
            "--output",
            home.resolve("runtime").toString()));
    System.out.println("run-time image of " + modules);
  }

  private void copyLauncher() throws IOException {
    Files.copy(
        root.resolve("cli/bin/weir"), home.resolve("bin/weir"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(root.resolve("LICENSE"), home.resolve("LICENSE"));
    Files.copy(root.resolve("README.md"), home.resolve("README.md"));
  }

  private void train() throws IOException, InterruptedException {
    Path commands = root.resolve("cli/src/main/training/commands").toAbsolutePath();
    execute(home, home.resolve("bin/weir").toAbsolutePath() + "", "--train-cache", commands + "");
    if (!Files.exists(home.resolve("lib/weir.aot"))) {
      throw new IllegalStateException("the ahead-of-time cache was not made");
    }
  }

  private void pack(String name) throws IOException, InterruptedException {
    Path archive = build.resolve(name + ".tar.gz").toAbsolutePath();
    execute(home.getParent(), "tar", "-czf", archive.toString(), name);
    System.out.println(archive + ": " + (Files.size(archive) >> 20) + " MiB");
  }

  private static String run(String tool, List<String> arguments) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow();
    if (provider.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(tool + ": " + out);
    }
    return out.toString();
  }

  private static void execute(Path directory, String... command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + process.exitValue());
    }
  }
}
