import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Gives the classes of picocli, which are of the format of Java 5, the stack maps of Java 8.
///
/// An ahead-of-time cache does not keep classes without stack maps: the old verifier infers what
/// they hold, and that again at every start. Nothing else of the classes changes.
final class Frames {
  private static final String JAR = "picocli-";

  private Frames() {}

  /// Does so in a directory; nothing happens where there is no such jar.
  static void in(Path directory) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(directory)) {
      jars = files.filter(path -> path.getFileName().toString().startsWith(JAR)).toList();
    }
    for (Path jar : jars) {
      Path draft = jar.resolveSibling(jar.getFileName() + ".new");
      try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
          JarFile from = new JarFile(jar.toFile(), false);
          OutputStream out = Files.newOutputStream(draft);
          JarOutputStream to = new JarOutputStream(out)) {
        ClassFile format =
            ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(classes)));
        for (JarEntry entry : from.stream().toList()) {
          copy(from, entry, to, format);
        }
      }
      Files.setLastModifiedTime(draft, Files.getLastModifiedTime(jar));
      Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void copy(JarFile from, JarEntry entry, JarOutputStream to, ClassFile format)
      throws IOException {
    JarEntry same = new JarEntry(entry.getName());
    same.setTime(entry.getTime());
    to.putNextEntry(same);
    try (InputStream in = from.getInputStream(entry)) {
      byte[] octets = in.readAllBytes();
      boolean isClass = entry.getName().endsWith(".class");
      to.write(isClass ? withFrames(octets, format) : octets);
    }
    to.closeEntry();
  }

  private static byte[] withFrames(byte[] octets, ClassFile format) {
    ClassModel model = format.parse(octets);
    if (model.majorVersion() >= ClassFile.JAVA_8_VERSION) {
      return octets;
    }
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    // A body that is handed over instruction by instruction is written anew, with its maps.
    ClassTransform bodies =
        ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
    return format.transformClass(model, version.andThen(bodies));
  }
}
