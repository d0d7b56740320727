package dev.weir.roto.check;

import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Patterns that are values: literals, ranges, prefixes and constants.
final class LiteralPatterns {
  private final Expressions in;

  LiteralPatterns(Expressions in) {
    this.in = in;
  }

  private Patterns.Checked fail(Code code, Span span, String message, String label) {
    in.fail(code, span, message, label);
    return Patterns.bad(span);
  }

  Patterns.Checked constant(Ast.VariantPattern pattern, Meaning meaning, Type type) {
    Span span = pattern.span();
    Draft value = in.expect(in.values().value(meaning, span, in.types().fresh()), type);
    if (value.isBad()) {
      return Patterns.bad(span);
    }
    if (meaning instanceof Meaning.OfLibraryConstant of) {
      Object object = of.constant().value();
      return equal(
          span, () -> new Tree.Literal(span, of.constant().type(), literalForm(of, object)));
    }
    Routine routine = ((Meaning.OfConstant) meaning).routine();
    Ast.Expression written = ((Ast.Constant) routine.item()).value();
    if (!isLiteral(written)) {
      return fail(
          Code.INVALID_PATTERN,
          span,
          "only a constant that is a literal can be a pattern",
          "compare with it in a guard: `x if x == " + pattern.path().text() + "`");
    }
    Draft literal = Literals.of(in.session(), routine.module().source(), written);
    return in.types().fits(type, literal.type())
        ? equal(span, literal.maker())
        : Patterns.bad(span);
  }

  private static Object literalForm(Meaning.OfLibraryConstant of, Object value) {
    if (of.constant().type() instanceof Scalar scalar
        && scalar.isInteger()
        && value instanceof Integer number) {
      return scalar == Scalar.U32 ? Integer.toUnsignedLong(number) : (long) number;
    }
    return value;
  }

  private static boolean isLiteral(Ast.Expression expression) {
    return switch (expression) {
      case Ast.BooleanLiteral _,
          Ast.IntegerLiteral _,
          Ast.FloatLiteral _,
          Ast.CharacterLiteral _,
          Ast.StringLiteral _,
          Ast.AsnLiteral _,
          Ast.AddressLiteral _ ->
          true;
      case Ast.Unary unary ->
          unary.operator() == Ast.UnaryOperator.NEGATE
              && (unary.operand() instanceof Ast.IntegerLiteral
                  || unary.operand() instanceof Ast.FloatLiteral);
      default -> false;
    };
  }

  // ---- literals ---------------------------------------------------------------------------------

  private static Patterns.Checked equal(Span span, Supplier<Tree> literal) {
    return new Patterns.Checked(
        () ->
            literal.get() instanceof Tree.Literal value
                ? new Pattern.Equal(span, value)
                : new Pattern.Any(span),
        false);
  }

  Patterns.Checked literal(Ast.LiteralPattern pattern, Type type) {
    if (!isLiteral(pattern.literal())) {
      return pattern.literal() instanceof Ast.UnitLiteral && in.types().fits(type, Scalar.UNIT)
          ? Patterns.any(pattern.span())
          : fail(
              Code.INVALID_PATTERN,
              pattern.span(),
              "this cannot be a pattern",
              "expected a literal");
    }
    Draft value = in.expect(Literals.of(in.session(), in.source(), pattern.literal()), type);
    return value.isBad() ? Patterns.bad(pattern.span()) : equal(pattern.span(), value.maker());
  }

  Patterns.Checked range(Ast.RangePattern pattern, Type type) {
    Draft from = end(pattern.from(), type);
    Draft to = end(pattern.to(), type);
    boolean wrong = from != null && from.isBad() || to != null && to.isBad();
    if (wrong) {
      return Patterns.bad(pattern.span());
    }
    boolean hasRanges =
        Keys.isInteger(type)
            || type.head() == Scalar.CHAR
            || type.head() == Scalar.ASN
            || type.head() == Scalar.IP_ADDR;
    if (!hasRanges) {
      return fail(
          Code.INVALID_PATTERN,
          pattern.span(),
          "there are no ranges of " + Session.show(type),
          "ranges are of integers, characters, AS numbers and addresses");
    }
    return new Patterns.Checked(
        () -> new Pattern.Between(pattern.span(), made(from), made(to), pattern.inclusive()),
        false);
  }

  private static Tree.@Nullable Literal made(@Nullable Draft end) {
    return end != null && end.make() instanceof Tree.Literal literal ? literal : null;
  }

  private @Nullable Draft end(Ast.@Nullable Expression written, Type type) {
    if (written == null) {
      return null;
    }
    if (!isLiteral(written)) {
      return in.fail(
          Code.INVALID_PATTERN, written.span(), "the end of a range is a literal", "no literal");
    }
    return in.expect(Literals.of(in.session(), in.source(), written), type);
  }

  Patterns.Checked prefix(Ast.PrefixPattern pattern, Type type) {
    Span span = pattern.span();
    int width = pattern.address() instanceof Ipv4Address ? 32 : 128;
    if (pattern.length() < 0 || pattern.length() > width) {
      return fail(
          Code.LITERAL_RANGE,
          span,
          "a prefix of this address has at most " + width + " bits",
          "longer than " + width);
    }
    Prefix prefix = Prefix.of(pattern.address(), pattern.length());
    if (type.head() == Scalar.PREFIX) {
      return equal(span, () -> new Tree.Literal(span, Scalar.PREFIX, prefix));
    }
    if (!in.types().fits(type, Scalar.IP_ADDR)) {
      in.session().mismatch(in.source(), span, type, Scalar.PREFIX);
      return Patterns.bad(span);
    }
    return new Patterns.Checked(() -> new Pattern.Inside(span, prefix), false);
  }
}
