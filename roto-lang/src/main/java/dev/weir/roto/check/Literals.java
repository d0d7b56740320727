package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Kind;
import dev.weir.roto.type.Type.Scalar;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Values that are written down, and whether they fit their types.
final class Literals {
  private Literals() {}

  /// Checks a literal, or a minus before a number.
  static Draft of(Session session, Source source, Ast.Expression literal) {
    Span span = literal.span();
    return switch (literal) {
      case Ast.BooleanLiteral l -> fixed(span, Scalar.BOOL, l.value());
      case Ast.CharacterLiteral l -> fixed(span, Scalar.CHAR, l.codePoint());
      case Ast.StringLiteral l -> fixed(span, Scalar.STRING, l.value());
      case Ast.AsnLiteral l -> fixed(span, Scalar.ASN, (int) l.number());
      case Ast.AddressLiteral l -> fixed(span, Scalar.IP_ADDR, l.address());
      case Ast.UnitLiteral _ -> fixed(span, Scalar.UNIT, "()");
      case Ast.IntegerLiteral l ->
          integer(session, source, span, l.magnitude(), type(session, l.suffix(), Kind.INTEGER));
      case Ast.FloatLiteral l ->
          floating(session, span, l.text(), type(session, l.suffix(), Kind.FLOAT));
      case Ast.Unary(_, Ast.UnaryOperator operator, Ast.IntegerLiteral l)
          when operator == Ast.UnaryOperator.NEGATE ->
          integer(
              session,
              source,
              span,
              l.magnitude().negate(),
              type(session, l.suffix(), Kind.SIGNED));
      case Ast.Unary(_, Ast.UnaryOperator operator, Ast.FloatLiteral l)
          when operator == Ast.UnaryOperator.NEGATE ->
          floating(session, span, "-" + l.text(), type(session, l.suffix(), Kind.FLOAT));
      default -> Draft.bad(span);
    };
  }

  private static Draft fixed(Span span, Type type, Object value) {
    return new Draft(span, type, false, () -> new Tree.Literal(span, type, value));
  }

  private static Type type(Session session, @Nullable String suffix, Kind kind) {
    if (suffix != null) {
      for (Scalar scalar : Scalar.values()) {
        if (scalar.roto().equals(suffix)) {
          return scalar;
        }
      }
    }
    return session.types().fresh(kind);
  }

  private static Draft integer(
      Session session, Source source, Span span, BigInteger value, Type type) {
    return new Draft(
        span,
        type,
        false,
        () -> {
          if (!(session.types().settled(type) instanceof Scalar scalar) || !scalar.isNumber()) {
            return new Tree.Literal(span, Scalar.UNIT, "()");
          }
          if (scalar.isFloat()) {
            return floating(span, value.toString(), scalar);
          }
          checkRange(session, source, span, value, scalar);
          return new Tree.Literal(span, scalar, value.longValue());
        });
  }

  private static void checkRange(
      Session session, Source source, Span span, BigInteger value, Scalar type) {
    int bits = type.isSigned() ? type.bits() - 1 : type.bits();
    BigInteger end = BigInteger.ONE.shiftLeft(bits);
    BigInteger least = type.isSigned() ? end.negate() : BigInteger.ZERO;
    if (value.compareTo(least) < 0 || value.compareTo(end) >= 0) {
      session
          .report()
          .add(
              Diagnostic.of(
                      Code.LITERAL_RANGE,
                      "the number does not fit `" + type + "`",
                      source,
                      span,
                      "does not fit `" + type + "`")
                  .note("`" + type + "` holds " + least + " to " + end.subtract(BigInteger.ONE)));
    }
  }

  private static Draft floating(Session session, Span span, String text, Type type) {
    return new Draft(
        span,
        type,
        false,
        () ->
            session.types().settled(type) instanceof Scalar scalar && scalar.isFloat()
                ? floating(span, text, scalar)
                : new Tree.Literal(span, Scalar.UNIT, "()"));
  }

  private static Tree floating(Span span, String text, Scalar type) {
    double value = parse(text);
    return new Tree.Literal(
        span, type, type == Scalar.F32 ? (Object) single(text, value) : (Object) value);
  }

  /// The number; 0 for a text that the parser has refused already.
  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /// The nearest `f32`, which is not always the `f32` nearest to the nearest `f64`.
  private static float single(String text, double value) {
    return value == 0 ? (float) value : Float.parseFloat(text);
  }
}
