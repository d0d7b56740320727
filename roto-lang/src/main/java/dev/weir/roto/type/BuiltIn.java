package dev.weir.roto.type;

import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.OpaqueBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.List;

/// The enums that the language itself knows.
public final class BuiltIn {
  /// `Option[T]`: `Some(T)`, `None`; also written `T?`.
  public static final TypeDefinition OPTION =
      option(new TypeDefinition("Option", List.of("T"), null, "A value or none."));

  /// `Result[T, E]`: `Ok(T)`, `Err(E)`.
  public static final TypeDefinition RESULT =
      two(
          new TypeDefinition("Result", List.of("T", "E"), null, "A value or an error."),
          "Ok",
          "Err");

  /// `Verdict[A, R]`: `Accept(A)`, `Reject(R)`.
  public static final TypeDefinition VERDICT =
      two(
          new TypeDefinition("Verdict", List.of("A", "R"), null, "What a filter decides."),
          "Accept",
          "Reject");

  /// `List[T]`: a growing sequence, shared by its handles.
  public static final TypeDefinition LIST =
      new TypeDefinition(
              "List",
              List.of("T"),
              null,
              "A sequence that can grow. Copies of the handle share the elements.")
          .define(new OpaqueBody());

  private BuiltIn() {}

  private static TypeDefinition option(TypeDefinition type) {
    return type.define(
        new EnumBody(
            List.of(
                new Variant("Some", List.of(type.parameters().get(0)), "A value."),
                new Variant("None", List.of(), "No value."))));
  }

  private static TypeDefinition two(TypeDefinition type, String first, String second) {
    return type.define(
        new EnumBody(
            List.of(
                new Variant(first, List.of(type.parameters().get(0)), ""),
                new Variant(second, List.of(type.parameters().get(1)), ""))));
  }

  /// `Option[of]`.
  public static Type.Named option(Type of) {
    return OPTION.of(of);
  }

  /// `List[of]`.
  public static Type.Named list(Type of) {
    return LIST.of(of);
  }

  /// Whether the type, at its head, is that definition.
  public static boolean is(Type type, TypeDefinition definition) {
    return type.head() instanceof Type.Named named && named.definition() == definition;
  }
}
