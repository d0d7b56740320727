package dev.weir.roto.ir;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Variables in a frame object in place of JVM locals.
final class Frames {
  private static final String OWNER = "dev/weir/roto/run/Frame";

  /// A reference to a frame.
  static final Form FORM = new Form(Form.Kind.REFERENCE, OWNER);

  private final Variable frame;
  private final Map<Variable, Integer> places = new IdentityHashMap<>();
  private int numbers;
  private int objects;

  /// @param frame the variable that holds the frame, in all pieces
  /// @param shared the variables to move
  Frames(Variable frame, List<Variable> shared) {
    this.frame = frame;
    for (Variable variable : shared) {
      places.put(variable, variable.form().isReference() ? objects++ : numbers++);
    }
  }

  private static Node.Method method(String name, String descriptor, Form result) {
    return new Node.Method(Node.Dispatch.STATIC, OWNER, name, descriptor, result);
  }

  /// A new frame.
  Node create() {
    return new Node.Invoke(
        method("create", "(II)" + FORM.descriptor(), FORM),
        List.of(Node.number(numbers), Node.number(objects)),
        null);
  }

  /// Both arrays, one after the other.
  static Node join(Node first, Node second) {
    String array = first.form().className();
    return new Node.Invoke(
        method("join", "(" + array + array + ")" + array, first.form()),
        List.of(first, second),
        null);
  }

  /// What brings a parameter into the frame, if it belongs there.
  @Nullable Node putParameter(Variable parameter) {
    return places.containsKey(parameter) ? put(parameter, new Node.Get(parameter)) : null;
  }

  Node rewrite(Node node) {
    return switch (node) {
      case Node.Get(Variable variable) when places.containsKey(variable) -> get(variable);
      case Node.Put(Variable variable, Node value) when places.containsKey(variable) ->
          value.form().isVoid() ? rewrite(value) : put(variable, rewrite(value));
      case Node.With(Layout layout, Layout.Place place, Variable record, Node value)
          when places.containsKey(record) -> {
        Node changed = rewrite(value);
        Body.Held value0 = changed.form().isVoid() ? null : Body.hold(changed);
        Body.Held held = Body.hold(get(record));
        yield value0 == null
            ? changed
            : Node.sequence(
                value0.put(),
                held.put(),
                new Node.With(layout, place, held.variable(), value0.get()));
      }
      default -> Nodes.map(node, this::rewrite);
    };
  }

  private Node place(Variable variable) {
    return Node.number(java.util.Objects.requireNonNull(places.get(variable)));
  }

  private Node put(Variable variable, Node value) {
    Form form = variable.form();
    String kept = form.isReference() ? Form.OBJECT.descriptor() : form.descriptor();
    return new Node.Invoke(
        method("put", "(" + FORM.descriptor() + "I" + kept + ")V", Form.VOID),
        List.of(new Node.Get(frame), place(variable), value),
        null);
  }

  private Node get(Variable variable) {
    Form form = variable.form();
    String name =
        switch (form.kind()) {
          case BOOLEAN -> "getBoolean";
          case LONG -> "getLong";
          case FLOAT -> "getFloat";
          case DOUBLE -> "getDouble";
          case REFERENCE -> "getObject";
          default -> "getInt";
        };
    Form kept = form.isReference() ? Form.OBJECT : form;
    Node node =
        new Node.Invoke(
            method(name, "(" + FORM.descriptor() + "I)" + kept.descriptor(), kept),
            List.of(new Node.Get(frame), place(variable)),
            null);
    return Objects.cast(node, form);
  }
}
