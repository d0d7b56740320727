package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Path attributes as values between commas. Sets in a path have commas of their own, so a path
/// with one stands in quotes.
final class CsvFields {
  private CsvFields() {}

  /// Returns the columns from the path on, each with a comma before it.
  static String of(RouteCursor route) {
    PathAttributes attributes = route.attributes();
    AsPath path = attributes.asPath();
    Origin origin = attributes.origin();
    StringBuilder text = new StringBuilder(128);
    column(text, path == null ? "" : path.toString());
    column(text, origin == null ? "" : origin.toString().toLowerCase(Locale.ROOT));
    column(text, NextHopText.of(route));
    column(text, number(attributes.localPreference()));
    column(text, number(attributes.med()));
    column(text, communities(attributes.value(AttributeType.COMMUNITIES), 4));
    column(text, communities(attributes.value(AttributeType.LARGE_COMMUNITIES), 12));
    return text.toString();
  }

  private static void column(StringBuilder text, @Nullable Object value) {
    String words = value == null ? "" : value.toString();
    boolean quoted = words.indexOf(',') >= 0;
    text.append(quoted ? ",\"" : ",").append(words).append(quoted ? "\"" : "");
  }

  private static String number(long value) {
    return value < 0 ? "" : Long.toString(value);
  }

  private static String communities(@Nullable Octets value, int width) {
    StringJoiner all = new StringJoiner(" ");
    for (int at = 0; value != null && at + width <= value.length(); at += width) {
      int from = value.offset() + at;
      all.add(
          width == 4
              ? StandardCommunity.read(value.array(), from).toString()
              : LargeCommunity.read(value.array(), from).toString());
    }
    return all.toString();
  }
}
