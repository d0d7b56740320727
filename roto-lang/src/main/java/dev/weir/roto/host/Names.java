package dev.weir.roto.host;

import java.lang.reflect.AnnotatedElement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of Java made names of Roto.
final class Names {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("accept const dep else enum filter filtermap fn for if import in let match pkg record"
                  + " reject return std super test while true false")
              .split(" "));

  private static final Pattern AS_NUMBER = Pattern.compile("AS[0-9].*");
  private static final Pattern ALL_CAPITALS = Pattern.compile("[A-Z0-9_]+");

  private Names() {}

  /// What is wrong with a name, or null if scripts can write it.
  static @Nullable String fault(String name) {
    if (name.isEmpty() || !isIdentifier(name)) {
      return "`" + name + "` is no identifier";
    }
    if (KEYWORDS.contains(name)) {
      return "`" + name + "` is a keyword";
    }
    return AS_NUMBER.matcher(name).matches() ? "`" + name + "` is an AS number" : null;
  }

  /// The name, if scripts can write it.
  ///
  /// @throws IllegalArgumentException that says what is wrong with it
  static String check(String name) {
    String fault = fault(name);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    return name;
  }

  private static boolean isIdentifier(String name) {
    int first = name.codePointAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.codePoints()
            .allMatch(
                c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  /// The name that an annotation gives, or else the other one.
  static String of(AnnotatedElement element, String otherwise) {
    RotoName given = element.getAnnotation(RotoName.class);
    return given == null ? otherwise : given.value();
  }

  /// What an annotation says, or nothing.
  static String documentation(AnnotatedElement element) {
    Doc given = element.getAnnotation(Doc.class);
    return given == null ? "" : given.value();
  }

  /// `originAsn` as `origin_asn`, `toURL` as `to_url`.
  static String snake(String camel) {
    return camel
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /// `NOT_FOUND` as `NotFound`; a name that is not all capitals stays.
  static String variant(String constant) {
    if (!ALL_CAPITALS.matcher(constant).matches()) {
      return constant;
    }
    StringBuilder name = new StringBuilder();
    for (String word : constant.split("_")) {
      if (!word.isEmpty()) {
        name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return name.isEmpty() ? constant : name.toString();
  }
}
