package dev.weir.cli.bgp;

import dev.weir.bgp.store.ArchiveOutput;
import dev.weir.bgp.store.Compression;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Where routes are written to: standard output, past its print stream, or a file, which is written
/// beside its place and put there when it is whole.
final class RouteOutput implements Closeable {
  private final ArchiveOutput output;
  private final @Nullable Path unfinished;
  private final @Nullable Path target;

  private RouteOutput(ArchiveOutput output, @Nullable Path unfinished, @Nullable Path target) {
    this.output = output;
    this.unfinished = unfinished;
    this.target = target;
  }

  static RouteOutput open(@Nullable Path file, Console console) throws IOException {
    if (file == null || file.toString().equals("-")) {
      console.out().flush();
      return new RouteOutput(new ArchiveOutput(standard(console), Compression.NONE), null, null);
    }
    Compression compression = Compression.ofName(file.toString());
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        FileChannel device = FileChannel.open(file, StandardOpenOption.WRITE);
        return new RouteOutput(new ArchiveOutput(device, compression), null, null);
      }
      Path directory = file.toAbsolutePath().getParent();
      String name = ".weir-" + Long.toHexString(System.nanoTime()) + ".part";
      Path scratch = directory == null ? Path.of(name) : directory.resolve(name);
      // Not as a temporary file, which only its owner may read: the umask says who may.
      FileChannel channel =
          FileChannel.open(scratch, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new RouteOutput(new ArchiveOutput(channel, compression), scratch, file);
    } catch (IOException failed) {
      throw CommandFailure.unwritable("cannot write " + file + ": " + failed);
    }
  }

  @SuppressWarnings("resource") // standard output stays open
  private static WritableByteChannel standard(Console console) {
    return console.isProcess()
        ? new FileOutputStream(FileDescriptor.out).getChannel()
        : Channels.newChannel(console.out());
  }

  void write(byte[] octets, int at, int length) throws IOException {
    output.write(octets, at, length);
  }

  /// Puts a file in its place. Without this, closing throws away what was written to it.
  void finish() throws IOException {
    if (unfinished != null && target != null) {
      output.close();
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (unfinished != null) {
      output.close();
      Files.deleteIfExists(unfinished);
    } else if (target != null) {
      output.close();
    }
  }
}
