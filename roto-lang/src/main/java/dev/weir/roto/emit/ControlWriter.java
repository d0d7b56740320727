package dev.weir.roto.emit;

import dev.weir.roto.ir.Analysis;
import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Writes what decides and what jumps.
final class ControlWriter implements Opcodes {
  /// A place that control can go to.
  ///
  /// @param depth how much lies on the stack there
  /// @param loops how many loops are around it
  private record Place(Label label, int depth, int loops) {}

  private static final int FEW = 8;

  private final RoutineWriter values;
  private final Assembler out;
  private final Budget budget;
  private final Map<Node.Target, Place> places = new IdentityHashMap<>();

  ControlWriter(RoutineWriter values, Assembler out, Budget budget) {
    this.values = values;
    this.out = out;
    this.budget = budget;
  }

  void write(Node node) {
    switch (node) {
      case Node.Put put -> put(put);
      case Node.If branches -> branches(branches);
      case Node.Switch choice -> choice(choice);
      case Node.Select select -> select(select);
      case Node.Labelled(Node.Target target, Node.Loop loop) -> loop(target, loop);
      case Node.Labelled labelled -> {
        Label label = declare(labelled.target());
        values.effect(labelled.body());
        out.label(label);
      }
      case Node.Loop loop -> loop(new Node.Target(), loop);
      case Node.Leave leave -> leave(leave.target());
      case Node.Return end -> end(end);
      case Node.Throw fault -> {
        values.value(fault.exception());
        out.fail();
      }
      case Node.Charge charge -> budget.charge(charge.cost());
      default -> throw new IllegalStateException("no code for " + node);
    }
  }

  private void put(Node.Put put) {
    values.value(put.value());
    if (!put.value().form().isVoid()) {
      out.store(put.variable());
    }
  }

  private Label declare(Node.Target target) {
    Label label = new Label();
    places.put(target, new Place(label, out.stack().size(), budget.loops()));
    return label;
  }

  private void leave(Node.Target target) {
    Place place = places.get(target);
    if (place == null) {
      throw new IllegalStateException("a jump to nowhere");
    }
    if (place.loops() == 0) {
      budget.flush();
    } else if (place.loops() < budget.loops()) {
      budget.settle();
    }
    out.dropTo(place.depth());
    out.jump(GOTO, place.label());
  }

  private void end(Node.Return end) {
    Node value = end.value();
    if (value != null) {
      values.value(value);
    }
    budget.flush();
    out.leave(value == null ? Form.VOID : value.form());
  }

  // ---- loops ------------------------------------------------------------------------------------

  /// HotSpot replaces a running loop by compiled code only where the stack is empty, so what lies
  /// there is put into variables.
  private void loop(Node.Target target, Node.Loop loop) {
    List<Form> kept = List.copyOf(out.stack());
    int[] slots = new int[kept.size()];
    for (int i = kept.size() - 1; i >= 0; i--) {
      slots[i] = out.reserve(kept.get(i));
      out.store(kept.get(i), slots[i]);
    }
    out.settle(0, Form.VOID);
    Label end = declare(target);
    turns(loop);
    out.label(end);
    for (int i = 0; i < slots.length; i++) {
      out.load(kept.get(i), slots[i]);
      out.push(kept.get(i));
    }
  }

  private void turns(Node.Loop loop) {
    budget.enter();
    budget.turns(
        1 + Analysis.cost(loop.body()),
        Analysis.isUncounted(loop.body()),
        () -> values.effect(loop.body()));
    budget.exit();
  }

  // ---- branches ---------------------------------------------------------------------------------

  private void branches(Node.If node) {
    int depth = out.stack().size();
    Label end = new Label();
    for (Node.Branch branch : node.branches()) {
      Label next = new Label();
      jump(branch.condition(), false, next);
      result(branch.body(), node.form());
      out.jump(GOTO, end);
      out.settle(depth, Form.VOID);
      out.label(next);
    }
    result(node.otherwise(), node.form());
    out.label(end);
  }

  private void result(Node body, Form form) {
    if (form.isVoid()) {
      values.effect(body);
    } else {
      values.value(body);
    }
  }

  private void choice(Node.Switch node) {
    one(node.selector());
    List<Node.Case> cases = new ArrayList<>(node.cases());
    Label[] labels = cases.stream().map(_ -> new Label()).toArray(Label[]::new);
    Label otherwise = new Label();
    Label end = new Label();
    if (isFew(cases)) {
      oneByOne(cases, labels, otherwise);
    } else {
      cases.sort(Comparator.comparingInt(Node.Case::key));
      out.choose(cases.stream().mapToInt(Node.Case::key).toArray(), labels, otherwise);
    }
    for (int i = 0; i < labels.length; i++) {
      out.label(labels[i]);
      values.effect(cases.get(i).body());
      out.jump(GOTO, end);
    }
    out.label(otherwise);
    values.effect(node.otherwise());
    out.label(end);
  }

  /// Whether the cases are few and far between. HotSpot makes a search of a switch over them, which
  /// asks whether the number is less than one of them; a processor cannot foresee that, as it can
  /// that a number is none of a few.
  private static boolean isFew(List<Node.Case> cases) {
    IntSummaryStatistics keys = cases.stream().mapToInt(Node.Case::key).summaryStatistics();
    return cases.size() <= FEW && (long) keys.getMax() - keys.getMin() >= 2L * cases.size();
  }

  private void oneByOne(List<Node.Case> cases, Label[] labels, Label otherwise) {
    int slot = out.reserve(Form.INT);
    out.store(Form.INT, slot);
    for (int i = 0; i < labels.length; i++) {
      out.load(Form.INT, slot);
      int key = cases.get(i).key();
      if (key == 0) {
        out.jump(IFEQ, labels[i]);
      } else {
        out.number(key);
        out.jump(IF_ICMPEQ, labels[i]);
      }
    }
    out.jump(GOTO, otherwise);
  }

  private void select(Node.Select node) {
    int depth = out.stack().size();
    List<Label> labels = new ArrayList<>();
    for (Node.Destination destination : node.destinations()) {
      labels.add(declare(destination.target()));
    }
    Label end = new Label();
    values.effect(node.decision());
    result(node.otherwise(), node.form());
    out.jump(GOTO, end);
    for (int i = 0; i < labels.size(); i++) {
      out.settle(depth, Form.VOID);
      out.label(labels.get(i));
      result(node.destinations().get(i).body(), node.form());
      out.jump(GOTO, end);
    }
    out.label(end);
  }

  // ---- conditions -------------------------------------------------------------------------------

  /// A condition as a value.
  void materialise(Node.Condition condition) {
    Label no = new Label();
    Label end = new Label();
    jump(condition, false, no);
    out.number(1);
    out.jump(GOTO, end);
    out.label(no);
    out.number(0);
    out.label(end);
  }

  /// Jumps if the condition is as wanted, and otherwise goes on.
  private void jump(Node condition, boolean wanted, Label label) {
    switch (condition) {
      case Node.Constant(_, Boolean value) -> {
        if (value == wanted) {
          out.jump(GOTO, label);
        }
      }
      case Node.At(var span, Node inner) -> {
        out.mark(span);
        jump(inner, wanted, label);
      }
      case Node.Not(Node operand) -> jump(operand, !wanted, label);
      case Node.Logic(boolean and, List<Node> operands) -> logic(and, operands, wanted, label);
      case Node.IsNull(Node operand) -> {
        one(operand);
        out.jump(wanted ? IFNULL : IFNONNULL, label);
      }
      case Node.IsInstance(Form of, Node operand) -> {
        one(operand);
        out.type(INSTANCEOF, of.className());
        out.jump(wanted ? IFNE : IFEQ, label);
      }
      case Node.Compare compare -> compare(compare, wanted, label);
      default -> {
        one(condition);
        out.jump(wanted ? IFNE : IFEQ, label);
      }
    }
  }

  private void one(Node operand) {
    int depth = out.stack().size();
    values.value(operand);
    out.settle(depth, Form.VOID);
  }

  private void logic(boolean and, List<Node> operands, boolean wanted, Label label) {
    if (and != wanted) {
      operands.forEach(operand -> jump(operand, wanted, label));
      return;
    }
    Label past = new Label();
    for (Node operand : operands.subList(0, operands.size() - 1)) {
      jump(operand, !wanted, past);
    }
    jump(operands.getLast(), wanted, label);
    out.label(past);
  }

  private void compare(Node.Compare compare, boolean wanted, Label label) {
    int depth = out.stack().size();
    Form form = compare.left().form();
    boolean zero =
        !compare.unsigned()
            && compare.right() instanceof Node.Constant(_, Integer number)
            && number == 0;
    values.value(compare.left());
    if (!zero) {
      values.value(compare.right());
    }
    out.settle(depth, Form.VOID);
    // How the opcodes are ordered: EQ, NE, LT, GE, GT, LE.
    Node.Comparison comparison = compare.comparison();
    int test = test(wanted ? comparison : opposite(comparison));
    boolean equality = test < 2;
    if (zero) {
      out.jump(IFEQ + test, label);
      return;
    }
    switch (form.kind()) {
      case LONG -> {
        if (compare.unsigned() && !equality) {
          out.invoke(INVOKESTATIC, "java/lang/Long", "compareUnsigned", "(JJ)I");
        } else {
          out.op(LCMP);
        }
        out.jump(IFEQ + test, label);
      }
      case FLOAT, DOUBLE -> {
        // NaN must make every comparison but != false.
        boolean less =
            comparison == Node.Comparison.LESS || comparison == Node.Comparison.LESS_EQUAL;
        boolean single = form.kind() == Form.Kind.FLOAT;
        out.op(less ? (single ? FCMPG : DCMPG) : single ? FCMPL : DCMPL);
        out.jump(IFEQ + test, label);
      }
      default -> {
        if (compare.unsigned() && !equality) {
          out.invoke(INVOKESTATIC, "java/lang/Integer", "compareUnsigned", "(II)I");
          out.jump(IFEQ + test, label);
        } else {
          out.jump(IF_ICMPEQ + test, label);
        }
      }
    }
  }

  private static int test(Node.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> 0;
      case NOT_EQUAL -> 1;
      case LESS -> 2;
      case GREATER_EQUAL -> 3;
      case GREATER -> 4;
      case LESS_EQUAL -> 5;
    };
  }

  private static Node.Comparison opposite(Node.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> Node.Comparison.NOT_EQUAL;
      case NOT_EQUAL -> Node.Comparison.EQUAL;
      case LESS -> Node.Comparison.GREATER_EQUAL;
      case GREATER_EQUAL -> Node.Comparison.LESS;
      case GREATER -> Node.Comparison.LESS_EQUAL;
      case LESS_EQUAL -> Node.Comparison.GREATER;
    };
  }
}
