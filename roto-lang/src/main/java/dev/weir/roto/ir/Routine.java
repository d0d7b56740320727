package dev.weir.roto.ir;

import dev.weir.roto.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function for one list of type arguments, or a piece of one. Compared by identity.
public final class Routine {
  private final String path;
  private final String name;
  private final Source source;
  private final List<Variable> parameters;
  private final Form result;
  private @Nullable Node body;
  private Needs needs = new Needs(false, false, 0, false, 0);

  /// What a routine needs from its caller.
  ///
  /// @param execution whether it takes the execution
  /// @param depth whether it takes the depth that is left
  /// @param levels how many nested calls it pays for and counts when it calls on; 0 if its caller
  ///   does
  /// @param guard whether the host's call of it must set up limits
  /// @param cost what a caller pays for it, where it does not pay by itself
  public record Needs(boolean execution, boolean depth, int levels, boolean guard, int cost) {
    /// Whether it pays for its calls by itself and counts the depth down.
    public boolean counted() {
      return levels > 0;
    }
  }

  /// Declares one.
  ///
  /// @param path of the script's function
  /// @param name of the method, unique in the package
  public Routine(String path, String name, Source source, List<Variable> parameters, Form result) {
    this.path = path;
    this.name = name;
    this.source = source;
    this.parameters = List.copyOf(parameters);
    this.result = result;
  }

  /// The path of the script's function.
  public String path() {
    return path;
  }

  /// The name of the method.
  public String name() {
    return name;
  }

  /// The text to which the spans belong.
  public Source source() {
    return source;
  }

  /// The parameters, without the hidden ones.
  public List<Variable> parameters() {
    return parameters;
  }

  /// The form of the result.
  public Form result() {
    return result;
  }

  /// What it does.
  public Node body() {
    Node content = body;
    if (content == null) {
      throw new IllegalStateException(name + " has no body yet");
    }
    return content;
  }

  /// Gives it a body, or a better one.
  public void define(Node content) {
    body = content;
  }

  /// What it needs from its caller; known after [Analysis].
  public Needs needs() {
    return needs;
  }

  /// Says what it needs.
  public void needs(Needs found) {
    needs = found;
  }

  /// The JVM's descriptor, with the hidden parameters.
  public String descriptor() {
    StringBuilder text = new StringBuilder("(");
    if (needs.execution()) {
      text.append("Ldev/weir/roto/run/Execution;");
    }
    if (needs.depth()) {
      text.append('I');
    }
    parameters.forEach(parameter -> text.append(parameter.form().descriptor()));
    return text.append(')').append(result.descriptor()).toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
