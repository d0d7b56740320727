package dev.weir.roto.syntax;

import dev.weir.inet.IpAddress;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The syntax tree of one file: what was written, before any name is looked up.
///
/// Every node has the span of its text. Lists are in the order of the text. Where the text was
/// wrong, the tree holds [Ast.BadExpression], [Ast.BadType] or [Ast.BadPattern], about which a
/// diagnostic has been made already, so that later stages stay silent about them.
///
/// Operators that associate to the left are one node with many links ([Ast.Chain]) and not a deep
/// tree, so that a long sum costs neither stack nor more than linear time.
public sealed interface Ast {
  /// Where the node stands in its source.
  Span span();

  /// A whole file.
  ///
  /// @param source the text
  /// @param items what could be read, in order
  record File(Source source, Span span, List<Item> items) implements Ast {}

  /// A name at the place where it is written.
  record Identifier(Span span, String name) implements Ast {}

  /// Names with points between; a segment may be `pkg`, `super`, `dep` or `std`.
  record Path(Span span, List<Identifier> segments) implements Ast {
    /// The names with points between.
    public String text() {
      return String.join(".", segments.stream().map(Identifier::name).toList());
    }
  }

  // ---- items ------------------------------------------------------------------------------------

  /// What stands at the top level of a file.
  sealed interface Item extends Ast {}

  /// Which word a function was declared with.
  enum FunctionKind {
    /// `fn`.
    FN,
    /// `filter`: the result is a `Verdict` whose parameters are inferred.
    FILTER,
    /// `filtermap`: the same.
    FILTERMAP,
    /// Written at a prompt: no word declares it, and its result is inferred from its body.
    SNIPPET
  }

  /// `fn name[T](a: A) -> R { .. }`, `filter name(..) { .. }`.
  ///
  /// @param documentation the text of the doc comment before it, without its marks; or null
  /// @param result null where none is written
  record Function(
      Span span,
      @Nullable String documentation,
      FunctionKind kind,
      Identifier name,
      List<Identifier> typeParameters,
      List<Parameter> parameters,
      @Nullable TypeExpression result,
      Block body)
      implements Item {}

  /// `name: Type`, of a function, a record or a record type.
  record Parameter(Span span, @Nullable String documentation, Identifier name, TypeExpression type)
      implements Ast {}

  /// `test name { .. }`.
  record Test(Span span, @Nullable String documentation, Identifier name, Block body)
      implements Item {}

  /// `const NAME: Type = value;`.
  record Constant(
      Span span,
      @Nullable String documentation,
      Identifier name,
      TypeExpression type,
      Expression value)
      implements Item {}

  /// `record Name[T] { field: Type }`.
  record Record(
      Span span,
      @Nullable String documentation,
      Identifier name,
      List<Identifier> typeParameters,
      List<Parameter> fields)
      implements Item {}

  /// `enum Name[T] { Variant(Type), Other }`.
  record Enum(
      Span span,
      @Nullable String documentation,
      Identifier name,
      List<Identifier> typeParameters,
      List<Variant> variants)
      implements Item {}

  /// One variant of an enum; `payload` is empty for one without parentheses.
  record Variant(
      Span span, @Nullable String documentation, Identifier name, List<TypeExpression> payload)
      implements Ast {}

  /// `import a.b.{c, d.e};`, at the top level or in a block.
  record Import(Span span, ImportTree tree) implements Item, Statement {}

  /// Segments, and what follows them in braces; without braces the last segment is what is named.
  ///
  /// @param segments empty only for a tree that begins with a brace
  /// @param group the paths in braces; empty without braces
  record ImportTree(Span span, List<Identifier> segments, List<ImportTree> group) implements Ast {}

  // ---- types ------------------------------------------------------------------------------------

  /// A type as written.
  sealed interface TypeExpression extends Ast {}

  /// `path` or `path[A, B]`; without brackets `arguments` is null.
  record NamedType(Span span, Path path, @Nullable List<TypeExpression> arguments)
      implements TypeExpression {}

  /// `()`.
  record UnitType(Span span) implements TypeExpression {}

  /// `!`.
  record NeverType(Span span) implements TypeExpression {}

  /// `{ a: A, b: B }`.
  record RecordType(Span span, List<Parameter> fields) implements TypeExpression {}

  /// `T?`.
  record OptionType(Span span, TypeExpression inner) implements TypeExpression {}

  /// Text that is no type; reported already.
  record BadType(Span span) implements TypeExpression {}

  // ---- statements -------------------------------------------------------------------------------

  /// A part of a block that has no value.
  sealed interface Statement extends Ast {}

  /// `let name: Type = value;`.
  record Let(Span span, Identifier name, @Nullable TypeExpression type, Expression value)
      implements Statement {}

  /// An expression whose value is dropped; `if`, `match`, `while` and `for` need no semicolon.
  record ExpressionStatement(Span span, Expression expression, boolean semicolon)
      implements Statement {}

  // ---- expressions ------------------------------------------------------------------------------

  /// What has a value.
  sealed interface Expression extends Ast {}

  /// `true` or `false`.
  record BooleanLiteral(Span span, boolean value) implements Expression {}

  /// An integer without sign.
  ///
  /// @param magnitude the number, of any size
  /// @param suffix `u8` .. `i64`, or null
  record IntegerLiteral(Span span, BigInteger magnitude, @Nullable String suffix)
      implements Expression {}

  /// A number with a point, an exponent or the suffix `f32` or `f64`.
  ///
  /// @param text its digits without underscores and suffix, as Java reads them
  record FloatLiteral(Span span, String text, @Nullable String suffix) implements Expression {}

  /// `'x'`, as a code point.
  record CharacterLiteral(Span span, int codePoint) implements Expression {}

  /// `"text"`, with its escapes resolved.
  record StringLiteral(Span span, String value) implements Expression {}

  /// `AS64496`.
  record AsnLiteral(Span span, long number) implements Expression {}

  /// An address of either family.
  record AddressLiteral(Span span, IpAddress address) implements Expression {}

  /// `()`.
  record UnitLiteral(Span span) implements Expression {}

  /// `f"text {expression:spec} text"`.
  record FString(Span span, List<FStringPart> parts) implements Expression {}

  /// A part of an f-string.
  sealed interface FStringPart extends Ast {}

  /// Text between braces, with escapes and doubled braces resolved.
  record FStringText(Span span, String text) implements FStringPart {}

  /// `{expression}` or `{expression:spec}`.
  ///
  /// @param format null without a colon
  record FStringValue(Span span, Expression value, @Nullable FormatSpec format)
      implements FStringPart {}

  /// How a value is set: `[[fill]align][sign][#][0][width][.precision][kind]`.
  ///
  /// @param fill the code point that fills the width; a blank if none is written
  /// @param align `<`, `>`, `^`, or 0 for the value's own (numbers right, the rest left)
  /// @param sign whether a plus sign is written before numbers that are not negative
  /// @param alternate `#`: a prefix `0x`, `0b`, `0o`
  /// @param zero whether zeros fill the width between sign and digits
  /// @param width the least number of code points, or -1
  /// @param precision digits after the point, or the most code points of a text; or -1
  /// @param kind `x`, `X`, `b`, `o`, `e`, or 0
  record FormatSpec(
      Span span,
      int fill,
      char align,
      boolean sign,
      boolean alternate,
      boolean zero,
      int width,
      int precision,
      char kind)
      implements Ast {}

  /// `[a, b, c]`.
  record ListLiteral(Span span, List<Expression> elements) implements Expression {}

  /// `Path { a: 1 }` or, with a null path, `{ a: 1 }`.
  record RecordLiteral(Span span, @Nullable Path path, List<FieldValue> fields)
      implements Expression {}

  /// `name: value` in a record literal.
  record FieldValue(Span span, Identifier name, Expression value) implements Ast {}

  /// A name alone; the words `pkg`, `super` and `dep` come as names too.
  record Name(Span span, String name) implements Expression {}

  /// `target.name`: a field, a method before its call, or a further segment of a path.
  record Member(Span span, Expression target, Identifier name) implements Expression {}

  /// `callee(a, b)`.
  record Call(Span span, Expression callee, List<Expression> arguments) implements Expression {}

  /// `target[index]`.
  record Index(Span span, Expression target, Expression index) implements Expression {}

  /// `operand?`.
  record Try(Span span, Expression operand) implements Expression {}

  /// An operator before its operand.
  enum UnaryOperator {
    /// `-`.
    NEGATE,
    /// `!`.
    NOT
  }

  /// `-a` or `!a`.
  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  /// An operator between two operands.
  enum BinaryOperator {
    /// `+`.
    ADD("+"),
    /// `-`.
    SUBTRACT("-"),
    /// `*`.
    MULTIPLY("*"),
    /// `/`.
    DIVIDE("/"),
    /// `%`.
    REMAINDER("%"),
    /// `==`.
    EQUAL("=="),
    /// `!=`.
    NOT_EQUAL("!="),
    /// `<`.
    LESS("<"),
    /// `<=`.
    LESS_EQUAL("<="),
    /// `>`.
    GREATER(">"),
    /// `>=`.
    GREATER_EQUAL(">="),
    /// `&&`.
    AND("&&"),
    /// `||`.
    OR("||");

    private final String symbol;

    BinaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /// As it is written.
    public String symbol() {
      return symbol;
    }
  }

  /// Operators of one level of precedence from left to right: `a + b - c`.
  ///
  /// `+ -` form one level and `* / %` another; `&&` and `||` never mix; a comparison has one link.
  ///
  /// @param links at least one
  record Chain(Span span, Expression first, List<Link> links) implements Expression {}

  /// An operator and what is right of it.
  ///
  /// @param span of the operator alone
  record Link(Span span, BinaryOperator operator, Expression operand) implements Ast {}

  /// `target = value`, `target += value`.
  ///
  /// @param target a [Name], a [Member] chain that ends in a name, or an [Index] of those
  /// @param operator the one before `=`, or null
  record Assignment(
      Span span, Expression target, @Nullable BinaryOperator operator, Expression value)
      implements Expression {}

  /// `from..to` or `from..=to`; only where a `for` iterates, or as the index of a slice.
  record Range(Span span, Expression from, Expression to, boolean inclusive)
      implements Expression {}

  /// `{ statements result }`.
  ///
  /// @param result the last expression if it has no semicolon, or null
  record Block(Span span, List<Statement> statements, @Nullable Expression result)
      implements Expression {}

  /// What an `if`, `while` or guard asks.
  sealed interface Condition extends Ast {}

  /// A condition of type `bool`.
  record Holds(Span span, Expression expression) implements Condition {}

  /// `let pattern = value`: whether the pattern fits.
  record Fits(Span span, Pattern pattern, Expression value) implements Condition {}

  /// `if .. {} else if .. {} else {}`, with all its branches.
  record If(Span span, List<Branch> branches, @Nullable Block otherwise) implements Expression {}

  /// One condition and what is done if it is the first that holds.
  record Branch(Span span, Condition condition, Block body) implements Ast {}

  /// `match value { arms }`.
  record Match(Span span, Expression value, List<Arm> arms) implements Expression {}

  /// `pattern if guard => body`.
  record Arm(Span span, Pattern pattern, @Nullable Expression guard, Expression body)
      implements Ast {}

  /// `while condition { .. }`.
  record While(Span span, Condition condition, Block body) implements Expression {}

  /// `for variable in iterable { .. }`.
  record For(Span span, Identifier variable, Expression iterable, Block body)
      implements Expression {}

  /// How a function is left early.
  enum Exit {
    /// `return`.
    RETURN,
    /// `accept`.
    ACCEPT,
    /// `reject`.
    REJECT
  }

  /// `return value`, `accept`, `reject value`.
  record Leave(Span span, Exit exit, @Nullable Expression value) implements Expression {}

  /// `break`.
  record Break(Span span) implements Expression {}

  /// `continue`.
  record Continue(Span span) implements Expression {}

  /// `|a, b: T| body`.
  record Closure(Span span, List<ClosureParameter> parameters, Expression body)
      implements Expression {}

  /// A parameter of a closure, with or without its type.
  record ClosureParameter(Span span, Identifier name, @Nullable TypeExpression type)
      implements Ast {}

  /// Text that is no expression; reported already.
  record BadExpression(Span span) implements Expression {}

  // ---- patterns ---------------------------------------------------------------------------------

  /// What a value is compared with.
  sealed interface Pattern extends Ast {}

  /// `_` as a whole pattern or as an argument of one.
  record Wildcard(Span span) implements Pattern {}

  /// A bare name: at the top of an arm a variant, as an argument a binding. `_` as an argument is
  /// an ordinary name too and comes as a [Wildcard] all the same.
  record NamePattern(Span span, Identifier name) implements Pattern {}

  /// `Variant(a, b)`, `Type.Variant`, `Type.Variant(a)`, or a constant `module.NAME`.
  ///
  /// @param arguments null without parentheses
  record VariantPattern(Span span, Path path, @Nullable List<Pattern> arguments)
      implements Pattern {}

  /// A literal: a boolean, integer, float, character, text, AS number or address, or a [Unary]
  /// minus of a number.
  record LiteralPattern(Span span, Expression literal) implements Pattern {}

  /// `1..10`, `1..=10`, `'a'..='z'`, `AS1..=AS10`, `10.0.0.0..=10.0.0.9`; an end may be left out.
  ///
  /// @param from a literal as in [LiteralPattern], or null
  /// @param to the same
  record RangePattern(
      Span span, @Nullable Expression from, @Nullable Expression to, boolean inclusive)
      implements Pattern {}

  /// `10.0.0.0/8`.
  record PrefixPattern(Span span, IpAddress address, int length) implements Pattern {}

  /// `a | b`.
  record OrPattern(Span span, List<Pattern> alternatives) implements Pattern {}

  /// `{ a: pattern, b, .. }` or `Path { .. }`; a field without a pattern binds its name.
  ///
  /// @param rest whether `..` leaves the other fields open
  record RecordPattern(Span span, @Nullable Path path, List<FieldPattern> fields, boolean rest)
      implements Pattern {}

  /// `name: pattern`, or `name` with a null pattern.
  record FieldPattern(Span span, Identifier name, @Nullable Pattern pattern) implements Ast {}

  /// Text that is no pattern; reported already.
  record BadPattern(Span span) implements Pattern {}
}
