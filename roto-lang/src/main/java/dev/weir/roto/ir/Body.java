package dev.weir.roto.ir;

import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Lowers the body of one function for one list of type arguments. What belongs together is in
/// classes of its own: values, operators, calls, matching, loops.
final class Body {
  private final Lowering lowering;
  private final Function function;
  private final Routine routine;
  private final Map<Type.Parameter, Type> substitution;
  private final Map<Local, Variable> variables = new IdentityHashMap<>();

  final Objects objects;
  final Operators operators;
  final Options options;
  final Matching matching;
  final LibraryCalls calls;
  final Intrinsics intrinsics;
  final Loops loops;
  final Assignments assignments;

  Body(Lowering lowering, Function function, List<Type> arguments, Routine routine) {
    this.lowering = lowering;
    this.function = function;
    this.routine = routine;
    this.substitution = Lowering.substitution(function, arguments);
    this.objects = new Objects(this);
    this.operators = new Operators(this);
    this.options = new Options(this);
    this.matching = new Matching(this);
    this.calls = new LibraryCalls(this);
    this.intrinsics = new Intrinsics(this);
    this.loops = new Loops(this);
    this.assignments = new Assignments(this);
  }

  void lower() {
    for (int i = 0; i < function.parameters().size(); i++) {
      variables.put(function.parameters().get(i), routine.parameters().get(i));
    }
    Node value = value(function.body());
    routine.define(function.body().type().head() == Type.Scalar.NEVER ? value : leave(value));
  }

  /// The end of the function with a value.
  private static Node leave(Node value) {
    return value.form().isVoid()
        ? Node.sequence(value, new Node.Return(null))
        : new Node.Return(value);
  }

  Lowering lowering() {
    return lowering;
  }

  /// A type with the type arguments put in.
  Type type(Type type) {
    return type.with(substitution);
  }

  /// The form of a type of the tree.
  Form form(Type type) {
    return lowering.form(type(type));
  }

  Map<Type.Parameter, Type> substitution(Map<Type.Parameter, Type> of) {
    Map<Type.Parameter, Type> map = new java.util.HashMap<>();
    of.forEach((parameter, type) -> map.put(parameter, type(type)));
    return map;
  }

  /// A new variable that holds a value, and the statement that puts it there.
  record Held(Variable variable, Node put) {
    Node get() {
      return new Node.Get(variable);
    }
  }

  /// Keeps a value, which has a form, in a new variable.
  static Held hold(Node value) {
    Variable variable = new Variable("", value.form());
    return new Held(variable, new Node.Put(variable, value));
  }

  /// A local of the tree gets a value; one of type `()` or `!` has no variable.
  Node bind(Local local, Node value) {
    if (form(local.type()).isVoid() || value.form().isVoid()) {
      return drop(value);
    }
    return new Node.Put(variable(local), value);
  }

  /// The variable of a local that has a value.
  Variable variable(Local local) {
    return variables.computeIfAbsent(local, key -> new Variable(key.name(), form(key.type())));
  }

  /// A node without its value.
  static Node drop(Node node) {
    return node.form().isVoid() ? node : new Node.Sequence(Form.VOID, List.of(node, Node.NOTHING));
  }

  /// The value with a form also where the type is `()`.
  Node operand(Tree tree) {
    return materialised(value(tree), type(tree.type()));
  }

  /// A value of a type, with a form also where the type is `()`.
  static Node materialised(Node value, Type type) {
    return type.head() == Type.Scalar.UNIT && value.form().isVoid()
        ? Node.sequence(value, Objects.UNIT)
        : value;
  }

  /// A node for the value of a tree, in the form of its type.
  Node value(Tree tree) {
    return switch (tree) {
      case Tree.Literal literal -> objects.literal(literal);
      case Tree.ListOf list -> objects.list(list);
      case Tree.RecordOf record -> objects.record(record);
      case Tree.VariantOf variant -> objects.variant(variant);
      case Tree.PrefixOf prefix -> operators.prefix(prefix);
      case Tree.Format format -> calls.format(format);
      case Tree.Read read -> read(read.local());
      case Tree.ReadConstant read ->
          form(read.type()).isVoid()
              ? Node.NOTHING
              : new Node.ScriptConstant(form(read.type()), lowering.index(read.constant()));
      case Tree.ReadLibrary read -> objects.constant(read.constant());
      case Tree.ReadContext read -> objects.context(read);
      case Tree.ReadField read ->
          objects.field(value(read.record()), type(read.record().type()), read.index());
      case Tree.ReadIndex read -> options.index(read);
      case Tree.Assign assign -> assignments.assign(assign);
      case Tree.AssignIndex assign -> assignments.assignIndex(assign);
      case Tree.Negate negate -> operators.negate(negate);
      case Tree.Not not -> new Node.Not(value(not.operand()));
      case Tree.Operation operation -> operators.operation(operation);
      case Tree.Logic logic ->
          new Node.Logic(logic.and(), logic.operands().stream().map(this::value).toList());
      case Tree.Call call -> call(call);
      case Tree.CallLibrary call -> calls.call(call);
      case Tree.Closure _ -> throw new IllegalStateException("a closure outside a call");
      default -> control(tree);
    };
  }

  private Node control(Tree tree) {
    return switch (tree) {
      case Tree.Block block -> block(block);
      case Tree.Let let -> new Node.At(let.span(), bind(let.local(), value(let.value())));
      case Tree.If branches -> conditional(branches);
      case Tree.Match match -> matching.match(match);
      case Tree.While loop -> loops.whileLoop(loop);
      case Tree.ForEach loop -> loops.forEach(loop);
      case Tree.ForRange loop -> loops.forRange(loop);
      case Tree.Break _ -> loops.leave();
      case Tree.Continue _ -> loops.next();
      case Tree.Return end -> new Node.At(end.span(), returned(end.value()));
      case Tree.Try attempt -> attempt(attempt);
      default -> throw new IllegalStateException("no lowering of " + tree);
    };
  }

  /// The end of the function with the value of a tree.
  private Node returned(Tree value) {
    Node node = value(value);
    return node.form().isVoid() && !routine.result().isVoid() ? node : leave(node);
  }

  private Node read(Local local) {
    return form(local.type()).isVoid() ? Node.NOTHING : new Node.Get(variable(local));
  }

  private Node call(Tree.Call call) {
    List<Type> arguments = call.typeArguments().stream().map(this::type).toList();
    Routine callee = lowering.routine(call.function(), arguments);
    return new Node.Call(
        callee, call.arguments().stream().map(this::operand).toList(), call.span());
  }

  private Node block(Tree.Block block) {
    List<Node> nodes = new ArrayList<>(block.statements().size() + 1);
    for (Tree statement : block.statements()) {
      nodes.add(drop(new Node.At(statement.span(), value(statement))));
    }
    Tree result = block.result();
    if (result != null) {
      nodes.add(new Node.At(result.span(), value(result)));
    }
    Form form = form(block.type());
    return new Node.Sequence(result == null ? Form.VOID : form, nodes);
  }

  private Node conditional(Tree.If tree) {
    Tree last = tree.otherwise();
    Node otherwise = last == null ? Node.NOTHING : value(last);
    Form form = form(tree.type());
    if (tree.branches().stream().anyMatch(branch -> branch.pattern() != null)) {
      return matching.branches(tree.branches(), otherwise, form);
    }
    return new Node.If(
        form,
        tree.branches().stream()
            .map(branch ->
                new Node.Branch(
                    new Node.At(branch.condition().span(), value(branch.condition())),
                    dropUnless(form, value(branch.body()))))
            .toList(),
        otherwise);
  }

  /// A body whose value is wanted only where there is a form.
  static Node dropUnless(Form form, Node body) {
    return form.isVoid() ? drop(body) : body;
  }

  private Node attempt(Tree.Try tree) {
    Span span = tree.span();
    Type operand = type(tree.operand().type());
    if (BuiltIn.is(operand, BuiltIn.OPTION)) {
      Options.Parts parts = options.take(tree.operand());
      return new Node.At(
          span,
          Node.sequence(
              parts.prepare(),
              Node.choice(
                  form(tree.type()), parts.isSome(), parts.payload(), returned(tree.failure()))));
    }
    Held result = hold(value(tree.operand()));
    Node error = Node.NOTHING;
    Local local = tree.error();
    if (local != null) {
      error = bind(local, objects.payload(result.get(), operand, 1, 0));
    }
    Node failed = Node.sequence(error, returned(tree.failure()));
    return new Node.At(
        span,
        Node.sequence(
            result.put(),
            Node.choice(
                form(tree.type()),
                new Node.Compare(
                    Node.Comparison.EQUAL,
                    false,
                    objects.tag(result.get(), operand),
                    Node.number(0)),
                objects.payload(result.get(), operand, 0, 0),
                failed)));
  }

  /// The routine that is being made.
  Routine routine() {
    return routine;
  }

  /// How a closure is called: its parameters get values, and its body is written there.
  Node inline(Tree.Closure closure, Node... arguments) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      nodes.add(bind(closure.parameters().get(i), arguments[i]));
    }
    Node value = value(closure.body());
    nodes.add(value);
    return new Node.Sequence(value.form(), nodes);
  }

  /// The targets of the loops around, the innermost first.
  static final class LoopTargets {
    private final Deque<Node.Target[]> stack = new ArrayDeque<>();

    void push(Node.Target end, Node.Target next) {
      stack.push(new Node.Target[] {end, next});
    }

    void pop() {
      stack.pop();
    }

    Node.Target end() {
      return stack.element()[0];
    }

    Node.Target next() {
      return stack.element()[1];
    }
  }
}
