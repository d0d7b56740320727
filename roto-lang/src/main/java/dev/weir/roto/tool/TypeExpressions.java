package dev.weir.roto.tool;

import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Types as somebody would write them, and the declared types that a type is made of.
final class TypeExpressions {
  private TypeExpressions() {}

  /// The syntax of a type, at a place.
  static Ast.TypeExpression of(Type type, Span span) {
    return switch (type.head()) {
      case Type.Scalar scalar when scalar == Type.Scalar.UNIT -> new Ast.UnitType(span);
      case Type.Scalar scalar when scalar == Type.Scalar.NEVER -> new Ast.NeverType(span);
      case Type.Scalar scalar -> new Ast.NamedType(span, path(scalar.roto(), span), null);
      case Type.Named named -> {
        List<Ast.TypeExpression> arguments =
            named.arguments().stream().map(argument -> of(argument, span)).toList();
        yield new Ast.NamedType(
            span, path(named.definition().path(), span), arguments.isEmpty() ? null : arguments);
      }
      case Type.Anonymous record ->
          new Ast.RecordType(
              span,
              record.fields().stream()
                  .map(field -> parameter(field.name(), field.type(), span))
                  .toList());
      case Type.Parameter _, Type.Function _, Type.Variable _ -> new Ast.BadType(span);
    };
  }

  /// `name: type`.
  static Ast.Parameter parameter(String name, Type type, Span span) {
    return new Ast.Parameter(span, null, new Ast.Identifier(span, name), of(type, span));
  }

  private static Ast.Path path(String text, Span span) {
    List<Ast.Identifier> segments = new ArrayList<>();
    for (String segment : text.split("\\.")) {
      segments.add(new Ast.Identifier(span, segment));
    }
    return new Ast.Path(span, segments);
  }

  /// Whether a value of the type can be kept between two inputs.
  static boolean isStorable(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar -> scalar != Type.Scalar.NEVER;
      case Type.Named named -> named.arguments().stream().allMatch(TypeExpressions::isStorable);
      case Type.Anonymous record -> record.fields().stream().allMatch(f -> isStorable(f.type()));
      case Type.Parameter _, Type.Function _, Type.Variable _ -> false;
    };
  }

  /// Whether a declared type is anywhere in a type, also in its fields and payloads.
  static boolean mentions(Type type, Set<String> paths) {
    return mentions(type, paths, new HashSet<>());
  }

  private static boolean mentions(Type type, Set<String> paths, Set<TypeDefinition> seen) {
    return switch (type.head()) {
      case Type.Named named ->
          paths.contains(named.definition().path())
              || named.arguments().stream().anyMatch(one -> mentions(one, paths, seen))
              || (seen.add(named.definition()) && mentions(named.definition(), paths, seen));
      case Type.Anonymous record ->
          record.fields().stream().anyMatch(field -> mentions(field.type(), paths, seen));
      default -> false;
    };
  }

  private static boolean mentions(
      TypeDefinition definition, Set<String> paths, Set<TypeDefinition> seen) {
    return switch (definition.body()) {
      case TypeDefinition.RecordBody body ->
          body.fields().stream().anyMatch(field -> mentions(field.type(), paths, seen));
      case TypeDefinition.EnumBody body ->
          body.variants().stream()
              .flatMap(variant -> variant.payload().stream())
              .anyMatch(payload -> mentions(payload, paths, seen));
      case TypeDefinition.OpaqueBody _ -> false;
    };
  }
}
