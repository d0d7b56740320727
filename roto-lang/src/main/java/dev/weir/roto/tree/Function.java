package dev.weir.roto.tree;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function, filter, test, or the computation of a constant. Compared by identity.
///
/// Calls refer to the function before its body is checked, so the body is set afterwards, once.
public final class Function {
  /// What it was declared as.
  public enum Kind {
    /// `fn`.
    FUNCTION,
    /// `filter` or `filtermap`.
    FILTER,
    /// `test`.
    TEST,
    /// The initial value of a constant.
    CONSTANT
  }

  /// What is known of a function before its types are.
  ///
  /// @param path with its modules: `pkg.filters.main`
  /// @param source the text that declares it, to which all spans of its body belong
  /// @param span of its name
  /// @param documentation its doc comment; may be empty
  public record Declaration(
      String path, Kind kind, Source source, Span span, String documentation) {}

  private final Declaration declaration;
  private final List<Type.Parameter> typeParameters;
  private final List<Local> parameters;
  private final Type result;
  private @Nullable Tree body;

  /// Declares one.
  public Function(
      Declaration declaration,
      List<Type.Parameter> typeParameters,
      List<Local> parameters,
      Type result) {
    this.declaration = declaration;
    this.typeParameters = List.copyOf(typeParameters);
    this.parameters = List.copyOf(parameters);
    this.result = result;
  }

  /// Gives the body. Happens once.
  public void define(Tree content) {
    if (body != null) {
      throw new IllegalStateException(path() + " has a body already");
    }
    body = content;
  }

  /// With its modules: `pkg.filters.main`.
  public String path() {
    return declaration.path();
  }

  /// The last part of its path.
  public String name() {
    return path().substring(path().lastIndexOf('.') + 1);
  }

  /// What it was declared as.
  public Kind kind() {
    return declaration.kind();
  }

  /// The text that declares it, to which all spans of its body belong.
  public Source source() {
    return declaration.source();
  }

  /// Where its name stands.
  public Span span() {
    return declaration.span();
  }

  /// Its doc comment; may be empty.
  public String documentation() {
    return declaration.documentation();
  }

  /// Its type parameters; empty for most.
  public List<Type.Parameter> typeParameters() {
    return typeParameters;
  }

  /// Its parameters in order.
  public List<Local> parameters() {
    return parameters;
  }

  /// What it gives. While the checker works, a filter's may hold variables; see [Type#resolved].
  public Type result() {
    return result.resolved();
  }

  /// What it computes.
  public Tree body() {
    Tree content = body;
    if (content == null) {
      throw new IllegalStateException(path() + " has no body yet");
    }
    return content;
  }

  @Override
  public String toString() {
    return path();
  }
}
