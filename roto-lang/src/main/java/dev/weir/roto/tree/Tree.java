package dev.weir.roto.tree;

import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.library.LibraryConstant;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.source.Span;
import dev.weir.roto.type.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An expression of a checked program. Every node has a type without open variables (it may hold
/// type parameters of the generic function around it).
///
/// Evaluation is strictly from left to right. Records and enums are values; lists, maps, sets and
/// text buffers are handles.
public sealed interface Tree {
  /// Where it is written.
  Span span();

  /// The type of its value; `NEVER` if it has none.
  Type type();

  // ---- values -----------------------------------------------------------------------------------

  /// A value that is written down.
  ///
  /// @param value `Boolean`; `Integer` for `char` (code point) and `Asn` (bits); `Long` for all
  ///   integer types (sign- or zero-extended: `255u8` is 255, `u64::MAX` is -1); `Float`, `Double`;
  ///   `String`; `IpAddress`; `Prefix`; for the unit type the text `()`
  record Literal(Span span, Type type, Object value) implements Tree {}

  /// `[a, b]`; the type is a `List`.
  record ListOf(Span span, Type type, List<Tree> elements) implements Tree {}

  /// A record, named or not.
  ///
  /// @param fields in the order written, which is the order of evaluation; `index` is the place in
  ///   the type's own order
  record RecordOf(Span span, Type type, List<FieldOf> fields) implements Tree {}

  /// One field of a [RecordOf].
  record FieldOf(int index, Tree value) {}

  /// A variant of an enum with its payload.
  record VariantOf(Span span, Type.Named type, int variant, List<Tree> payload) implements Tree {}

  /// An address and a length made a prefix: `a / n`. Fails at run time if the length is too large.
  record PrefixOf(Span span, Type type, Tree address, Tree length) implements Tree {}

  /// A text with values in it.
  record Format(Span span, Type type, List<FormatPart> parts) implements Tree {}

  /// A piece of a [Format]: `text`, and after it `value`, which may be null at the end.
  ///
  /// @param toText the method `to_string` of the value's type; null where `format` alone decides
  record FormatPart(
      String text,
      @Nullable Tree value,
      @Nullable LibraryFunction toText,
      @Nullable FormatSpec format) {}

  /// How a value is set in a text; the parts are those of the syntax.
  record FormatSpec(
      int fill,
      char align,
      boolean sign,
      boolean alternate,
      boolean zero,
      int width,
      int precision,
      char kind) {}

  // ---- names ------------------------------------------------------------------------------------

  /// The value of a local.
  record Read(Span span, Local local) implements Tree {
    @Override
    public Type type() {
      return local.type();
    }
  }

  /// The value of a constant of the script.
  record ReadConstant(Span span, Constant constant) implements Tree {
    @Override
    public Type type() {
      return constant.type();
    }
  }

  /// The value of a constant of the library.
  record ReadLibrary(Span span, LibraryConstant constant) implements Tree {
    @Override
    public Type type() {
      return constant.type();
    }
  }

  /// A value that the host gave with the call.
  record ReadContext(Span span, ContextVariable variable) implements Tree {
    @Override
    public Type type() {
      return variable.type();
    }
  }

  /// A field of a record; `index` in the type's own order.
  record ReadField(Span span, Type type, Tree record, int index) implements Tree {}

  /// `list[i]` or `map[k]`: fails at run time where nothing is. A slice is a [CallLibrary].
  record ReadIndex(Span span, Type type, Tree target, Tree index) implements Tree {}

  /// A local, or a field path of one, gets a value. With an operator, `target = target op value`,
  /// the target being read first.
  ///
  /// @param path indexes of fields, outermost first; empty for the local itself
  record Assign(Span span, Local local, List<Integer> path, @Nullable Operator operator, Tree value)
      implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.UNIT;
    }
  }

  /// `list[i] = value`, `map[k] = value`, also with an operator. `target` and `index` are evaluated
  /// once, before `value`.
  record AssignIndex(Span span, Tree target, Tree index, @Nullable Operator operator, Tree value)
      implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.UNIT;
    }
  }

  // ---- operators --------------------------------------------------------------------------------

  /// Operators between two values.
  enum Operator {
    /// `+`, also of texts and lists.
    ADD,
    /// `-`.
    SUBTRACT,
    /// `*`.
    MULTIPLY,
    /// `/`.
    DIVIDE,
    /// `%`.
    REMAINDER,
    /// `==`, of any type.
    EQUAL,
    /// `!=`.
    NOT_EQUAL,
    /// `<`, of numbers, characters, texts, addresses, prefixes, AS numbers.
    LESS,
    /// `<=`.
    LESS_EQUAL,
    /// `>`.
    GREATER,
    /// `>=`.
    GREATER_EQUAL
  }

  /// `-a` of a number.
  record Negate(Span span, Type type, Tree operand) implements Tree {}

  /// `!a`.
  record Not(Span span, Tree operand) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  /// `a + b - c`: from left to right; both operands of a step have one type. [PrefixOf] takes the
  /// place of a division of an address.
  ///
  /// @param steps at least one; the type of the whole is that of the last
  record Operation(Span span, Tree first, List<Step> steps) implements Tree {
    @Override
    public Type type() {
      return steps.getLast().type();
    }
  }

  /// An operator and its right operand.
  ///
  /// @param span of the operator
  /// @param type of what has been computed after it
  record Step(Span span, Operator operator, Tree operand, Type type) {}

  /// `a && b && c` or `a || b`.
  record Logic(Span span, boolean and, List<Tree> operands) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  // ---- calls ------------------------------------------------------------------------------------

  /// A call of a function of the script.
  record Call(
      Span span, Type type, Function function, List<Type> typeArguments, List<Tree> arguments)
      implements Tree {}

  /// A call of a function of the library; `substitution` gives its type parameters.
  record CallLibrary(
      Span span,
      Type type,
      LibraryFunction function,
      Map<Type.Parameter, Type> substitution,
      List<Tree> arguments)
      implements Tree {}

  /// A function without a name; only as an argument of a [CallLibrary]. Its body may read and
  /// assign locals around it, and may not leave them.
  record Closure(Span span, Type.Function type, List<Local> parameters, Tree body)
      implements Tree {}

  // ---- control ----------------------------------------------------------------------------------

  /// Statements and a last value. A value of type unit or never may stand anywhere; other values
  /// before the last are dropped.
  ///
  /// @param result null if the type is unit or never
  record Block(Span span, Type type, List<Tree> statements, @Nullable Tree result)
      implements Tree {}

  /// Declares a local; only in the statements of a [Block].
  record Let(Span span, Local local, Tree value) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.UNIT;
    }
  }

  /// The first branch whose condition holds. Without `otherwise` the type is unit.
  record If(Span span, Type type, List<Branch> branches, @Nullable Tree otherwise)
      implements Tree {}

  /// A condition and what follows from it. With a pattern the condition is that `condition` fits
  /// it; without, it is of type `bool`.
  record Branch(@Nullable Pattern pattern, Tree condition, Tree body) {}

  /// The first arm that fits; one always does.
  record Match(Span span, Type type, Tree value, List<Arm> arms) implements Tree {}

  /// A pattern, a further condition or null, and what follows.
  record Arm(Span span, Pattern pattern, @Nullable Tree guard, Tree body) {}

  /// Repeats the body while the condition holds, or fits the pattern.
  record While(Span span, @Nullable Pattern pattern, Tree condition, Tree body) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.UNIT;
    }
  }

  /// The body for each element of a list, by index over the live list; or for each key of a set, by
  /// a snapshot. `iterable` has type `List`, `Set`, or is a library type that gives a list.
  record ForEach(Span span, Local variable, Tree iterable, Tree body) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.UNIT;
    }
  }

  /// The body for each integer from `from` to `to`; the ends are evaluated once, before.
  record ForRange(Span span, Local variable, Tree from, Tree to, boolean inclusive, Tree body)
      implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.UNIT;
    }
  }

  /// Leaves the innermost loop.
  record Break(Span span) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.NEVER;
    }
  }

  /// Goes on with the next turn of the innermost loop.
  record Continue(Span span) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.NEVER;
    }
  }

  /// Leaves the function with a value; `accept` and `reject` come as this with a [VariantOf].
  record Return(Span span, Tree value) implements Tree {
    @Override
    public Type type() {
      return Type.Scalar.NEVER;
    }
  }

  /// `operand?`: the value inside `Some` or `Ok`. Otherwise the function ends with `failure`, in
  /// which `error`, if there is one, is the value inside `Err`.
  ///
  /// @param type of the value inside
  /// @param error null for an `Option`, and where `failure` does not need it
  /// @param failure of the type of the function's result
  record Try(Span span, Type type, Tree operand, @Nullable Local error, Tree failure)
      implements Tree {}
}
