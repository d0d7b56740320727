package dev.weir.roto.eval;

import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;

/// Values as texts.
final class Formatting {
  private Formatting() {}

  /// The plain text of a value whose `to_string` the compiler lowers itself.
  static String plain(Type type, Object value) {
    return switch (value) {
      case Long _ -> Arithmetic.big((Scalar) type.head(), value).toString();
      case Integer character when type.head() == Scalar.CHAR -> Character.toString(character);
      case Integer asn -> "AS" + Integer.toUnsignedString(asn);
      case Double number -> dev.weir.roto.run.Floats.toString(number);
      case Float number -> dev.weir.roto.run.Floats.toString(number);
      default -> value.toString();
    };
  }

  /// A value set by a format.
  static String format(Tree.FormatSpec spec, Type type, Object value, LibraryCalls library) {
    throw new IllegalStateException("no formats yet: " + spec + type + value + library);
  }
}
