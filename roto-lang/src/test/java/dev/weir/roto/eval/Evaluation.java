package dev.weir.roto.eval;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.roto.eval.Data.Items;
import dev.weir.roto.eval.Data.Nothing;
import dev.weir.roto.eval.Data.Rec;
import dev.weir.roto.eval.Data.Var;
import dev.weir.roto.run.Fault;
import dev.weir.roto.tree.Constant;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Program;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evaluates functions of a checked program by walking their trees.
final class Evaluation {
  /// A text or list longer than this ends the evaluation: such a program is of no use as a test.
  static final int MOST = 20_000;

  private final Program program;
  private final Map<Function, Object> constants = new IdentityHashMap<>();
  private final LibraryCalls library = new LibraryCalls(this);
  private long steps;

  Evaluation(Program program) {
    this.program = program;
  }

  /// The program takes too long, or grows too large, to be worth comparing.
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super(null, null, false, false);
    }
  }

  /// Calls a function.
  ///
  /// @param limit how many loop turns and calls are allowed
  Object call(String path, long limit, Object... arguments) {
    steps = limit;
    for (Function function : program.functions()) {
      if (function.path().equals(path)) {
        return call(function, List.of(), List.of(arguments));
      }
    }
    throw new IllegalArgumentException("no function " + path);
  }

  void step() {
    if (--steps < 0) {
      throw new TooLong();
    }
  }

  /// One call of a function: its variables, and what its type parameters stand for.
  static final class Frame {
    final Map<Local, Object> locals = new IdentityHashMap<>();
    final Map<Type.Parameter, Type> types;

    Frame(Map<Type.Parameter, Type> types) {
      this.types = types;
    }

    Type type(Type type) {
      return type.with(types).resolved();
    }
  }

  /// A closure with the variables around it.
  record Closed(Tree.Closure closure, Frame frame) {}

  private abstract static class Jump extends RuntimeException {
    private static final long serialVersionUID = 1;

    Jump() {
      super(null, null, false, false);
    }
  }

  private static final class BreakJump extends Jump {
    private static final long serialVersionUID = 1;
  }

  private static final class ContinueJump extends Jump {
    private static final long serialVersionUID = 1;
  }

  private static final class ReturnJump extends Jump {
    private static final long serialVersionUID = 1;
    private final transient Object value;

    ReturnJump(Object value) {
      this.value = value;
    }
  }

  private Object call(Function function, List<Type> typeArguments, List<Object> arguments) {
    step();
    Map<Type.Parameter, Type> types = new HashMap<>();
    for (int i = 0; i < typeArguments.size(); i++) {
      types.put(function.typeParameters().get(i), typeArguments.get(i));
    }
    Frame frame = new Frame(types);
    for (int i = 0; i < arguments.size(); i++) {
      frame.locals.put(function.parameters().get(i), arguments.get(i));
    }
    try {
      return eval(function.body(), frame);
    } catch (ReturnJump jump) {
      return jump.value;
    }
  }

  /// Calls a closure.
  Object call(Closed closed, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      closed.frame().locals.put(closed.closure().parameters().get(i), arguments[i]);
    }
    return eval(closed.closure().body(), closed.frame());
  }

  private List<Object> all(List<Tree> trees, Frame frame) {
    List<Object> values = new ArrayList<>();
    for (Tree tree : trees) {
      values.add(eval(tree, frame));
    }
    return values;
  }

  /// The value of an expression.
  Object eval(Tree tree, Frame frame) {
    return switch (tree) {
      case Tree.Literal(_, Type type, Object value) ->
          type.head() == Scalar.UNIT ? Nothing.NOTHING : value;
      case Tree.ListOf list -> new Items(all(list.elements(), frame));
      case Tree.RecordOf record -> record(record, frame);
      case Tree.VariantOf variant ->
          new Var(variant.variant(), all(variant.payload(), frame).toArray());
      case Tree.PrefixOf prefix -> prefix(prefix, frame);
      case Tree.Format format -> format(format, frame);
      case Tree.Read(_, Local local) -> read(local, frame);
      case Tree.ReadConstant(_, Constant constant) -> constant(constant);
      case Tree.ReadLibrary read ->
          LibraryCalls.unbox(read.constant().type(), read.constant().value());
      case Tree.ReadContext _ -> throw new IllegalStateException("no context here");
      case Tree.ReadField field -> ((Rec) eval(field.record(), frame)).fields[field.index()];
      case Tree.ReadIndex index -> {
        Object target = eval(index.target(), frame);
        yield library.at(frame.type(index.target().type()), target, eval(index.index(), frame));
      }
      case Tree.Assign assign -> assign(assign, frame);
      case Tree.AssignIndex assign -> assign(assign, frame);
      case Tree.Negate(_, Type type, Tree operand) ->
          Arithmetic.negate(frame.type(type), eval(operand, frame));
      case Tree.Not(_, Tree operand) -> !(Boolean) eval(operand, frame);
      case Tree.Operation operation -> operation(operation, frame);
      case Tree.Logic(_, boolean and, List<Tree> operands) -> {
        boolean value = and;
        for (int i = 0; i < operands.size() && value == and; i++) {
          value = (Boolean) eval(operands.get(i), frame);
        }
        yield value;
      }
      case Tree.Call call -> {
        List<Type> types = call.typeArguments().stream().map(frame::type).toList();
        yield call(call.function(), types, all(call.arguments(), frame));
      }
      case Tree.CallLibrary call -> {
        Map<Type.Parameter, Type> types = new HashMap<>();
        call.substitution().forEach((from, to) -> types.put(from, frame.type(to)));
        yield library.call(call.function(), types, all(call.arguments(), frame));
      }
      case Tree.Closure closure -> new Closed(closure, frame);
      case Tree.Break _ -> throw new BreakJump();
      case Tree.Continue _ -> throw new ContinueJump();
      case Tree.Return(_, Tree value) -> throw new ReturnJump(eval(value, frame));
      default -> control(tree, frame);
    };
  }

  private Object control(Tree tree, Frame frame) {
    switch (tree) {
      case Tree.Block block -> {
        for (Tree statement : block.statements()) {
          eval(statement, frame);
        }
        return block.result() == null ? Nothing.NOTHING : eval(block.result(), frame);
      }
      case Tree.Let(_, Local local, Tree value) -> frame.locals.put(local, eval(value, frame));
      case Tree.If branches -> {
        for (Tree.Branch branch : branches.branches()) {
          if (holds(branch.pattern(), branch.condition(), frame)) {
            return eval(branch.body(), frame);
          }
        }
        return branches.otherwise() == null ? Nothing.NOTHING : eval(branches.otherwise(), frame);
      }
      case Tree.Match match -> {
        return match(match, frame);
      }
      case Tree.While loop -> {
        while (holds(loop.pattern(), loop.condition(), frame)) {
          if (!turn(loop.body(), frame)) {
            break;
          }
        }
      }
      case Tree.ForEach loop -> each(loop, frame);
      case Tree.ForRange loop -> range(loop, frame);
      case Tree.Try attempt -> {
        return attempt(attempt, frame);
      }
      default -> throw new IllegalStateException("what is " + tree + "?");
    }
    return Nothing.NOTHING;
  }

  private static Object read(Local local, Frame frame) {
    Object value = frame.locals.get(local);
    if (value == null) {
      throw new IllegalStateException(local + " has no value");
    }
    return value;
  }

  private Rec record(Tree.RecordOf record, Frame frame) {
    Object[] fields = new Object[record.fields().size()];
    for (Tree.FieldOf field : record.fields()) {
      fields[field.index()] = eval(field.value(), frame);
    }
    return new Rec(fields);
  }

  private Prefix prefix(Tree.PrefixOf prefix, Frame frame) {
    IpAddress address = (IpAddress) eval(prefix.address(), frame);
    long length = (Long) eval(prefix.length(), frame);
    if (length > (address instanceof Ipv4Address ? 32 : 128)) {
      throw new Stop(Fault.PREFIX_LENGTH, address + "/" + length);
    }
    return Prefix.of(address, (int) length);
  }

  private String format(Tree.Format format, Frame frame) {
    StringBuilder text = new StringBuilder();
    for (Tree.FormatPart part : format.parts()) {
      text.append(part.text());
      if (part.value() != null) {
        Object value = eval(part.value(), frame);
        Type type = frame.type(part.value().type());
        Tree.FormatSpec spec = part.format();
        text.append(
            spec != null
                ? Formatting.format(spec, type, value, library)
                : library.text(part.toText(), type, value));
      }
    }
    return limited(text.toString());
  }

  /// A text, unless it is too long.
  static String limited(String text) {
    if (text.length() > MOST) {
      throw new TooLong();
    }
    return text;
  }

  private Object constant(Constant constant) {
    Object value = constants.get(constant.initial());
    if (value == null) {
      value = call(constant.initial(), List.of(), List.of());
      Data.freeze(value);
      constants.put(constant.initial(), value);
    }
    return value;
  }

  private Object operation(Tree.Operation operation, Frame frame) {
    Object value = eval(operation.first(), frame);
    Type type = operation.first().type();
    for (Tree.Step step : operation.steps()) {
      Object operand = eval(step.operand(), frame);
      value = Arithmetic.apply(step.operator(), frame.type(type), value, operand);
      type = step.type();
      if (value instanceof String text) {
        limited(text);
      }
      if (value instanceof Items items && items.elements.size() > MOST) {
        throw new TooLong();
      }
    }
    return value;
  }

  private Object assign(Tree.Assign assign, Frame frame) {
    Local local = assign.local();
    Object value;
    if (assign.operator() == null) {
      value = eval(assign.value(), frame);
    } else {
      Object old = read(local, frame);
      for (int index : assign.path()) {
        old = ((Rec) old).fields[index];
      }
      Object operand = eval(assign.value(), frame);
      Type type = frame.type(assign.value().type());
      value = Arithmetic.apply(assign.operator(), type, old, operand);
      if (value instanceof String text) {
        limited(text);
      }
    }
    frame.locals.put(
        local,
        assign.path().isEmpty() ? value : ((Rec) read(local, frame)).with(assign.path(), value));
    return Nothing.NOTHING;
  }

  private Object assign(Tree.AssignIndex assign, Frame frame) {
    Object target = eval(assign.target(), frame);
    Object index = eval(assign.index(), frame);
    Type type = frame.type(assign.target().type());
    Object value;
    if (assign.operator() == null) {
      value = eval(assign.value(), frame);
    } else {
      Object old = library.at(type, target, index);
      Object operand = eval(assign.value(), frame);
      Type operandType = frame.type(assign.value().type());
      value = Arithmetic.apply(assign.operator(), operandType, old, operand);
    }
    library.put(type, target, index, value);
    return Nothing.NOTHING;
  }

  private boolean holds(@Nullable Pattern pattern, Tree condition, Frame frame) {
    Object value = eval(condition, frame);
    return pattern == null
        ? (Boolean) value
        : fits(pattern, frame.type(condition.type()), value, frame);
  }

  private Object match(Tree.Match match, Frame frame) {
    Object value = eval(match.value(), frame);
    Type type = frame.type(match.value().type());
    for (Tree.Arm arm : match.arms()) {
      if (fits(arm.pattern(), type, value, frame)
          && (arm.guard() == null || (Boolean) eval(arm.guard(), frame))) {
        return eval(arm.body(), frame);
      }
    }
    throw new IllegalStateException("no arm takes " + value);
  }

  private boolean turn(Tree body, Frame frame) {
    step();
    try {
      eval(body, frame);
    } catch (ContinueJump _) {
      return true;
    } catch (BreakJump _) {
      return false;
    }
    return true;
  }

  private void each(Tree.ForEach loop, Frame frame) {
    Object iterable = eval(loop.iterable(), frame);
    List<Object> elements = library.elements(frame.type(loop.iterable().type()), iterable);
    for (int i = 0; i < elements.size(); i++) {
      frame.locals.put(loop.variable(), elements.get(i));
      if (!turn(loop.body(), frame)) {
        return;
      }
    }
  }

  private void range(Tree.ForRange loop, Frame frame) {
    Scalar type = (Scalar) frame.type(loop.from().type());
    BigInteger at = Arithmetic.big(type, eval(loop.from(), frame));
    BigInteger to = Arithmetic.big(type, eval(loop.to(), frame));
    while (at.compareTo(to) < (loop.inclusive() ? 1 : 0)) {
      frame.locals.put(loop.variable(), at.longValue());
      if (!turn(loop.body(), frame)) {
        return;
      }
      at = at.add(BigInteger.ONE);
    }
  }

  private Object attempt(Tree.Try attempt, Frame frame) {
    Var operand = (Var) eval(attempt.operand(), frame);
    if (operand.index == 0) {
      return operand.payload[0];
    }
    if (attempt.error() != null) {
      frame.locals.put(attempt.error(), operand.payload[0]);
    }
    throw new ReturnJump(eval(attempt.failure(), frame));
  }

  // ---- patterns ---------------------------------------------------------------------------------

  private boolean fits(Pattern pattern, Type type, Object value, Frame frame) {
    return switch (pattern) {
      case Pattern.Any _ -> true;
      case Pattern.Bind(_, Local local) -> {
        frame.locals.put(local, value);
        yield true;
      }
      case Pattern.Variant variant -> {
        Var var = (Var) value;
        List<Type> types =
            type instanceof Type.Named named
                ? named.definition().variants(named.arguments()).get(variant.variant()).payload()
                : List.of();
        yield var.index == variant.variant() && fit(variant.payload(), types, var.payload, frame);
      }
      case Pattern.Record record -> {
        List<Type.Field> fields =
            type instanceof Type.Named named
                ? named.definition().fields(named.arguments())
                : ((Type.Anonymous) type).fields();
        List<Type> types = fields.stream().map(Type.Field::type).toList();
        yield fit(record.fields(), types, ((Rec) value).fields, frame);
      }
      case Pattern.Equal(_, Tree.Literal literal) -> Data.equal(eval(literal, frame), value);
      case Pattern.Between between -> within(between, type, value);
      case Pattern.Inside(_, Prefix prefix) -> prefix.contains((IpAddress) value);
      case Pattern.Or(_, List<Pattern> alternatives) ->
          alternatives.stream().anyMatch(one -> fits(one, type, value, frame));
    };
  }

  private boolean fit(List<Pattern> patterns, List<Type> types, Object[] values, Frame frame) {
    for (int i = 0; i < patterns.size(); i++) {
      if (!fits(patterns.get(i), types.get(i), values[i], frame)) {
        return false;
      }
    }
    return true;
  }

  private static boolean within(Pattern.Between between, Type type, Object value) {
    for (Tree.Literal end : new Tree.Literal[] {between.from(), between.to()}) {
      if (end != null
          && value instanceof IpAddress address
          && address.width() != ((IpAddress) end.value()).width()) {
        return false;
      }
    }
    Tree.Literal from = between.from();
    Tree.Literal to = between.to();
    return (from == null || Arithmetic.compare(type, from.value(), value) <= 0)
        && (to == null
            || Arithmetic.compare(type, value, to.value()) < (between.inclusive() ? 1 : 0));
  }

  /// Whether a type is a list.
  static boolean isList(Type type) {
    return BuiltIn.is(type, BuiltIn.LIST);
  }
}
