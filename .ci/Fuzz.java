import java.io.File;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Gives every `@FuzzTest` method of a module a few seconds of coverage-guided fuzzing, one JVM
/// each, because the engine can look for new inputs with one target per process only. Its output
/// goes to a log; a line per target goes to the build. A target starts from the inputs that its
/// unit test has, and with the words of `NameFuzzTest.dict` beside the class where there is such a
/// file.
///
/// Arguments: seconds per target, the module's build directory, the test class path.
final class Fuzz {
  private static final String ANNOTATION = "Lcom/code_intelligence/jazzer/junit/FuzzTest;";

  private final int seconds;
  private final Path directory;
  private final Path tests;
  private final String classPath;

  private Fuzz(int seconds, Path build, String classPath) throws IOException {
    this.seconds = seconds;
    this.directory = build.resolve("fuzz").toAbsolutePath();
    this.tests = build.resolve("test-classes").toAbsolutePath();
    this.classPath = absolute(classPath);
    Files.createDirectories(directory);
  }

  static void main(String[] args) throws Exception {
    int seconds = Integer.parseInt(args[0]);
    Path build = Path.of(args[1]);
    Path tests = build.resolve("test-classes");
    if (seconds <= 0 || !Files.isDirectory(tests)) {
      return;
    }
    List<Target> targets = targets(tests);
    boolean sound = true;
    if (!targets.isEmpty()) {
      Fuzz fuzz = new Fuzz(seconds, build, args[2]);
      for (Target target : targets) {
        sound &= fuzz.run(target);
      }
    }
    System.exit(sound ? 0 : 1);
  }

  private static List<Target> targets(Path tests) throws IOException {
    List<Target> targets = new ArrayList<>();
    try (Stream<Path> files = Files.walk(tests)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith("FuzzTest.class")).sorted().toList()) {
        ClassModel type = ClassFile.of().parse(file);
        String name = type.thisClass().asInternalName().replace('/', '.');
        for (MethodModel method : type.methods()) {
          if (isTarget(method)) {
            targets.add(new Target(name, method.methodName().stringValue()));
          }
        }
      }
    }
    return targets;
  }

  private static boolean isTarget(MethodModel method) {
    return method
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(a -> a.annotations().stream().anyMatch(n -> n.className().equalsString(ANNOTATION)))
        .orElse(false);
  }

  private boolean run(Target target) throws IOException, InterruptedException {
    Path log = directory.resolve(target.type() + "." + target.method() + ".log");
    Process process =
        new ProcessBuilder(command(target))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean sound = process.waitFor() == 0;
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    System.out.println("fuzz " + target + (sound ? ": sound, " + summary(lines) : ": FAILED"));
    if (!sound) {
      lines.stream().dropWhile(line -> !line.startsWith("== ")).forEach(System.out::println);
      System.out.println("all of it is in " + log);
    }
    return sound;
  }

  private List<String> command(Target target) throws IOException {
    List<String> command = new ArrayList<>(engine(target));
    Path resource = tests.resolve(target.type().replace('.', '/'));
    Path dictionary = Path.of(resource + ".dict");
    if (Files.exists(dictionary)) {
      command.add("-dict=" + dictionary);
    }
    Path corpus = Files.createDirectories(directory.resolve(target.type() + ".corpus"));
    command.add(corpus.toString());
    Path seeds = Path.of(resource + "Inputs", target.method());
    if (Files.isDirectory(seeds)) {
      command.add(seeds.toString());
    }
    return command;
  }

  private List<String> engine(Target target) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-Xshare:off",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        classPath,
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.type(),
        "--target_method=" + target.method(),
        "--instrumentation_includes=dev.weir.**",
        "--max_duration=" + seconds + "s",
        "--reproducer_path=" + directory);
  }

  private static String summary(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("Done "))
        .reduce((first, last) -> last)
        .orElse("no count");
  }

  /// Makes the entries of a class path absolute, since the process runs elsewhere.
  private static String absolute(String classPath) {
    StringBuilder all = new StringBuilder();
    for (String entry : classPath.split(File.pathSeparator)) {
      all.append(all.isEmpty() ? "" : File.pathSeparator).append(Path.of(entry).toAbsolutePath());
    }
    return all.toString();
  }

  private record Target(String type, String method) {
    @Override
    public String toString() {
      return type + "." + method;
    }
  }
}
