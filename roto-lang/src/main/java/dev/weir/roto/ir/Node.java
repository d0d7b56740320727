package dev.weir.roto.ir;

import dev.weir.roto.source.Span;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the intermediate form. Each leaves a value of its [#form] or, of form `VOID`, nothing;
/// a node that never ends normally may stand where a value is wanted.
///
/// What could be long in a script (operator chains, statements, branches, arms, elements) is a list
/// here too, so that walks are no deeper than the nesting of the text.
public sealed interface Node {
  /// The form of the value.
  Form form();

  /// A node without a value.
  sealed interface Statement extends Node {
    @Override
    default Form form() {
      return Form.VOID;
    }
  }

  /// A node that is true or false.
  sealed interface Condition extends Node {
    @Override
    default Form form() {
      return Form.BOOLEAN;
    }
  }

  // ---- values -----------------------------------------------------------------------------------

  /// `Boolean`, `Integer`, `Long`, `Float`, `Double`, `String`, or null.
  record Constant(Form form, @Nullable Object value) implements Node {}

  /// An object that the compiler has made.
  record Datum(Form form, Object value) implements Node {}

  /// The value of a constant of the script.
  record ScriptConstant(Form form, int index) implements Node {}

  /// The value of a variable.
  record Get(Variable variable) implements Node {
    @Override
    public Form form() {
      return variable.form();
    }
  }

  /// The object that the host gave with the call.
  record Context() implements Node {
    @Override
    public Form form() {
      return Form.OBJECT;
    }
  }

  // ---- operations -------------------------------------------------------------------------------

  /// Operations of the JVM on two values of one form.
  enum Operator {
    /// `+`.
    ADD,
    /// `-`.
    SUBTRACT,
    /// `*`.
    MULTIPLY,
    /// `/`, of floats, and of integers where it cannot fail.
    DIVIDE,
    /// `%`, as `DIVIDE`.
    REMAINDER,
    /// Bits of both.
    AND,
    /// Bits of either.
    OR,
    /// Bits of one.
    XOR
  }

  /// Operations of the JVM on one value.
  enum Conversion {
    /// `-x`.
    NEGATE,
    /// The low 8 bits, with sign.
    TO_I8,
    /// The low 16 bits, with sign.
    TO_I16,
    /// The low 8 bits.
    TO_U8,
    /// The low 16 bits.
    TO_U16,
    /// `int` to `long`, with sign.
    EXTEND,
    /// `int` to `long`, without sign.
    EXTEND_UNSIGNED,
    /// The low 32 bits of a `long`.
    WRAP
  }

  /// Operations from left to right.
  record Arithmetic(Form form, Node first, List<Step> steps) implements Node {
    /// Copies the list.
    public Arithmetic {
      steps = List.copyOf(steps);
    }
  }

  /// A right operand and what is done with it, or (with a null operator) a conversion of what there
  /// is, or a call of a method with what there is as its first argument.
  record Step(
      @Nullable Operator operator,
      @Nullable Node operand,
      @Nullable Conversion conversion,
      @Nullable Method method,
      @Nullable Span span) {}

  /// An operation on one value.
  record Convert(Form form, Conversion conversion, Node operand) implements Node {}

  /// Texts and other values, put together to a text.
  record Concat(List<Node> parts) implements Node {
    /// Copies the list.
    public Concat {
      parts = List.copyOf(parts);
    }

    @Override
    public Form form() {
      return Form.STRING;
    }
  }

  /// How two values are compared.
  enum Comparison {
    /// `==`.
    EQUAL,
    /// `!=`.
    NOT_EQUAL,
    /// `<`.
    LESS,
    /// `<=`.
    LESS_EQUAL,
    /// `>`.
    GREATER,
    /// `>=`.
    GREATER_EQUAL
  }

  /// A comparison of two numbers of one form.
  record Compare(Comparison comparison, boolean unsigned, Node left, Node right)
      implements Condition {}

  /// Whether a reference is null.
  record IsNull(Node operand) implements Condition {}

  /// Whether an object is of a class.
  record IsInstance(Form of, Node operand) implements Condition {}

  /// The opposite.
  record Not(Node operand) implements Condition {}

  /// All or one of several.
  record Logic(boolean and, List<Node> operands) implements Condition {
    /// Copies the list.
    public Logic {
      operands = List.copyOf(operands);
    }
  }

  // ---- objects ----------------------------------------------------------------------------------

  /// A new shape.
  ///
  /// @param variant whose fields are given; the tag of an enum
  /// @param fields a value for each field that takes a place, in order
  record Construct(Layout layout, int variant, List<Node> fields) implements Node {
    /// Copies the list.
    public Construct {
      fields = List.copyOf(fields);
    }

    @Override
    public Form form() {
      return layout.form();
    }
  }

  /// A copy of a shape with another value in a field.
  record With(Layout layout, Layout.Place place, Variable record, Node value) implements Node {
    @Override
    public Form form() {
      return layout.form();
    }
  }

  /// A field of a shape, in the form it is wanted in.
  record Field(Form form, Layout layout, Layout.Place place, Node object) implements Node {}

  /// The object as one of a class that it is known to be.
  record Cast(Form form, Node operand) implements Node {}

  /// A value as an object; a reference stays as it is.
  record Box(Node operand) implements Node {
    @Override
    public Form form() {
      return operand.form().isReference() ? operand.form() : Form.OBJECT;
    }
  }

  /// An object as a value of a form.
  record Unbox(Form form, Node operand) implements Node {}

  /// A new array.
  record ArrayOf(Form element, List<Node> elements) implements Node {
    /// Copies the list.
    public ArrayOf {
      elements = List.copyOf(elements);
    }

    @Override
    public Form form() {
      String of = element.isReference() ? "[Ljava/lang/Object;" : "[" + element.descriptor();
      return new Form(Form.Kind.REFERENCE, of);
    }
  }

  // ---- calls ------------------------------------------------------------------------------------

  /// How a Java method is called.
  enum Dispatch {
    /// A static method.
    STATIC,
    /// A method of a class.
    VIRTUAL,
    /// A method of an interface.
    INTERFACE,
    /// A constructor: gives the new object.
    NEW
  }

  /// A Java method.
  ///
  /// @param owner with slashes
  /// @param descriptor without the receiver
  record Method(Dispatch dispatch, String owner, String name, String descriptor, Form result) {}

  /// A call of a Java method; the receiver is the first argument.
  record Invoke(Method method, List<Node> arguments, @Nullable Span span) implements Node {
    /// Copies the list.
    public Invoke {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Form form() {
      return method.result();
    }
  }

  /// A call of a function of the script.
  record Call(Routine routine, List<Node> arguments, Span span) implements Node {
    /// Copies the list.
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Form form() {
      return routine.result();
    }
  }

  /// A call of a function of the host.
  ///
  /// @param descriptor of the call
  record CallHost(
      Form form, MethodHandle handle, String descriptor, List<Node> arguments, Span span)
      implements Node {
    /// Copies the list.
    public CallHost {
      arguments = List.copyOf(arguments);
    }
  }

  // ---- statements -------------------------------------------------------------------------------

  /// A variable gets a value.
  record Put(Variable variable, Node value) implements Statement {}

  /// One after the other; all values but the last are dropped.
  record Sequence(Form form, List<Node> nodes) implements Node {
    /// Copies the list.
    public Sequence {
      nodes = List.copyOf(nodes);
    }
  }

  /// What it does stands there in the text.
  record At(Span span, Node node) implements Node {
    @Override
    public Form form() {
      return node.form();
    }
  }

  /// The first branch whose condition holds.
  record If(Form form, List<Branch> branches, Node otherwise) implements Node {
    /// Copies the list.
    public If {
      branches = List.copyOf(branches);
    }
  }

  /// A condition and what follows from it.
  record Branch(Node condition, Node body) {}

  /// What is done for a number.
  record Switch(Node selector, List<Case> cases, Node otherwise) implements Statement {
    /// Copies the list.
    public Switch {
      cases = List.copyOf(cases);
    }
  }

  /// A number and what is done for it.
  record Case(int key, Node body) {}

  /// A place that control can go to. Compared by identity.
  final class Target {
    /// Makes a place.
    public Target() {}
  }

  /// `decision` goes to one of the destinations, or ends normally if none was found; then
  /// `otherwise` gives the value.
  record Select(Form form, Node decision, List<Destination> destinations, Node otherwise)
      implements Node {
    /// Copies the list.
    public Select {
      destinations = List.copyOf(destinations);
    }
  }

  /// A place and what is done there.
  record Destination(Target target, Node body) {}

  /// A body whose end is a place to go to.
  record Labelled(Target target, Node body) implements Statement {}

  /// Goes to a place.
  record Leave(Target target) implements Statement {}

  /// Repeats the body until something leaves it.
  record Loop(Node body) implements Statement {}

  /// Ends the function.
  record Return(@Nullable Node value) implements Statement {}

  /// Stops the script.
  record Throw(Node exception) implements Statement {}

  /// A function that may recur pays here, and is stopped when too deep.
  ///
  /// @param nested whether the depth is checked
  record Charge(int cost, boolean nested) implements Statement {}

  /// Nothing.
  Node NOTHING = new Sequence(Form.VOID, List.of());

  /// Several one after the other; the last gives the value.
  static Node sequence(List<Node> nodes) {
    return nodes.size() == 1
        ? nodes.getFirst()
        : new Sequence(nodes.isEmpty() ? Form.VOID : nodes.getLast().form(), nodes);
  }

  /// Several one after the other; the last gives the value.
  static Node sequence(Node... nodes) {
    return sequence(List.of(nodes));
  }

  /// An `int`.
  static Node number(int value) {
    return new Constant(Form.INT, value);
  }

  /// One condition with two bodies.
  static Node choice(Form form, Node condition, Node then, Node otherwise) {
    return new If(form, List.of(new Branch(condition, then)), otherwise);
  }

  /// A static method with a result.
  static Method method(Class<?> owner, String name, Form result, Form... parameters) {
    StringBuilder text = new StringBuilder("(");
    for (Form parameter : parameters) {
      text.append(parameter.descriptor());
    }
    return new Method(
        Dispatch.STATIC,
        owner.getName().replace('.', '/'),
        name,
        text.append(')').append(result.descriptor()).toString(),
        result);
  }
}
