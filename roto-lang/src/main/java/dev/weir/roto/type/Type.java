package dev.weir.roto.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A type of a script.
///
/// Types are values and compare by content; a [Variable] is the exception: it compares by identity
/// and stands only in types that the checker is still working on. [#resolved] replaces bound
/// variables by what they are bound to; nothing behind the checker meets one.
public sealed interface Type {
  /// The types that need no declaration and no arguments.
  enum Scalar implements Type {
    /// `()`.
    UNIT("()"),
    /// `!`: of an expression that never ends normally.
    NEVER("!"),
    /// `bool`.
    BOOL("bool"),
    /// `char`: a Unicode scalar value.
    CHAR("char"),
    /// `u8`.
    U8("u8"),
    /// `u16`.
    U16("u16"),
    /// `u32`.
    U32("u32"),
    /// `u64`.
    U64("u64"),
    /// `i8`.
    I8("i8"),
    /// `i16`.
    I16("i16"),
    /// `i32`.
    I32("i32"),
    /// `i64`.
    I64("i64"),
    /// `f32`.
    F32("f32"),
    /// `f64`.
    F64("f64"),
    /// `String`: immutable.
    STRING("String"),
    /// `Asn`.
    ASN("Asn"),
    /// `IpAddr`.
    IP_ADDR("IpAddr"),
    /// `Prefix`.
    PREFIX("Prefix");

    private final String roto;

    Scalar(String roto) {
      this.roto = roto;
    }

    /// As scripts write it.
    public String roto() {
      return roto;
    }

    /// Whether it is one of the eight integer types.
    public boolean isInteger() {
      return ordinal() >= U8.ordinal() && ordinal() <= I64.ordinal();
    }

    /// Whether it is `i8` .. `i64`.
    public boolean isSigned() {
      return ordinal() >= I8.ordinal() && ordinal() <= I64.ordinal();
    }

    /// Whether it is `f32` or `f64`.
    public boolean isFloat() {
      return this == F32 || this == F64;
    }

    /// Whether it has arithmetic.
    public boolean isNumber() {
      return isInteger() || isFloat();
    }

    /// The width of an integer or float type in bits.
    public int bits() {
      return switch (this) {
        case U8, I8 -> 8;
        case U16, I16 -> 16;
        case U32, I32, F32 -> 32;
        case U64, I64, F64 -> 64;
        default -> throw new IllegalStateException(roto + " is no number");
      };
    }

    @Override
    public String toString() {
      return roto;
    }
  }

  /// A declared type with its arguments: `List[u8]`, `Option[T]`, a script's record.
  record Named(TypeDefinition definition, List<Type> arguments) implements Type {
    /// Copies the arguments.
    public Named {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return arguments.isEmpty() ? definition.path() : definition.path() + arguments;
    }
  }

  /// A record type without a name: `{ a: A, b: B }`. The order of the fields does not matter to
  /// what it is, and is kept sorted by name.
  record Anonymous(List<Field> fields) implements Type {
    /// Sorts the fields.
    public Anonymous {
      fields = fields.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    @Override
    public String toString() {
      return "{ " + String.join(", ", fields.stream().map(Field::toString).toList()) + " }";
    }
  }

  /// A type parameter inside the item that declares it.
  ///
  /// @param owner the declaration, by its path, so that two parameters named `T` differ
  /// @param index its place in the brackets, from 0
  record Parameter(String owner, int index, String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  /// The type of a closure, or of a function given where a closure is wanted.
  record Function(List<Type> parameters, Type result) implements Type {
    /// Copies the parameters.
    public Function {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
      String list = String.join(", ", parameters.stream().map(Type::toString).toList());
      return "fn(" + list + ") -> " + result;
    }
  }

  /// A name and its type, of a record.
  record Field(String name, Type type) {
    @Override
    public String toString() {
      return name + ": " + type;
    }
  }

  /// What may be put for a variable.
  enum Kind {
    /// Anything.
    ANY,
    /// An integer type.
    INTEGER,
    /// A signed integer type or a float: a negated literal.
    SIGNED,
    /// A float type.
    FLOAT,
    /// A record that has just these fields.
    RECORD
  }

  /// A type that is not known yet. Only the checker makes and binds these.
  final class Variable implements Type {
    private final int number;
    private final Kind kind;
    private final List<Field> fields;
    private @Nullable Type bound;

    /// A fresh variable.
    ///
    /// @param fields of kind `RECORD`; otherwise empty
    public Variable(int number, Kind kind, List<Field> fields) {
      this.number = number;
      this.kind = kind;
      this.fields = List.copyOf(fields);
    }

    /// What may be put for it.
    public Kind kind() {
      return kind;
    }

    /// The fields of a record that is still without a name, in the order written.
    public List<Field> fields() {
      return fields;
    }

    /// What it was found to be, or null.
    public @Nullable Type bound() {
      return bound;
    }

    /// Says what it is. Happens once.
    public void bind(Type type) {
      if (bound != null || type == this) {
        throw new IllegalStateException("variable " + number + " is bound already");
      }
      bound = type;
    }

    @Override
    public String toString() {
      Type known = bound;
      if (known != null) {
        return known.toString();
      }
      return switch (kind) {
        case ANY -> "_";
        case INTEGER -> "{integer}";
        case SIGNED -> "{signed integer}";
        case FLOAT -> "{float}";
        case RECORD -> new Anonymous(fields).toString();
      };
    }
  }

  /// The type with bound variables replaced at its head only.
  default Type head() {
    Type type = this;
    while (type instanceof Variable variable && variable.bound() != null) {
      type = variable.bound();
    }
    return type;
  }

  /// The type with all bound variables replaced. Variables that are still open stay.
  default Type resolved() {
    return switch (head()) {
      case Scalar scalar -> scalar;
      case Parameter parameter -> parameter;
      case Variable open -> open;
      case Named named -> new Named(named.definition(), resolved(named.arguments()));
      case Anonymous record ->
          new Anonymous(
              record.fields().stream().map(f -> new Field(f.name(), f.type().resolved())).toList());
      case Function function ->
          new Function(resolved(function.parameters()), function.result().resolved());
    };
  }

  private static List<Type> resolved(List<Type> types) {
    List<Type> list = new ArrayList<>(types.size());
    for (Type type : types) {
      list.add(type.resolved());
    }
    return list;
  }

  /// The type with types put for type parameters; parameters that are not in the map stay.
  default Type with(Map<Parameter, Type> substitution) {
    if (substitution.isEmpty()) {
      return this;
    }
    return switch (head()) {
      case Scalar scalar -> scalar;
      case Variable open -> open;
      case Parameter parameter -> {
        Type found = substitution.get(parameter);
        yield found == null ? parameter : found;
      }
      case Named named -> new Named(named.definition(), with(named.arguments(), substitution));
      case Anonymous record ->
          new Anonymous(
              record.fields().stream()
                  .map(f -> new Field(f.name(), f.type().with(substitution)))
                  .toList());
      case Function function ->
          new Function(
              with(function.parameters(), substitution), function.result().with(substitution));
    };
  }

  private static List<Type> with(List<Type> types, Map<Parameter, Type> substitution) {
    List<Type> list = new ArrayList<>(types.size());
    for (Type type : types) {
      list.add(type.with(substitution));
    }
    return list;
  }
}
