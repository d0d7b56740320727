package dev.weir.roto.library;

import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a signature as scripts write it: `fn splitn(self: String, n: u64) -> List[String]`, with
/// type parameters (`fn map[U](..)`) and types of closures (`fn(T) -> bool`).
///
/// It is for texts in Java sources, so an error is an `IllegalArgumentException`, and there is just
/// one.
final class SignatureParser {
  /// What a signature says, besides the path.
  record Signature(
      String name, List<Type.Parameter> typeParameters, List<Type.Field> parameters, Type result) {}

  private final Map<String, TypeDefinition> definitions;
  private final Map<String, Type.Parameter> typeParameters = new LinkedHashMap<>();
  private final String text;
  private int at;

  /// A parser of one text.
  ///
  /// @param definitions types by the path that the text names them with
  /// @param outer type parameters that are there already
  SignatureParser(
      String text, Map<String, TypeDefinition> definitions, List<Type.Parameter> outer) {
    this.text = text;
    this.definitions = definitions;
    outer.forEach(parameter -> typeParameters.put(parameter.name(), parameter));
  }

  /// Reads a whole signature.
  ///
  /// @param scope path of the type or module that the function is in; empty for none
  Signature signature(String scope) {
    expect("fn");
    String name = name();
    int outer = typeParameters.size();
    if (take("[")) {
      do {
        String parameter = name();
        String owner = scope.isEmpty() ? name : scope + "." + name;
        typeParameters.put(
            parameter, new Type.Parameter(owner, typeParameters.size() - outer, parameter));
      } while (take(","));
      expect("]");
    }
    expect("(");
    List<Type.Field> parameters = new ArrayList<>();
    while (!take(")")) {
      String parameter = name();
      expect(":");
      parameters.add(new Type.Field(parameter, type()));
      if (!take(",")) {
        expect(")");
        break;
      }
    }
    Type result = take("->") ? type() : Type.Scalar.UNIT;
    end();
    return new Signature(name, List.copyOf(typeParameters.values()), parameters, result);
  }

  /// Reads a whole text that is a type.
  Type wholeType() {
    Type type = type();
    end();
    return type;
  }

  private Type type() {
    Type type = simpleType();
    while (take("?")) {
      type = BuiltIn.option(type);
    }
    return type;
  }

  private Type simpleType() {
    if (take("!")) {
      return Type.Scalar.NEVER;
    }
    if (take("(")) {
      expect(")");
      return Type.Scalar.UNIT;
    }
    String name = name();
    if (name.equals("fn")) {
      expect("(");
      List<Type> parameters = new ArrayList<>();
      while (!take(")")) {
        parameters.add(type());
        take(",");
      }
      return new Type.Function(parameters, take("->") ? type() : Type.Scalar.UNIT);
    }
    while (take(".")) {
      name = name + "." + name();
    }
    return named(name);
  }

  private Type named(String name) {
    Type.Parameter parameter = typeParameters.get(name);
    if (parameter != null) {
      return parameter;
    }
    for (Type.Scalar scalar : Type.Scalar.values()) {
      if (scalar.roto().equals(name)) {
        return scalar;
      }
    }
    TypeDefinition definition = definitions.get(name);
    if (definition == null) {
      throw failure("no type is called " + name);
    }
    List<Type> arguments = new ArrayList<>();
    if (take("[")) {
      do {
        arguments.add(type());
      } while (take(","));
      expect("]");
    }
    return definition.of(arguments);
  }

  private String name() {
    skipBlanks();
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw failure("expected a name");
    }
    return text.substring(from, at);
  }

  private boolean take(String token) {
    skipBlanks();
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw failure("expected '" + token + "'");
    }
  }

  private void end() {
    skipBlanks();
    if (at < text.length()) {
      throw failure("expected the end");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private IllegalArgumentException failure(String what) {
    return new IllegalArgumentException("'" + text + "', character " + (at + 1) + ": " + what);
  }
}
