package dev.weir.signer.store;

import dev.weir.signer.KeyFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that did not exist before: written under another name, on disk, and then named, so that
/// nobody sees half a key and no key is lost by being overwritten.
final class NewFile {
  private NewFile() {}

  /// Writes a file of text with POSIX permissions, where the file system has them.
  ///
  /// @throws KeyFault if it exists or cannot be written
  static void write(Path path, String text, String permissions) {
    try {
      Path draft = draft(path, permissions);
      try {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
          while (octets.hasRemaining()) {
            channel.write(octets);
          }
          channel.force(true);
        }
        name(draft, path);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (FileAlreadyExistsException e) {
      throw new KeyFault(path + " exists; keys are never overwritten", e);
    } catch (IOException e) {
      throw new KeyFault("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  private static Path draft(Path path, String permissions) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new KeyFault("cannot write " + path + ": there is no such directory");
    }
    FileAttribute<?>[] attributes =
        directory.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            }
            : new FileAttribute<?>[0];
    return Files.createTempFile(directory, ".weir-", ".tmp", attributes);
  }

  /// Gives the draft its name, unless that is taken; a hard link decides that in one step.
  private static void name(Path draft, Path path) throws IOException {
    try {
      Files.createLink(path, draft);
    } catch (UnsupportedOperationException _) {
      Files.move(draft, path);
    }
  }
}
