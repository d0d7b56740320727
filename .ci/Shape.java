import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// Enforces the house limits that no off-the-shelf checker states as plainly: file and method
/// length, parameter count, one documented package per directory, a doc comment on every top-level
/// type, and Markdown (`///`) rather than block Javadoc.
final class Shape {
  private static final int MAX_FILE_LINES = 500;
  private static final int MAX_METHOD_LINES = 60;
  private static final int MAX_PARAMETERS = 7;

  private final List<String> faults = new ArrayList<>();

  static void main() throws IOException {
    Shape shape = new Shape();
    List<Path> sources = sources();
    shape.checkPackages(sources);
    shape.checkUnits(sources);
    shape.faults.forEach(System.err::println);
    System.exit(shape.faults.isEmpty() ? 0 : 1);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("."))) {
      return tree.filter(p -> p.toString().matches(".*/src/main/java/.*\\.java")).sorted().toList();
    }
  }

  private void checkPackages(List<Path> sources) {
    TreeSet<Path> directories = new TreeSet<>();
    sources.stream()
        .filter(p -> !p.endsWith("module-info.java"))
        .forEach(p -> directories.add(p.getParent()));
    for (Path directory : directories) {
      if (!Files.exists(directory.resolve("package-info.java"))) {
        faults.add(directory + ": no package-info.java");
      }
    }
  }

  private void checkUnits(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      JavacTask task =
          (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new UnitScanner(unit, docs).check();
      }
    }
  }

  private final class UnitScanner extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final LineMap lines;
    private final SourcePositions positions;

    UnitScanner(CompilationUnitTree unit, DocTrees docs) {
      this.unit = unit;
      this.docs = docs;
      this.lines = unit.getLineMap();
      this.positions = docs.getSourcePositions();
    }

    void check() throws IOException {
      CharSequence text = unit.getSourceFile().getCharContent(true);
      long count = text.chars().filter(c -> c == '\n').count();
      if (count > MAX_FILE_LINES) {
        fault(1, "file has " + count + " lines, limit " + MAX_FILE_LINES);
      }
      if (text.toString().contains("/**")) {
        fault(1, "block Javadoc; use /// Markdown");
      }
      scan(unit, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      boolean topLevel = getCurrentPath().getParentPath().getLeaf() == unit;
      if (topLevel && docs.getDocComment(getCurrentPath()) == null) {
        fault(
            lineOf(positions.getStartPosition(unit, type)),
            type.getSimpleName() + " has no doc comment");
      }
      return super.visitClass(type, unused);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      BlockTree body = method.getBody();
      if (body != null && !method.getModifiers().getFlags().contains(Modifier.NATIVE)) {
        long from = lineOf(positions.getStartPosition(unit, method));
        long to = lineOf(positions.getEndPosition(unit, method));
        if (from > 0 && to - from + 1 > MAX_METHOD_LINES) {
          fault(
              from,
              method.getName() + " has " + (to - from + 1) + " lines, limit " + MAX_METHOD_LINES);
        }
        if (method.getParameters().size() > MAX_PARAMETERS) {
          fault(from, method.getName() + " takes " + method.getParameters().size() + " parameters");
        }
      }
      return super.visitMethod(method, unused);
    }

    private long lineOf(long position) {
      return position < 0 ? 0 : lines.getLineNumber(position);
    }

    private void fault(long line, String message) {
      faults.add(unit.getSourceFile().getName() + ":" + line + ": " + message);
    }
  }
}
