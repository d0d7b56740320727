package dev.weir.dns.store;

import com.github.luben.zstd.ZstdOutputStream;
import dev.weir.dns.MalformedText;
import dev.weir.dns.text.Diagnostic;
import dev.weir.dns.text.Diagnostics;
import dev.weir.dns.text.ParsedZone;
import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.text.Severity;
import dev.weir.dns.text.ZoneFileParser;
import dev.weir.dns.text.ZonePrinter;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Loads zones from files and writes them to files.
public final class ZoneFiles {
  private static final Path STANDARD = Path.of("-");
  private static final int BUFFER = 1 << 20;

  private ZoneFiles() {}

  /// Loads a zone file, which may be compressed by gzip or zstd.
  ///
  /// @param file the file; `-` for standard input
  /// @param workers read and build on their threads
  /// @throws IOException if the file cannot be read; the message names it and says why
  public static LoadedZone load(Path file, LoadOptions options, Workers workers)
      throws IOException {
    if (file.equals(STANDARD)) {
      return load(System.in, "standard input", options, workers);
    }
    try (FileText text = FileText.open(file, Long.MAX_VALUE)) {
      return load(text, options, workers);
    }
  }

  /// Loads a zone from a stream, which is read to its end and not closed.
  ///
  /// @param name what to call it in diagnostics
  public static LoadedZone load(
      InputStream stream, String name, LoadOptions options, Workers workers) throws IOException {
    return load(FileText.of(stream, name), options, workers);
  }

  private static LoadedZone load(FileText text, LoadOptions options, Workers workers)
      throws IOException {
    ParsedZone parsed;
    try {
      parsed = ZoneFileParser.parse(text, IncludeFiles.of(text, options), options.rules(), workers);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (MalformedText e) {
      Diagnostics diagnostics = new Diagnostics(1);
      diagnostics.add(Diagnostic.of(Severity.ERROR, text.name(), String.valueOf(e.getMessage())));
      return new LoadedZone(null, diagnostics, 0);
    }
    Diagnostics diagnostics = parsed.diagnostics();
    if (parsed.apex() == null || diagnostics.errors() > 0) {
      return new LoadedZone(null, diagnostics, 0);
    }
    ZoneBuilder.Built built = ZoneBuilder.build(parsed.apex(), parsed.runs(), workers);
    if (built.mixedTtls() > 0) {
      diagnostics.add(
          Diagnostic.of(
              Severity.WARNING,
              text.name(),
              built.mixedTtls()
                  + " record sets have several TTLs; the lowest of each is taken (RFC 2181 §5.2)"));
    }
    return new LoadedZone(built.zone(), diagnostics, built.duplicates());
  }

  /// Writes a zone file; the old one stays whole unless the new one is complete and durable.
  ///
  /// @param file the file, compressed if its name ends in `.gz` or `.zst`; `-` for standard output
  /// @throws IOException if it cannot be written, for want of room for example
  public static void write(Zone zone, Path file, PrintStyle style, Workers workers)
      throws IOException {
    if (file.equals(STANDARD)) {
      OutputStream out = new FileOutputStream(FileDescriptor.out);
      print(zone, style, workers, out);
      return;
    }
    try (AtomicFile atomic = AtomicFile.replace(file)) {
      OutputStream out = compressed(atomic.stream(), file.toString());
      print(zone, style, workers, out);
      finish(out);
      atomic.commit();
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static OutputStream compressed(OutputStream raw, String name) throws IOException {
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(raw, BUFFER);
    }
    return name.endsWith(".zst") ? new ZstdOutputStream(raw).setCloseFrameOnFlush(true) : raw;
  }

  /// Ends a compressed stream without closing the file below it.
  private static void finish(OutputStream out) throws IOException {
    if (out instanceof GZIPOutputStream gzip) {
      gzip.finish();
    }
    out.flush();
  }

  private static void print(Zone zone, PrintStyle style, Workers workers, OutputStream out)
      throws IOException {
    try {
      ZonePrinter.print(
          zone,
          style,
          workers,
          (octets, offset, count) -> {
            try {
              for (int at = 0; at < count; at += BUFFER) {
                out.write(octets, offset + at, Math.min(BUFFER, count - at));
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
