package dev.weir.roto.ir;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.ir.Node.Comparison;
import dev.weir.roto.ir.Node.Conversion;
import dev.weir.roto.run.Addresses;
import dev.weir.roto.run.Values;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lowers operators. Narrow integers are kept extended: each step that can leave the range is
/// followed by a narrowing one.
final class Operators {
  private static final String ARITHMETIC = "dev/weir/roto/run/Arithmetic";
  private static final Node.Method EQUAL =
      Node.method(Values.class, "equal", Form.BOOLEAN, Form.OBJECT, Form.OBJECT);
  private static final Node.Method SAME_TEXT =
      new Node.Method(
          Node.Dispatch.VIRTUAL,
          "java/lang/String",
          "equals",
          "(Ljava/lang/Object;)Z",
          Form.BOOLEAN);
  private static final Node.Method COMPARE_TEXTS =
      new Node.Method(
          Node.Dispatch.STATIC,
          "dev/weir/roto/run/Texts",
          "compare",
          "(Ljava/lang/String;Ljava/lang/String;)I",
          Form.INT);
  private static final Node.Method COMPARE =
      new Node.Method(
          Node.Dispatch.INTERFACE,
          "java/lang/Comparable",
          "compareTo",
          "(Ljava/lang/Object;)I",
          Form.INT);

  private final Body body;

  Operators(Body body) {
    this.body = body;
  }

  /// A static method of the package `run` that is not public.
  static Node.Method runtime(String name, Form result, Form... parameters) {
    StringBuilder text = new StringBuilder("(");
    for (Form parameter : parameters) {
      text.append(parameter.descriptor());
    }
    return new Node.Method(
        Node.Dispatch.STATIC,
        ARITHMETIC,
        name,
        text.append(')').append(result.descriptor()).toString(),
        result);
  }

  Node prefix(Tree.PrefixOf prefix) {
    return new Node.Invoke(
        Node.method(
            Addresses.class,
            "prefix",
            Form.reference(Prefix.class),
            Form.reference(IpAddress.class),
            Form.INT),
        List.of(body.value(prefix.address()), body.value(prefix.length())),
        prefix.span());
  }

  Node negate(Tree.Negate negate) {
    Type type = body.type(negate.type());
    Form form = body.form(type);
    Node value = new Node.Convert(form, Conversion.NEGATE, body.value(negate.operand()));
    Conversion narrow = narrowing(type);
    return narrow == null ? value : new Node.Convert(form, narrow, value);
  }

  /// Steps of one form are kept together, however many there are; a comparison begins anew.
  Node operation(Tree.Operation operation) {
    Node current = body.value(operation.first());
    Type type = body.type(operation.first().type());
    List<Tree.Step> steps = operation.steps();
    for (int i = 0; i < steps.size(); ) {
      Tree.Step step = steps.get(i);
      int end = i + 1;
      if (isComparison(step.operator())) {
        current =
            new Node.At(
                step.span(),
                compare(comparison(step.operator()), type, current, body.value(step.operand())));
      } else {
        while (end < steps.size() && !isComparison(steps.get(end).operator())) {
          end++;
        }
        current = arithmetic(type, current, steps.subList(i, end));
      }
      type = body.type(steps.get(end - 1).type());
      i = end;
    }
    return current;
  }

  private Node arithmetic(Type type, Node first, List<Tree.Step> steps) {
    if (type.head() == Type.Scalar.STRING) {
      List<Node> parts = new ArrayList<>();
      parts.add(first);
      steps.forEach(step -> parts.add(body.value(step.operand())));
      return new Node.Concat(parts);
    }
    if (BuiltIn.is(type, BuiltIn.LIST)) {
      Node list = first;
      for (Tree.Step step : steps) {
        list = concat(list, body.value(step.operand()), step.span());
      }
      return list;
    }
    List<Node.Step> lowered = new ArrayList<>();
    for (Tree.Step step : steps) {
      step(lowered, type, step.operator(), body.value(step.operand()), step.span());
    }
    return new Node.Arithmetic(body.form(type), first, lowered);
  }

  private static Node concat(Node list, Node other, Span span) {
    Form form = list.form();
    return new Node.Invoke(
        new Node.Method(
            Node.Dispatch.VIRTUAL,
            form.className(),
            "concat",
            "(" + form.descriptor() + ")" + form.descriptor(),
            form),
        List.of(list, other),
        span);
  }

  /// `left op right` of one type, for compound assignments.
  Node apply(Tree.Operator operator, Type type, Node left, Node right, Span span) {
    if (type.head() == Type.Scalar.STRING) {
      return new Node.Concat(List.of(left, right));
    }
    if (BuiltIn.is(type, BuiltIn.LIST)) {
      return concat(left, right, span);
    }
    List<Node.Step> steps = new ArrayList<>();
    step(steps, type, operator, right, span);
    return new Node.Arithmetic(body.form(type), left, steps);
  }

  /// Adds what an operator comes to.
  void step(List<Node.Step> steps, Type type, Tree.Operator operator, Node operand, Span span) {
    Type.Scalar scalar = (Type.Scalar) type.head();
    boolean division = operator == Tree.Operator.DIVIDE || operator == Tree.Operator.REMAINDER;
    if (division && scalar.isInteger() && !isSafeDivisor(scalar, operand)) {
      steps.add(
          new Node.Step(null, operand, null, division(scalar, operator, operand.form()), span));
      return;
    }
    Node.Operator plain =
        switch (operator) {
          case ADD -> Node.Operator.ADD;
          case SUBTRACT -> Node.Operator.SUBTRACT;
          case MULTIPLY -> Node.Operator.MULTIPLY;
          case DIVIDE -> Node.Operator.DIVIDE;
          default -> Node.Operator.REMAINDER;
        };
    steps.add(new Node.Step(plain, operand, null, null, null));
    Conversion narrow = division ? null : narrowing(type);
    if (narrow != null) {
      steps.add(new Node.Step(null, null, narrow, null, null));
    }
  }

  /// Whether the JVM's own division does what is wanted: a divisor that is written down and neither
  /// 0 nor -1, of a type whose values are signed in the JVM.
  private static boolean isSafeDivisor(Type.Scalar type, Node operand) {
    boolean signed = type.isSigned() || type.bits() < 32;
    return signed
        && operand instanceof Node.Constant(_, Number number)
        && number.longValue() != 0
        && number.longValue() != -1;
  }

  private static Node.Method division(Type.Scalar type, Tree.Operator operator, Form form) {
    boolean divide = operator == Tree.Operator.DIVIDE;
    String name = divide ? "divide" : "remainder";
    if (!type.isSigned() && type.bits() >= 32) {
      name += "Unsigned";
    } else if (divide && type == Type.Scalar.I8) {
      name = "divideI8";
    } else if (divide && type == Type.Scalar.I16) {
      name = "divideI16";
    }
    return runtime(name, form, form, form);
  }

  /// What brings the result of an operation back into the range of a narrow type, or null.
  static @Nullable Conversion narrowing(Type type) {
    return switch (type.head()) {
      case Type.Scalar.U8 -> Conversion.TO_U8;
      case Type.Scalar.U16 -> Conversion.TO_U16;
      case Type.Scalar.I8 -> Conversion.TO_I8;
      case Type.Scalar.I16 -> Conversion.TO_I16;
      default -> null;
    };
  }

  private static boolean isComparison(Tree.Operator operator) {
    return operator.ordinal() >= Tree.Operator.EQUAL.ordinal();
  }

  static Comparison comparison(Tree.Operator operator) {
    return Comparison.values()[operator.ordinal() - Tree.Operator.EQUAL.ordinal()];
  }

  /// Compares two values of a type.
  Node compare(Comparison comparison, Type type, Node left, Node right) {
    Form form = left.form();
    boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (form.isVoid()) {
      return Node.sequence(
          Body.drop(left),
          Body.drop(right),
          new Node.Constant(Form.BOOLEAN, comparison == Comparison.EQUAL));
    }
    if (!form.isReference()) {
      return new Node.Compare(comparison, isUnsigned(type), left, right);
    }
    if (equality) {
      Node.Method method = form.equals(Form.STRING) && isText(type) ? SAME_TEXT : EQUAL;
      Node equal = new Node.Invoke(method, List.of(left, right), null);
      return comparison == Comparison.EQUAL ? equal : new Node.Not(equal);
    }
    Node.Method method = isText(type) ? COMPARE_TEXTS : COMPARE;
    return new Node.Compare(
        comparison, false, new Node.Invoke(method, List.of(left, right), null), Node.number(0));
  }

  private static boolean isText(Type type) {
    return type.head() == Type.Scalar.STRING;
  }

  /// Whether values of a type are compared as unsigned numbers where the JVM's are signed.
  static boolean isUnsigned(Type type) {
    return type.head() == Type.Scalar.U32
        || type.head() == Type.Scalar.U64
        || type.head() == Type.Scalar.ASN;
  }
}
