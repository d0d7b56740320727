package dev.weir.roto.check;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.syntax.Ast.BinaryOperator;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.tree.Tree.Operator;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Kind;
import dev.weir.roto.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;

/// Operators. A chain of them is checked link by link, in time linear in its length.
final class Operators {
  private final Expressions in;

  Operators(Expressions in) {
    this.in = in;
  }

  // ---- before an operand ------------------------------------------------------------------------

  Draft unary(Ast.Unary unary, Type expected) {
    Span span = unary.span();
    if (unary.operator() == Ast.UnaryOperator.NOT) {
      Draft operand = in.check(unary.operand(), Scalar.BOOL);
      Draft draft =
          new Draft(
              span,
              Scalar.BOOL,
              operand.ends(),
              () -> Draft.strict(span, operand, tree -> new Tree.Not(span, tree)));
      return in.expect(draft, expected);
    }
    if (isUnsuffixedOrSigned(unary.operand())) {
      return in.expect(Literals.of(in.session(), in.source(), unary), expected);
    }
    Type wanted = Keys.isNumber(expected) ? expected : in.types().fresh();
    Draft operand = in.check(unary.operand(), wanted);
    if (operand.isBad()) {
      return Draft.bad(span);
    }
    Type type = operand.type();
    if (!canNegate(type)) {
      return in.fail(
          Code.INVALID_OPERAND,
          span,
          "cannot negate " + Session.show(type),
          "`-` needs a signed integer or a float");
    }
    Draft draft =
        new Draft(
            span,
            type,
            operand.ends(),
            () ->
                Draft.strict(
                    span, operand, tree -> new Tree.Negate(span, in.types().settled(type), tree)));
    return in.expect(draft, expected);
  }

  private static boolean isUnsuffixedOrSigned(Ast.Expression operand) {
    return switch (operand) {
      case Ast.FloatLiteral _ -> true;
      case Ast.IntegerLiteral literal ->
          literal.suffix() == null || !literal.suffix().startsWith("u");
      default -> false;
    };
  }

  private boolean canNegate(Type type) {
    return switch (type.head()) {
      case Scalar scalar -> scalar == Scalar.NEVER || scalar.isSigned() || scalar.isFloat();
      case Type.Variable open ->
          switch (open.kind()) {
            case SIGNED, FLOAT -> true;
            case INTEGER -> in.types().unify(open, in.types().fresh(Kind.SIGNED));
            default -> false;
          };
      default -> false;
    };
  }

  // ---- between operands -------------------------------------------------------------------------

  Draft chain(Ast.Chain chain, Type expected) {
    return switch (chain.links().getFirst().operator()) {
      case AND, OR -> logic(chain, expected);
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> compare(chain, expected);
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> arithmetic(chain, expected);
    };
  }

  private Draft logic(Ast.Chain chain, Type expected) {
    Span span = chain.span();
    boolean and = chain.links().getFirst().operator() == BinaryOperator.AND;
    List<Draft> operands = new ArrayList<>();
    operands.add(in.check(chain.first(), Scalar.BOOL));
    for (Ast.Link link : chain.links()) {
      operands.add(in.check(link.operand(), Scalar.BOOL));
    }
    Draft first = operands.getFirst();
    Draft draft =
        new Draft(
            span,
            Scalar.BOOL,
            first.ends(),
            () -> Draft.strict(span, first, tree -> buildLogic(span, and, tree, operands)));
    return in.expect(draft, expected);
  }

  private static Tree buildLogic(Span span, boolean and, Tree first, List<Draft> operands) {
    List<Tree> trees = new ArrayList<>(operands.size());
    trees.add(first);
    for (Draft operand : operands.subList(1, operands.size())) {
      Tree tree = operand.make();
      if (tree.type() == Scalar.NEVER) {
        return leaving(span, and, logic(span, and, trees), tree);
      }
      trees.add(tree);
    }
    return logic(span, and, trees);
  }

  private static Tree logic(Span span, boolean and, List<Tree> operands) {
    return operands.size() == 1 ? operands.getFirst() : new Tree.Logic(span, and, operands);
  }

  /// `a && return`, `a || return`: a choice between leaving and the value that decides without it.
  private static Tree leaving(Span span, boolean and, Tree condition, Tree leave) {
    Tree decided = new Tree.Literal(span, Scalar.BOOL, !and);
    Tree.Branch branch = new Tree.Branch(null, condition, and ? leave : decided);
    return new Tree.If(span, Scalar.BOOL, List.of(branch), and ? decided : leave);
  }

  private Draft compare(Ast.Chain chain, Type expected) {
    Ast.Link link = chain.links().getFirst();
    Span span = chain.span();
    boolean fits = in.types().fits(expected, Scalar.BOOL);
    if (!fits) {
      in.session().mismatch(in.source(), span, expected, Scalar.BOOL);
    }
    Draft left = in.infer(chain.first());
    Type type = left.type().head() == Scalar.NEVER ? in.types().fresh() : left.type();
    Operator operator = operator(link.operator());
    boolean ordering = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    if (ordering && isKnown(type) && !Keys.isOrdered(type)) {
      in.infer(link.operand());
      return noOperator(link, type, span);
    }
    Draft right = in.check(link.operand(), type);
    if (!fits || left.isBad() || right.isBad()) {
      return Draft.bad(span);
    }
    if (ordering && !left.ends() && !right.ends() && !Keys.isOrdered(type)) {
      return noOperator(link, type, span);
    }
    boolean ends = left.ends() || right.ends();
    return new Draft(
        span,
        Scalar.BOOL,
        ends,
        () ->
            Draft.strict(
                span,
                List.of(left, right),
                trees ->
                    new Tree.Operation(
                        span,
                        trees.get(0),
                        List.of(new Tree.Step(link.span(), operator, trees.get(1), Scalar.BOOL)))));
  }

  private static boolean isKnown(Type type) {
    return !(type.head() instanceof Type.Variable) && !isBad(type);
  }

  private Draft noOperator(Ast.Link link, Type type, Span span) {
    boolean open = type.head() instanceof Type.Variable variable && variable.kind() == Kind.ANY;
    String symbol = link.operator().symbol();
    Diagnostic diagnostic =
        open
            ? Diagnostic.of(
                Code.UNKNOWN_TYPE,
                "the type must be known before `" + symbol + "`",
                in.source(),
                span,
                "its type is not known here")
            : Diagnostic.of(
                Code.INVALID_OPERAND,
                "there is no `" + symbol + "` for " + Session.show(type),
                in.source(),
                span,
                "the operands are " + Session.show(type));
    in.report(diagnostic);
    return Draft.bad(span);
  }

  /// One operator of a chain and its right operand.
  ///
  /// @param prefix whether it makes an address and a length a prefix
  private record Part(Ast.Link link, Draft operand, boolean prefix) {}

  private Draft arithmetic(Ast.Chain chain, Type expected) {
    boolean push = Keys.isNumber(expected) || isAddable(expected);
    Draft first =
        in.check(chain.first(), push && !dividesAddress(chain) ? expected : in.types().fresh());
    Type type = first.type();
    boolean ends = first.ends();
    boolean bad = first.isBad();
    List<Part> parts = new ArrayList<>(chain.links().size());
    for (Ast.Link link : chain.links()) {
      if (type.head() == Scalar.NEVER) {
        type = in.types().fresh();
      }
      boolean prefix = type.head() == Scalar.IP_ADDR && link.operator() == BinaryOperator.DIVIDE;
      boolean refused = isKnown(type) && !prefix && !exists(link.operator(), type);
      Type wanted = prefix ? Scalar.U8 : refused ? in.types().fresh() : type;
      Draft operand = in.check(link.operand(), wanted);
      bad |= operand.isBad();
      ends |= operand.ends();
      if (!bad && !ends && !prefix && !exists(link.operator(), type)) {
        noOperator(link, type, chain.span());
        bad = true;
      }
      parts.add(new Part(link, operand, prefix));
      type = prefix ? Scalar.PREFIX : type;
    }
    if (bad) {
      return Draft.bad(chain.span());
    }
    Type last = type;
    return in.expect(
        new Draft(chain.span(), last, ends, () -> build(chain, first, parts, last)), expected);
  }

  private static boolean dividesAddress(Ast.Chain chain) {
    return chain.first() instanceof Ast.AddressLiteral;
  }

  private static boolean isAddable(Type type) {
    return type.head() == Scalar.STRING || BuiltIn.is(type, BuiltIn.LIST);
  }

  /// Whether an operator of arithmetic exists for a type.
  boolean exists(BinaryOperator operator, Type type) {
    return switch (operator) {
      case ADD -> Keys.isNumber(type) || isAddable(type) || isBad(type);
      case SUBTRACT, MULTIPLY, DIVIDE -> Keys.isNumber(type) || isBad(type);
      case REMAINDER -> Keys.isInteger(type) || isBad(type);
      default -> false;
    };
  }

  private static boolean isBad(Type type) {
    return type.head() == Types.ERROR;
  }

  private Tree build(Ast.Chain chain, Draft first, List<Part> parts, Type last) {
    List<Draft> operands = new ArrayList<>(parts.size() + 1);
    operands.add(first);
    parts.forEach(part -> operands.add(part.operand()));
    return Draft.strict(chain.span(), operands, trees -> fold(chain, trees, parts, last));
  }

  private Tree fold(Ast.Chain chain, List<Tree> trees, List<Part> parts, Type last) {
    Type type = in.types().settled(last);
    Tree start = trees.getFirst();
    List<Tree.Step> steps = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Tree operand = trees.get(i + 1);
      if (part.prefix()) {
        start = prefix(chain.span(), finished(chain.span(), start, steps), operand);
        steps = new ArrayList<>();
      } else {
        Operator operator = operator(part.link().operator());
        steps.add(new Tree.Step(part.link().span(), operator, operand, type));
      }
    }
    return finished(chain.span(), start, steps);
  }

  private static Tree finished(Span span, Tree start, List<Tree.Step> steps) {
    return steps.isEmpty() ? start : new Tree.Operation(span, start, steps);
  }

  private Tree prefix(Span span, Tree address, Tree length) {
    if (address instanceof Tree.Literal(_, _, IpAddress base)
        && length instanceof Tree.Literal(_, _, Long bits)) {
      int width = base instanceof dev.weir.inet.Ipv4Address ? 32 : 128;
      if (bits > width) {
        in.fail(
            Code.LITERAL_RANGE,
            length.span(),
            "a prefix of this address has at most " + width + " bits",
            "longer than " + width);
        return address;
      }
      return new Tree.Literal(span, Scalar.PREFIX, Prefix.of(base, bits.intValue()));
    }
    return new Tree.PrefixOf(span, Scalar.PREFIX, address, length);
  }

  /// The operator of the typed tree.
  static Operator operator(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> Operator.ADD;
      case SUBTRACT -> Operator.SUBTRACT;
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
      case REMAINDER -> Operator.REMAINDER;
      case EQUAL -> Operator.EQUAL;
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case LESS -> Operator.LESS;
      case LESS_EQUAL -> Operator.LESS_EQUAL;
      case GREATER -> Operator.GREATER;
      case GREATER_EQUAL -> Operator.GREATER_EQUAL;
      case AND, OR -> throw new IllegalArgumentException("`&&` and `||` are no steps");
    };
  }
}
