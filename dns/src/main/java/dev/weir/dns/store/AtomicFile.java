package dev.weir.dns.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// A file that is replaced as a whole or not at all.
///
/// What is written goes to a temporary file in the same directory; [#commit] makes it durable and
/// gives it the name. Whoever opens the name finds the old content or the new, even after a crash.
/// Closing without commit removes the temporary file. A target that is no regular file, such as a
/// pipe, is written to directly.
final class AtomicFile implements AutoCloseable {
  private final Path target;
  private final Path written;
  private final FileChannel channel;
  private final OutputStream stream;
  private boolean committed;

  private AtomicFile(Path target, Path written, FileChannel channel) {
    this.target = target;
    this.written = written;
    this.channel = channel;
    stream = Channels.newOutputStream(channel);
  }

  /// Begins to replace `file`, which need not exist; a symbolic link is followed.
  ///
  /// @throws IOException if its directory cannot be written
  static AtomicFile replace(Path file) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException(file + " is a directory");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return new AtomicFile(target, target, FileChannel.open(target, StandardOpenOption.WRITE));
    }
    for (int attempt = 0; ; attempt++) {
      Path temporary =
          target.resolveSibling(
              "."
                  + target.getFileName()
                  + "."
                  + ProcessHandle.current().pid()
                  + "-"
                  + attempt
                  + ".tmp");
      try {
        FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new AtomicFile(target, temporary, channel);
      } catch (java.nio.file.FileAlreadyExistsException e) {
        if (attempt == 100) {
          throw e;
        }
      }
    }
  }

  /// Where to write.
  OutputStream stream() {
    return stream;
  }

  /// Makes what was written durable and puts it in the place of the old file.
  void commit() throws IOException {
    if (written.equals(target)) {
      committed = true;
      return;
    }
    channel.force(true);
    if (Files.exists(target)) {
      keepMode();
    }
    Files.move(
        written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    committed = true;
    Path parent = target.getParent();
    if (parent != null) {
      try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  private void keepMode() throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    PosixFileAttributeView view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
    if (old != null && view != null) {
      view.setPermissions(old.readAttributes().permissions());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      if (!committed && !written.equals(target)) {
        Files.deleteIfExists(written);
      }
    }
  }
}
