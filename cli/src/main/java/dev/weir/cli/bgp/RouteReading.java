package dev.weir.cli.bgp;

import dev.weir.bgp.filter.ArchiveRoutes;
import dev.weir.bgp.filter.Route;
import dev.weir.bgp.filter.RouteTable;
import dev.weir.bgp.filter.TableLoading;
import dev.weir.bgp.flow.OctetSource;
import dev.weir.bgp.mrt.Damage;
import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.store.ArchiveFile;
import dev.weir.bgp.store.UnusableArchive;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Reads the routes of archives one after another, on the thread that asks.
public final class RouteReading {
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
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    try (OctetSource source = open(file)) {
      for (int read = source.read(some, 0, some.length);
          read >= 0;
          read = source.read(some, 0, some.length)) {
        all.write(some, 0, read);
      }
      return all.toByteArray();
    } catch (UnusableArchive unusable) {
      throw CommandFailure.unusable(String.valueOf(unusable.getMessage()));
    } catch (IOException unreadable) {
      throw CommandFailure.unusable(file + ": cannot be read: " + unreadable.getMessage());
    }
  }

  private OctetSource open(String file) throws IOException {
    int workers = Runtime.getRuntime().availableProcessors();
    return file.equals("-")
        ? ArchiveFile.open("standard input", standard, workers)
        : ArchiveFile.open(Path.of(file), workers);
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
