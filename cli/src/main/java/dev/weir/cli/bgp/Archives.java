package dev.weir.cli.bgp;

import dev.weir.bgp.flow.OctetSource;
import dev.weir.bgp.store.ArchiveFile;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// The archives named on a command line, opened one after another: each when the one before it has
/// been read.
final class Archives implements Iterable<OctetSource> {
  private static final String STANDARD = "-";

  private final List<Path> files;
  private final Console console;
  private final int workers;
  private final Progress progress;

  Archives(List<Path> files, Console console, int workers, Progress progress) {
    this.files = files;
    this.console = console;
    this.workers = workers;
    this.progress = progress;
  }

  /// Returns the octets of all files on disk, or 0 if nobody knows.
  static long octets(List<Path> files) {
    long sum = 0;
    for (Path file : files) {
      try {
        if (!Files.isRegularFile(file)) {
          return 0;
        }
        sum += Files.size(file);
      } catch (IOException _) {
        return 0;
      }
    }
    return sum;
  }

  @Override
  public Iterator<OctetSource> iterator() {
    Iterator<Path> each = files.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public OctetSource next() {
        try {
          return new Watched(open(each.next()), progress);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
    };
  }

  private OctetSource open(Path file) throws IOException {
    return file.toString().equals(STANDARD)
        ? ArchiveFile.open("standard input", console.in(), workers)
        : ArchiveFile.open(file, workers);
  }

  /// Moves the progress bar by what has been used of the file.
  private static final class Watched implements OctetSource {
    private final OctetSource source;
    private final Progress progress;
    private long told;

    Watched(OctetSource source, Progress progress) {
      this.source = source;
      this.progress = progress;
    }

    @Override
    public String name() {
      return source.name();
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      int read = source.read(into, at, most);
      long now = source.consumed();
      progress.add(now - told);
      told = now;
      return read;
    }

    @Override
    public long consumed() {
      return source.consumed();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
