package dev.weir.roto.store;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.source.SourceTree.Module;
import dev.weir.roto.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the texts of a package.
///
/// A file is a package of one module. A directory is a package if it has a `pkg.roto`, its root;
/// each other `x.roto` is the module `pkg.x`, and each directory `y` the module `pkg.y`, whose own
/// text is `y/lib.roto` or `y/mod.roto`, and whose other files and directories are modules in it in
/// turn. Directories without scripts, and names that begin with a point, are passed over. Modules
/// come sorted by name, so that nothing depends on the file system.
public final class Sources {
  private static final String SUFFIX = ".roto";

  /// Directories in one another: more is a mistake, and names would be too long to write.
  private static final int MAXIMUM_DEPTH = 64;

  /// The most octets of a file; what is larger is no script.
  private static final int LARGEST = 64 << 20;

  private final List<Module> modules = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Deque<Path> above = new ArrayDeque<>();

  private Sources() {}

  /// What was read.
  ///
  /// @param tree the package; null if something could not be read
  /// @param diagnostics what was wrong with files; empty if there is a tree
  public record Reading(@Nullable SourceTree tree, List<Diagnostic> diagnostics) {
    /// Copies the list.
    public Reading {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Reads a file, or a directory with a `pkg.roto`.
  public static Reading read(Path path) {
    Sources sources = new Sources();
    if (Files.isDirectory(path)) {
      sources.root(path);
    } else {
      sources.file("pkg", path);
    }
    return sources.diagnostics.isEmpty()
        ? new Reading(new SourceTree(sources.modules), List.of())
        : new Reading(null, sources.diagnostics);
  }

  /// Takes the octets of a script that comes from no file.
  ///
  /// @param name what the text is called in messages: `<stdin>`
  public static Reading decode(String name, byte[] octets) {
    Sources sources = new Sources();
    String text = sources.text(name, octets);
    return text == null
        ? new Reading(null, sources.diagnostics)
        : new Reading(SourceTree.of(name, text), List.of());
  }

  private void root(Path directory) {
    Path root = directory.resolve("pkg" + SUFFIX);
    if (!Files.exists(root)) {
      complain(
          Code.PACKAGE_LAYOUT,
          directory,
          "the directory " + directory + " has no pkg.roto, the root of a package",
          "a single file is a package too: give its name instead of that of the directory");
      return;
    }
    file("pkg", root);
    children("pkg", directory, List.of("pkg"));
  }

  /// The modules in a directory, except what is its own text.
  private void children(String parent, Path directory, List<String> own) {
    Map<String, Path> found = new TreeMap<>();
    if (!enter(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path entry : entries.sorted().toList()) {
        String name = moduleName(entry);
        if (name == null || own.contains(name)) {
          continue;
        }
        Path twin = found.putIfAbsent(name, entry);
        if (twin != null) {
          complain(
              Code.PACKAGE_LAYOUT,
              entry,
              twin + " and " + entry + " would both be the module " + parent + "." + name,
              "move the file into the directory, as lib.roto");
        }
      }
    } catch (IOException failed) {
      unreadable(directory, failed);
    }
    found.forEach((name, entry) -> module(parent + "." + name, name, entry));
    above.pop();
  }

  private boolean enter(Path directory) {
    try {
      Path real = directory.toRealPath();
      if (above.contains(real)) {
        complain(
            Code.PACKAGE_LAYOUT, directory, directory + " is a link to a directory it is in", "");
        return false;
      }
      if (above.size() == MAXIMUM_DEPTH) {
        complain(
            Code.PACKAGE_LAYOUT,
            directory,
            directory + " is more than " + MAXIMUM_DEPTH + " directories deep",
            "");
        return false;
      }
      above.push(real);
      return true;
    } catch (IOException failed) {
      unreadable(directory, failed);
      return false;
    }
  }

  /// The name that an entry has as a module, or null if it is none.
  private static @Nullable String moduleName(Path entry) {
    String name = String.valueOf(entry.getFileName());
    if (name.startsWith(".")) {
      return null;
    }
    if (Files.isDirectory(entry)) {
      return holdsScripts(entry) ? name : null;
    }
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? name.substring(0, name.length() - SUFFIX.length())
        : null;
  }

  /// Whether a script is anywhere in a directory; links to directories are not followed for that,
  /// and count as holding some.
  private static boolean holdsScripts(Path directory) {
    if (Files.isSymbolicLink(directory)) {
      return true;
    }
    try (Stream<Path> entries = Files.walk(directory, MAXIMUM_DEPTH)) {
      return entries.anyMatch(
          entry -> entry.toString().endsWith(SUFFIX) && !Files.isDirectory(entry));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return true;
    }
  }

  private void module(String path, String name, Path entry) {
    if (!isIdentifier(name)) {
      complain(
          Code.PACKAGE_LAYOUT,
          entry,
          "`" + name + "` cannot be the name of a module",
          "the name of a module is an identifier: letters, digits and _, not a digit first");
      return;
    }
    if (!Files.isDirectory(entry)) {
      file(path, entry);
      return;
    }
    Path library = entry.resolve("lib" + SUFFIX);
    Path module = entry.resolve("mod" + SUFFIX);
    if (Files.exists(library) && Files.exists(module)) {
      complain(
          Code.PACKAGE_LAYOUT,
          entry,
          library + " and " + module + " would both be the text of " + path,
          "remove one; lib.roto is the usual name");
    } else if (Files.exists(library)) {
      file(path, library);
    } else if (Files.exists(module)) {
      file(path, module);
    } else {
      modules.add(new Module(path, new Source(entry.toString(), "")));
    }
    children(path, entry, List.of("lib", "mod"));
  }

  private static boolean isIdentifier(String name) {
    int first = name.codePointAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.codePoints().skip(1).allMatch(Character::isUnicodeIdentifierPart);
  }

  private static byte[] firstOctets(Path file, int atMost) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(atMost);
    }
  }

  private void file(String path, Path file) {
    try {
      byte[] octets = firstOctets(file, LARGEST + 1);
      if (octets.length > LARGEST) {
        throw new IOException("it is larger than " + LARGEST + " octets");
      }
      String text = text(file.toString(), octets);
      if (text != null) {
        modules.add(new Module(path, new Source(file.toString(), text)));
      }
    } catch (IOException failed) {
      unreadable(file, failed);
    }
  }

  private @Nullable String text(String name, byte[] octets) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(octets);
    CharBuffer out = CharBuffer.allocate(octets.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isUnderflow()) {
      return out.flip().toString();
    }
    int place = out.position();
    int octet = in.position();
    String hex = Integer.toHexString(octets[octet] & 0xff);
    Source lossy = new Source(name, new String(octets, StandardCharsets.UTF_8));
    diagnostics.add(
        Diagnostic.of(
                Code.INVALID_UTF8,
                "octet " + octet + " (0x" + hex + ") is not UTF-8",
                lossy,
                new Span(place, Math.min(place + 1, lossy.text().length())),
                "not UTF-8")
            .note("scripts are written in UTF-8"));
    return null;
  }

  private void unreadable(Path path, IOException failed) {
    String reason =
        switch (failed) {
          case java.nio.file.NoSuchFileException _ -> "there is no such file";
          case java.nio.file.AccessDeniedException _ -> "access is denied";
          default -> String.valueOf(failed.getMessage());
        };
    complain(Code.UNREADABLE, path, "cannot read " + path + ": " + reason, "");
  }

  private void complain(Code code, Path path, String message, String note) {
    Source nothing = new Source(path.toString(), "");
    Diagnostic diagnostic = Diagnostic.of(code, message, nothing, new Span(0, 0), "");
    diagnostics.add(note.isEmpty() ? diagnostic : diagnostic.note(note));
  }
}
