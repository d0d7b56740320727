package dev.weir.roto.check;

import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Kind;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Unification: finds what open variables stand for.
///
/// Two types are unified by walking them side by side and binding variables on the way, after a
/// check that the variable does not occur in what it is bound to. A variable has a kind, which says
/// what may be put for it: a literal `1` is some integer type, `{ a: 1 }` any record with one field
/// `a`. What is open when all bodies are checked gets the default of its kind.
///
/// [#ERROR] is the type of what is wrong. It unifies with everything, so that one mistake gives one
/// message.
final class Types {
  /// The type of what has been reported already.
  static final Type ERROR = new Type.Parameter("", -1, "{unknown}");

  private static final int LARGEST = 2_000;
  private int made;

  /// A variable for which anything may be put.
  Type.Variable fresh() {
    return fresh(Kind.ANY);
  }

  Type.Variable fresh(Kind kind) {
    return new Type.Variable(made++, kind, List.of());
  }

  /// A record that has just these fields.
  Type.Variable record(List<Type.Field> fields) {
    return new Type.Variable(made++, Kind.RECORD, fields);
  }

  /// Variables for type parameters.
  Map<Type.Parameter, Type> instantiate(List<Type.Parameter> parameters) {
    Map<Type.Parameter, Type> map = HashMap.newHashMap(parameters.size());
    for (Type.Parameter parameter : parameters) {
      map.put(parameter, fresh());
    }
    return map;
  }

  /// A declared type with variables as arguments.
  Type.Named instantiate(TypeDefinition definition) {
    List<Type> arguments = new ArrayList<>(definition.parameters().size());
    for (int i = 0; i < definition.parameters().size(); i++) {
      arguments.add(fresh());
    }
    return definition.of(arguments);
  }

  /// Whether a value of a type may stand where another type is wanted.
  boolean fits(Type expected, Type actual) {
    return actual.head() == Scalar.NEVER || unify(expected, actual);
  }

  /// Makes two types one; false if they cannot be.
  boolean unify(Type left, Type right) {
    Type a = left.head();
    Type b = right.head();
    if (a == b || a == ERROR || b == ERROR) {
      return true;
    }
    if (a instanceof Type.Variable variable) {
      return put(variable, b);
    }
    if (b instanceof Type.Variable variable) {
      return put(variable, a);
    }
    return switch (a) {
      case Scalar _ -> false;
      case Type.Parameter parameter -> parameter.equals(b);
      case Type.Named named ->
          b instanceof Type.Named other
              && named.definition() == other.definition()
              && unify(named.arguments(), other.arguments());
      case Type.Anonymous record ->
          b instanceof Type.Anonymous other && unifyFields(record.fields(), other.fields());
      case Type.Function function ->
          b instanceof Type.Function other
              && unify(function.parameters(), other.parameters())
              && unify(function.result(), other.result());
      case Type.Variable _ -> throw new IllegalStateException("handled above");
    };
  }

  private boolean unify(List<Type> left, List<Type> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!unify(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean unifyFields(List<Type.Field> left, List<Type.Field> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Map<String, Type> types = HashMap.newHashMap(right.size());
    right.forEach(field -> types.put(field.name(), field.type()));
    for (Type.Field field : left) {
      Type other = types.get(field.name());
      if (other == null || !unify(field.type(), other)) {
        return false;
      }
    }
    return true;
  }

  private boolean put(Type.Variable variable, Type type) {
    if (type instanceof Type.Variable other) {
      return putVariable(variable, other);
    }
    return switch (variable.kind()) {
      case ANY -> {
        if (occurs(variable, type)) {
          yield false;
        }
        variable.bind(type);
        yield true;
      }
      case INTEGER -> bindIf(variable, type, type instanceof Scalar s && s.isInteger());
      case SIGNED -> bindIf(variable, type, type instanceof Scalar s && s.isSigned());
      case FLOAT -> bindIf(variable, type, type instanceof Scalar s && s.isFloat());
      case RECORD -> putRecord(variable, type);
    };
  }

  private static boolean bindIf(Type.Variable variable, Type type, boolean fits) {
    if (fits) {
      variable.bind(type);
    }
    return fits;
  }

  private boolean putVariable(Type.Variable a, Type.Variable b) {
    if (a.kind() == Kind.ANY) {
      return bindIf(a, b, !occurs(a, b));
    }
    if (b.kind() == Kind.ANY) {
      return bindIf(b, a, !occurs(b, a));
    }
    if (a.kind() == Kind.RECORD && b.kind() == Kind.RECORD) {
      return putRecord(a, b);
    }
    if (a.kind() == b.kind() || a.kind() == Kind.INTEGER && b.kind() == Kind.SIGNED) {
      a.bind(b);
      return true;
    }
    return bindIf(b, a, a.kind() == Kind.SIGNED && b.kind() == Kind.INTEGER);
  }

  private boolean putRecord(Type.Variable variable, Type type) {
    List<Type.Field> fields = fieldsOf(type);
    if (fields == null || occurs(variable, type)) {
      return false;
    }
    if (!unifyFields(variable.fields(), fields)) {
      return false;
    }
    if (variable.head() == variable && type.head() != variable) {
      variable.bind(type);
    }
    return true;
  }

  /// The fields of a record, named or not; null if the type is none.
  static @org.jspecify.annotations.Nullable List<Type.Field> fieldsOf(Type type) {
    return switch (type.head()) {
      case Type.Anonymous record -> record.fields();
      case Type.Variable open when open.kind() == Kind.RECORD -> open.fields();
      case Type.Named named when named.definition().body() instanceof RecordBody body ->
          named.arguments().isEmpty()
              ? body.fields()
              : named.definition().fields(named.arguments());
      default -> null;
    };
  }

  private boolean occurs(Type.Variable variable, Type type) {
    return switch (type.head()) {
      case Scalar _, Type.Parameter _ -> false;
      case Type.Variable open ->
          open == variable
              || open.kind() == Kind.RECORD
                  && open.fields().stream().anyMatch(field -> occurs(variable, field.type()));
      case Type.Named named ->
          named.arguments().stream().anyMatch(argument -> occurs(variable, argument));
      case Type.Anonymous record ->
          record.fields().stream().anyMatch(field -> occurs(variable, field.type()));
      case Type.Function function ->
          occurs(variable, function.result())
              || function.parameters().stream().anyMatch(part -> occurs(variable, part));
    };
  }

  /// The type without variables: those that are open are bound to the default of their kind.
  Type settled(Type type) {
    return switch (type.head()) {
      case Scalar scalar -> scalar;
      case Type.Parameter parameter -> parameter;
      case Type.Named named ->
          named.arguments().isEmpty()
              ? named
              : new Type.Named(named.definition(), settled(named.arguments()));
      case Type.Anonymous record -> new Type.Anonymous(settledFields(record.fields()));
      case Type.Function function ->
          new Type.Function(settled(function.parameters()), settled(function.result()));
      case Type.Variable open -> {
        Type found =
            switch (open.kind()) {
              case ANY -> Scalar.UNIT;
              case INTEGER, SIGNED -> Scalar.I32;
              case FLOAT -> Scalar.F64;
              case RECORD -> new Type.Anonymous(settledFields(open.fields()));
            };
        open.bind(found);
        yield found;
      }
    };
  }

  private List<Type> settled(List<Type> types) {
    List<Type> list = new ArrayList<>(types.size());
    for (Type type : types) {
      list.add(settled(type));
    }
    return list;
  }

  private List<Type.Field> settledFields(List<Type.Field> fields) {
    List<Type.Field> list = new ArrayList<>(fields.size());
    for (Type.Field field : fields) {
      list.add(new Type.Field(field.name(), settled(field.type())));
    }
    return list;
  }

  /// A declared type, settled.
  Type.Named settledNamed(Type type) {
    return (Type.Named) settled(type);
  }

  /// Whether the type, written out, has more parts than is reasonable. Looks at no more than that
  /// many, because a type that is small in memory can be very large when written out.
  static boolean isTooLarge(Type type) {
    return count(type, 0) > LARGEST;
  }

  private static int count(Type type, int before) {
    int sum = before + 1;
    if (sum > LARGEST) {
      return sum;
    }
    List<Type> parts =
        switch (type.head()) {
          case Scalar _, Type.Parameter _ -> List.of();
          case Type.Variable open -> open.fields().stream().map(Type.Field::type).toList();
          case Type.Named named -> named.arguments();
          case Type.Anonymous record -> record.fields().stream().map(Type.Field::type).toList();
          case Type.Function function -> function.parameters();
        };
    for (Type part : parts) {
      sum = count(part, sum);
    }
    return sum;
  }
}
