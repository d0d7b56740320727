import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// Takes the native library out of the jar it comes in, and the signature off that jar.
///
/// As it comes, every start of the JVM checks the jar's signature over ten megabytes, unpacks the
/// library into a temporary directory and may not keep the jar's classes in an ahead-of-time cache:
/// a third of a second of processor time. The classes are copied octet by octet. Argument: the
/// directory of the jars.
final class Unpack {
  private static final String JAR = "AmazonCorrettoCryptoProvider-";
  private static final String LIBRARY = "com/amazon/corretto/crypto/provider/lib";

  static void main(String[] args) throws IOException {
    in(Path.of(args[0]));
    Frames.in(Path.of(args[0]));
  }

  /// Does so in a directory; nothing happens where there is no such jar.
  static void in(Path directory) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(directory)) {
      jars = files.filter(path -> path.getFileName().toString().startsWith(JAR)).toList();
    }
    for (Path jar : jars) {
      Path draft = jar.resolveSibling(jar.getFileName() + ".new");
      try (JarFile from = new JarFile(jar.toFile(), false);
          OutputStream out = Files.newOutputStream(draft);
          JarOutputStream to = new JarOutputStream(out, main(from.getManifest()))) {
        for (JarEntry entry : from.stream().toList()) {
          copy(from, entry, to, directory);
        }
      }
      Files.setLastModifiedTime(draft, Files.getLastModifiedTime(jar));
      Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The manifest without the digests of its entries.
  private static Manifest main(Manifest manifest) {
    Manifest plain = new Manifest();
    plain.getMainAttributes().putAll(manifest.getMainAttributes());
    return plain;
  }

  private static void copy(JarFile from, JarEntry entry, JarOutputStream to, Path directory)
      throws IOException {
    String name = entry.getName();
    try (InputStream in = from.getInputStream(entry)) {
      if (name.startsWith(LIBRARY)) {
        Path library = directory.resolve(name.substring(name.lastIndexOf('/') + 1));
        Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
      } else if (!name.matches("META-INF/(MANIFEST\\.MF|[^/]*\\.(SF|RSA|DSA|EC))")) {
        JarEntry same = new JarEntry(name);
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        in.transferTo(to);
        to.closeEntry();
      }
    }
  }
}
