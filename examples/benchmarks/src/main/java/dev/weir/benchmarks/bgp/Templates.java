package dev.weir.benchmarks.bgp;

import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Attributes of real announcements, as patterns for made up ones: the path without its first and
/// last AS, and everything else but the next hop. A pattern is in the list as often as routes were
/// announced with it.
final class Templates {
  /// One announcement.
  ///
  /// @param middle AS numbers of the path between neighbour and origin, prepending included
  /// @param before attributes in front of the path
  /// @param after attributes behind it, next hop and MP_REACH_NLRI left out
  record Template(int[] middle, byte[] before, byte[] after) {}

  private final List<Template> all = new ArrayList<>();

  private Templates() {}

  /// Reads the announcements of an archive of updates.
  static Templates read(Path archive) throws IOException {
    byte[] octets;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
      octets = in.readAllBytes();
    }
    Templates templates = new Templates();
    RecordFramer records = new RecordFramer(_ -> {});
    records.feed(octets, 0, octets.length, 0, true);
    RouteCursor route = new RouteCursor();
    while (records.next() == RecordFramer.Step.RECORD) {
      if (route.open(octets, records.start(), records.end())) {
        long group = -1;
        Template template = null;
        while (route.next()) {
          if (!route.isWithdrawn()) {
            if (route.group() != group) {
              group = route.group();
              template = template(route.attributes());
            }
            if (template != null) {
              templates.all.add(template);
            }
          }
        }
      }
    }
    return templates;
  }

  private static Template template(PathAttributes attributes) {
    AsPath path = attributes.asPath();
    if (path == null || path.hasSet() || path.count() < 3 || path.count() > 60) {
      return null;
    }
    int[] asns = path.asns();
    int[] middle = new int[asns.length - 2];
    System.arraycopy(asns, 1, middle, 0, middle.length);
    Octets all = attributes.octets();
    byte[] before = new byte[all.length()];
    byte[] after = new byte[all.length()];
    int beforeLength = 0;
    int afterLength = 0;
    boolean behind = false;
    AttributeCursor cursor = attributes.cursor();
    int from;
    while (cursor.next()) {
      from = cursor.start() - all.offset();
      int length = cursor.valueOffset() + cursor.valueLength() - cursor.start();
      switch (cursor.type()) {
        case AttributeType.AS_PATH -> behind = true;
        case AttributeType.NEXT_HOP,
            AttributeType.MP_REACH_NLRI,
            AttributeType.MP_UNREACH_NLRI -> {}
        default -> {
          Octets part = all.slice(from, length);
          if (behind) {
            afterLength = part.copyTo(after, afterLength);
          } else {
            beforeLength = part.copyTo(before, beforeLength);
          }
        }
      }
    }
    return new Template(
        middle,
        java.util.Arrays.copyOf(before, beforeLength),
        java.util.Arrays.copyOf(after, afterLength));
  }

  /// Returns how many routes were announced.
  int size() {
    return all.size();
  }

  /// Returns the pattern of one of them.
  Template get(int index) {
    return all.get(index);
  }
}
