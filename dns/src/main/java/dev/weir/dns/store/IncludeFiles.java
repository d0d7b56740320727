package dev.weir.dns.store;

import dev.weir.dns.MalformedText;
import dev.weir.dns.text.IncludeSource;
import dev.weir.dns.text.TextSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Opens the files that `$INCLUDE` names, if they lie below an allowed directory once all symbolic
/// links are followed. A relative name starts at the directory of the file that includes it; if
/// there is no such file, at the directory of the zone file.
final class IncludeFiles implements IncludeSource {
  private final Path top;
  private final List<Path> allowed;
  private final long most;

  private IncludeFiles(Path top, List<Path> allowed, long most) {
    this.top = top;
    this.allowed = allowed;
    this.most = most;
  }

  /// What may be included from a zone file.
  static IncludeFiles of(FileText zoneFile, LoadOptions options) throws IOException {
    List<Path> allowed = new ArrayList<>();
    for (Path directory : options.includeDirectories()) {
      allowed.add(directory.toRealPath());
    }
    if (allowed.isEmpty()) {
      allowed.add(zoneFile.directory());
    }
    return new IncludeFiles(zoneFile.directory(), allowed, options.includeOctets());
  }

  @Override
  public TextSource open(String file, TextSource from) {
    Path base = from instanceof FileText text ? text.directory() : top;
    try {
      Path path = base.resolve(file);
      if (!Files.exists(path) && Files.exists(top.resolve(file))) {
        path = top.resolve(file);
      }
      FileText included = FileText.open(path, most);
      Path real = Path.of(included.identity());
      if (allowed.stream().noneMatch(real::startsWith)) {
        included.close();
        throw new MalformedText(
            "$INCLUDE may not read " + real + "; it lies below none of " + allowed);
      }
      return included;
    } catch (IOException | InvalidPathException e) {
      throw new MalformedText("$INCLUDE '" + file + "': " + e.getMessage());
    }
  }
}
