package dev.weir.roto.library;

import dev.weir.inet.AsnSet;
import dev.weir.inet.PrefixSet;
import dev.weir.roto.run.Regex;
import dev.weir.roto.run.RotoMap;
import dev.weir.roto.run.RotoSet;
import dev.weir.roto.run.StringBytes;
import dev.weir.roto.run.StringChars;
import dev.weir.roto.run.StringLines;
import dev.weir.roto.run.TextBuffer;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.OpaqueBody;
import java.util.List;

/// The types of the standard library that a Java class stands behind.
public final class StandardTypes {
  /// `StringBuf`.
  public static final TypeDefinition STRING_BUF =
      opaque(
          "StringBuf",
          List.of(),
          TextBuffer.class,
          "A text that can grow. Copies of the handle share the text.");

  /// `StringBytes`.
  public static final TypeDefinition STRING_BYTES =
      opaque(
          "StringBytes", List.of(), StringBytes.class, "A text by the octets of its UTF-8 form.");

  /// `StringChars`.
  public static final TypeDefinition STRING_CHARS =
      opaque("StringChars", List.of(), StringChars.class, "A text by its characters.");

  /// `StringLines`.
  public static final TypeDefinition STRING_LINES =
      opaque(
          "StringLines",
          List.of(),
          StringLines.class,
          "A text by its lines, which end with LF or CRLF.");

  /// `Map[K, V]`.
  public static final TypeDefinition MAP =
      opaque(
          "Map",
          List.of("K", "V"),
          RotoMap.class,
          "Values by keys, in the order in which the keys were first inserted. Copies of the handle"
              + " share the entries.");

  /// `Set[T]`.
  public static final TypeDefinition SET =
      opaque(
          "Set",
          List.of("T"),
          RotoSet.class,
          "Values, each once, in the order in which they were first inserted. Copies of the handle"
              + " share the elements.");

  /// `Regex`.
  public static final TypeDefinition REGEX =
      opaque(
          "Regex",
          List.of(),
          Regex.class,
          "A regular expression in the syntax of RE2. It matches in time linear in the text.");

  /// `PrefixSet`.
  public static final TypeDefinition PREFIX_SET =
      opaque(
          "PrefixSet",
          List.of(),
          PrefixSet.class,
          "Prefixes with bounds for the lengths that match. Copies of the handle share the set.");

  /// `AsnSet`.
  public static final TypeDefinition ASN_SET =
      opaque("AsnSet", List.of(), AsnSet.class, "AS numbers. Copies of the handle share the set.");

  /// All types of the standard library, with those that the language itself knows.
  public static final List<TypeDefinition> ALL =
      List.of(
          BuiltIn.OPTION,
          BuiltIn.RESULT,
          BuiltIn.VERDICT,
          BuiltIn.LIST,
          MAP,
          SET,
          STRING_BUF,
          STRING_BYTES,
          STRING_CHARS,
          STRING_LINES,
          REGEX,
          PREFIX_SET,
          ASN_SET);

  private StandardTypes() {}

  private static TypeDefinition opaque(
      String name, List<String> parameters, Class<?> javaClass, String documentation) {
    return new TypeDefinition(name, parameters, javaClass, documentation).define(new OpaqueBody());
  }
}
