package dev.weir.cli.bgp;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.MalformedAsPath;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;

/// A route to be judged.
///
/// @param prefix where it leads
/// @param path its AS path, of which the last is the origin; one AS if only the origin is known
record RouteQuery(Prefix prefix, AsPath path) {

  /// Parses a prefix and a path, or the origin alone, with blanks between.
  ///
  /// @throws IllegalArgumentException if the text is something else; says what
  static RouteQuery parse(String text) {
    String words = text.strip();
    int blank = words.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException(
          "'" + words + "': expected a prefix and an AS, as '192.0.2.0/24 AS65000'");
    }
    return of(words.substring(0, blank), words.substring(blank + 1));
  }

  /// Parses both parts.
  ///
  /// @throws IllegalArgumentException if the text is something else; says what
  static RouteQuery of(String prefix, String path) {
    try {
      return new RouteQuery(Prefix.parse(prefix), AsPath.parse(path));
    } catch (MalformedInet | MalformedAsPath malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }
}
