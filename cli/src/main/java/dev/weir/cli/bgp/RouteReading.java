package dev.weir.cli.bgp;

import dev.weir.bgp.filter.ArchiveRoutes;
import dev.weir.bgp.filter.Route;
import dev.weir.bgp.filter.RouteTable;
import dev.weir.bgp.filter.TableLoading;
import dev.weir.bgp.mrt.Damage;
import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the routes of archives one after another, on the thread that asks.
public final class RouteReading {
  private static final int MAGIC = 4;

  private final InputStream standard;
  private final Consumer<String> complaints;

  RouteReading(Console console) {
    this(console.in(), console.err()::println);
  }

  private RouteReading(InputStream standard, Consumer<String> complaints) {
    this.standard = standard;
    this.complaints = complaints;
  }

  /// Loads archives into a table.
  ///
  /// @param complaints are told of damage
  /// @throws CommandFailure if a file cannot be read
  public static RouteTable table(List<String> files, Consumer<String> complaints)
      throws IOException {
    RouteReading reading = new RouteReading(InputStream.nullInputStream(), complaints);
    TableLoading loading = new TableLoading();
    for (String file : files) {
      reading.walk(file, loading::add);
    }
    return loading.table();
  }

  /// Gives each route of an archive to a consumer, always as the same object.
  ///
  /// @throws CommandFailure if the file cannot be read
  void read(String file, Consumer<Route> routes) throws IOException {
    ArchiveRoutes moving = new ArchiveRoutes(null);
    walk(file, cursor -> routes.accept(moving.at(cursor)));
  }

  /// Stops at each route of an archive, always with the same cursor.
  ///
  /// @throws CommandFailure if the file cannot be read
  void walk(String file, Consumer<RouteCursor> routes) throws IOException {
    byte[] archive = octets(file);
    RecordFramer framer = new RecordFramer(damage -> damaged(file, damage));
    RouteCursor cursor = new RouteCursor();
    framer.feed(archive, 0, archive.length, 0, true);
    while (framer.next() == RecordFramer.Step.RECORD) {
      if (cursor.open(archive, framer.start(), framer.end())) {
        while (cursor.next()) {
          routes.accept(cursor);
        }
      }
    }
  }

  private void damaged(String file, Damage damage) {
    complaints.accept(file + ": " + damage);
  }

  private byte[] octets(String file) throws IOException {
    if (!file.equals("-") && Files.isDirectory(Path.of(file))) {
      throw CommandFailure.unusable(file + ": is a directory, not an archive");
    }
    try (InputStream in =
        new BufferedInputStream(
            file.equals("-") ? standard : Files.newInputStream(Path.of(file)))) {
      in.mark(MAGIC);
      byte[] magic = in.readNBytes(MAGIC);
      in.reset();
      String foreign = foreign(magic);
      if (foreign != null) {
        throw CommandFailure.unusable(
            file + ": is compressed with " + foreign + "; give it plain, or to - through a pipe");
      }
      boolean gzip = magic.length > 1 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
      return (gzip ? new GZIPInputStream(in, 1 << 16) : in).readAllBytes();
    } catch (IOException unreadable) {
      throw CommandFailure.unusable(file + ": cannot be read: " + unreadable.getMessage());
    }
  }

  /// The compression that is not read here, by the first octets of a file; null for all others.
  private static @Nullable String foreign(byte[] magic) {
    if (magic.length < MAGIC) {
      return null;
    }
    return switch (Octets.i32(magic, 0)) {
      case 0x425a6831,
          0x425a6832,
          0x425a6833,
          0x425a6834,
          0x425a6835,
          0x425a6836,
          0x425a6837,
          0x425a6838,
          0x425a6839 ->
          "bzip2";
      case 0x28b52ffd -> "zstd";
      case 0xfd377a58 -> "xz";
      default -> null;
    };
  }

  /// Writes the members that say which route it is.
  static void members(Route route, Json out) {
    out.field("prefix", route.hasPrefix() ? route.prefix().toString() : null)
        .field("family", route.family().toString())
        .field("path_id", Integer.toUnsignedLong(route.pathId()))
        .field("withdrawal", route.isWithdrawal())
        .field("peer_address", route.ingress().peerAddress().toString())
        .field("peer_asn", route.ingress().peerAsn().number());
  }
}
