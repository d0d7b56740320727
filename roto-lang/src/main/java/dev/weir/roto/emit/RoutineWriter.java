package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Layout;
import dev.weir.roto.ir.Node;
import dev.weir.roto.ir.Routine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/// Writes one routine: its values. What decides and what jumps is written by [ControlWriter].
///
/// After a node has been written, what lay on the stack before is still there, and on top of it the
/// node's value if it has a form, or else nothing.
final class RoutineWriter implements Opcodes {
  private static final int LONGEST_TEXT = 65_535;

  private final ClassPart part;
  private final Routine routine;
  private final Assembler out;
  private final ControlWriter control;
  private final CallWriter calls;

  RoutineWriter(ClassPart part, Routine routine, Assembler out) {
    this.part = part;
    this.routine = routine;
    this.out = out;
    Budget budget = Budget.of(routine, out, part.parts().options());
    this.control = new ControlWriter(this, out, budget);
    this.calls = new CallWriter(this, part, out, budget);
  }

  void write() {
    routine.parameters().forEach(out::parameter);
    value(routine.body());
    if (out.isReachable()) {
      // Only where the checker has excluded that control comes here.
      out.invoke(
          INVOKESTATIC,
          "dev/weir/roto/run/Arithmetic",
          "unreachable",
          "()Ldev/weir/roto/run/ScriptException;");
      out.fail();
    }
    out.end();
  }

  ControlWriter control() {
    return control;
  }

  /// Writes a node.
  void value(Node node) {
    int depth = out.stack().size();
    write(node);
    out.settle(depth, node.form());
  }

  /// Writes a node whose value is not wanted.
  void effect(Node node) {
    value(node);
    drop(node.form());
  }

  private void drop(Form form) {
    if (!form.isVoid()) {
      out.op(form.kind().slots() == 2 ? POP2 : POP);
      out.settle(out.stack().size() - 1, Form.VOID);
    }
  }

  private void write(Node node) {
    switch (node) {
      case Node.Constant constant -> constant(constant.form(), constant.value());
      case Node.Datum datum -> part.datum(out, datum.value(), datum.form());
      case Node.ScriptConstant constant -> part.constant(out, constant.index(), constant.form());
      case Node.Get get -> out.load(get.variable());
      case Node.Context _ -> calls.context();
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Node.Convert convert -> {
        value(convert.operand());
        convert(convert.conversion(), convert.form());
      }
      case Node.Concat concat -> calls.concat(concat);
      case Node.Condition condition -> control.materialise(condition);
      case Node.Construct construct -> construct(construct);
      case Node.With with -> with(with);
      case Node.Field field -> field(field);
      case Node.Cast cast -> {
        value(cast.operand());
        out.type(CHECKCAST, cast.form().className());
      }
      case Node.Box box -> {
        value(box.operand());
        box(box.operand().form());
      }
      case Node.Unbox unbox -> {
        value(unbox.operand());
        unbox(unbox.form());
      }
      case Node.ArrayOf array -> array(array);
      case Node.Invoke invoke -> calls.invoke(invoke);
      case Node.Call call -> calls.call(call);
      case Node.CallHost call -> calls.host(call);
      case Node.At at -> {
        out.mark(at.span());
        value(at.node());
      }
      case Node.Sequence sequence -> sequence(sequence);
      default -> control.write(node);
    }
  }

  private void sequence(Node.Sequence sequence) {
    List<Node> nodes = sequence.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (i == nodes.size() - 1 && !sequence.form().isVoid()) {
        value(nodes.get(i));
      } else {
        effect(nodes.get(i));
      }
    }
  }

  private void constant(Form form, @Nullable Object value) {
    switch (value) {
      case null -> out.op(ACONST_NULL);
      case Boolean truth -> out.number(truth ? 1 : 0);
      case Integer number -> out.number(number);
      case Long number -> number(number);
      case String text
          when text.length() > LONGEST_TEXT / 3
              && text.getBytes(StandardCharsets.UTF_8).length * 2L > LONGEST_TEXT ->
          part.datum(out, text, form);
      default -> out.constant(value);
    }
  }

  private void number(long value) {
    if (value == 0 || value == 1) {
      out.op(value == 0 ? LCONST_0 : LCONST_1);
    } else if (value == (short) value) {
      out.number((int) value);
      out.op(I2L);
    } else {
      out.constant(value);
    }
  }

  private void arithmetic(Node.Arithmetic arithmetic) {
    Form form = arithmetic.form();
    int depth = out.stack().size();
    value(arithmetic.first());
    for (Node.Step step : arithmetic.steps()) {
      Node operand = step.operand();
      if (operand != null) {
        value(operand);
      }
      Node.Conversion conversion = step.conversion();
      Node.Operator operator = step.operator();
      if (conversion != null) {
        convert(conversion, form);
      } else if (operator != null) {
        out.typed(opcode(operator), form);
      } else {
        Node.Method method = java.util.Objects.requireNonNull(step.method());
        out.mark(step.span());
        out.invoke(INVOKESTATIC, method.owner(), method.name(), method.descriptor());
      }
      out.settle(depth, form);
    }
  }

  private static int opcode(Node.Operator operator) {
    return switch (operator) {
      case ADD -> IADD;
      case SUBTRACT -> ISUB;
      case MULTIPLY -> IMUL;
      case DIVIDE -> IDIV;
      case REMAINDER -> IREM;
      case AND -> IAND;
      case OR -> IOR;
      case XOR -> IXOR;
    };
  }

  private void convert(Node.Conversion conversion, Form form) {
    switch (conversion) {
      case NEGATE -> out.typed(INEG, form);
      case TO_I8 -> out.op(I2B);
      case TO_I16 -> out.op(I2S);
      case TO_U16 -> out.op(I2C);
      case TO_U8 -> {
        out.number(0xff);
        out.op(IAND);
      }
      case EXTEND -> out.op(I2L);
      case EXTEND_UNSIGNED -> {
        out.op(I2L);
        out.constant(0xffff_ffffL);
        out.op(LAND);
      }
      case WRAP -> out.op(L2I);
    }
  }

  // ---- objects ----------------------------------------------------------------------------------

  private void construct(Node.Construct construct) {
    Layout layout = construct.layout();
    List<Layout.Place> places = layout.variants().get(construct.variant());
    if (layout.tagged() && construct.fields().stream().allMatch(field -> field.form().isVoid())) {
      construct.fields().forEach(this::effect);
      part.datum(out, part.parts().shapes().bare(layout, construct.variant()), layout.form());
      return;
    }
    int[] slots = new int[construct.fields().size()];
    for (int i = 0; i < slots.length; i++) {
      Node field = construct.fields().get(i);
      value(field);
      if (places.get(i).kind() >= 0 && !field.form().isVoid()) {
        slots[i] = out.reserve(field.form());
        out.store(field.form(), slots[i]);
        out.settle(out.stack().size() - 1, Form.VOID);
      } else {
        drop(field.form());
      }
    }
    if (layout.isWide()) {
      wide(construct, slots);
      return;
    }
    for (int kind = 0; kind < 5; kind++) {
      int given = 0;
      if (kind == 0 && layout.tagged()) {
        out.number(construct.variant());
        given++;
      }
      for (int i = 0; i < slots.length; i++) {
        if (places.get(i).kind() == kind) {
          out.load(construct.fields().get(i).form(), slots[i]);
          given++;
        }
      }
      for (; given < layout.counts().get(kind); given++) {
        out.zero(kindForm(kind));
      }
    }
    make(layout);
  }

  /// Makes an object and sets its fields one by one.
  private void wide(Node.Construct construct, int[] slots) {
    Layout layout = construct.layout();
    make(layout);
    if (layout.tagged()) {
      out.op(DUP);
      out.number(construct.variant());
      set(layout, Layout.TAG);
    }
    for (int i = 0; i < slots.length; i++) {
      Layout.Place place = layout.variants().get(construct.variant()).get(i);
      Form form = construct.fields().get(i).form();
      if (place.kind() >= 0 && !form.isVoid()) {
        out.op(DUP);
        out.load(form, slots[i]);
        set(layout, place);
      }
    }
  }

  private void set(Layout layout, Layout.Place place) {
    out.field(PUTFIELD, layout.className(), place.name(), place.descriptor());
  }

  private void make(Layout layout) {
    out.invoke(INVOKESTATIC, layout.className(), "make", ShapeClasses.makeDescriptor(layout));
  }

  private static Form kindForm(int kind) {
    return List.of(Form.INT, Form.LONG, Form.FLOAT, Form.DOUBLE, Form.OBJECT).get(kind);
  }

  private void with(Node.With with) {
    Layout layout = with.layout();
    value(with.value());
    Form form = with.value().form();
    int slot = out.reserve(form);
    out.store(form, slot);
    if (layout.isWide()) {
      out.load(with.record());
      out.invoke(INVOKESTATIC, layout.className(), "copy", ShapeClasses.copyDescriptor(layout));
      out.op(DUP);
      out.load(form, slot);
      set(layout, with.place());
      return;
    }
    for (int kind = 0; kind < 5; kind++) {
      for (int i = 0; i < layout.counts().get(kind); i++) {
        if (with.place().kind() == kind && with.place().index() == i) {
          out.load(form, slot);
        } else {
          Layout.Place place = new Layout.Place(kind, i, kindForm(kind));
          out.load(with.record());
          out.field(GETFIELD, layout.className(), place.name(), place.descriptor());
        }
      }
    }
    make(layout);
  }

  private void field(Node.Field field) {
    value(field.object());
    Layout.Place place = field.place();
    out.field(GETFIELD, field.layout().className(), place.name(), place.descriptor());
    Form form = field.form();
    if (form.isReference() && !form.equals(Form.OBJECT)) {
      out.type(CHECKCAST, form.className());
    }
  }

  private void box(Form form) {
    switch (form.kind()) {
      case BOOLEAN -> valueOf("java/lang/Boolean", "Z");
      case INT -> valueOf("java/lang/Integer", "I");
      case LONG -> valueOf("java/lang/Long", "J");
      case FLOAT -> valueOf("java/lang/Float", "F");
      case DOUBLE -> valueOf("java/lang/Double", "D");
      default -> {}
    }
  }

  private void valueOf(String owner, String descriptor) {
    out.invoke(INVOKESTATIC, owner, "valueOf", "(" + descriptor + ")L" + owner + ";");
  }

  private void unbox(Form form) {
    switch (form.kind()) {
      case BOOLEAN -> valueIn("java/lang/Boolean", "booleanValue", "Z");
      case INT -> valueIn("java/lang/Integer", "intValue", "I");
      case LONG -> valueIn("java/lang/Long", "longValue", "J");
      case FLOAT -> valueIn("java/lang/Float", "floatValue", "F");
      case DOUBLE -> valueIn("java/lang/Double", "doubleValue", "D");
      default -> out.type(CHECKCAST, form.className());
    }
  }

  private void valueIn(String owner, String name, String descriptor) {
    out.type(CHECKCAST, owner);
    out.invoke(INVOKEVIRTUAL, owner, name, "()" + descriptor);
  }

  private void array(Node.ArrayOf array) {
    Form element = array.element();
    out.number(array.elements().size());
    out.newArray(element);
    out.push(array.form());
    for (int i = 0; i < array.elements().size(); i++) {
      Node node = array.elements().get(i);
      out.op(DUP);
      out.push(array.form());
      out.number(i);
      out.push(Form.INT);
      value(node);
      out.op(storeOpcode(element));
      out.settle(out.stack().size() - (node.form().isVoid() ? 2 : 3), Form.VOID);
    }
    out.settle(out.stack().size() - 1, Form.VOID);
  }

  private static int storeOpcode(Form element) {
    return switch (element.kind()) {
      case BOOLEAN -> BASTORE;
      case LONG -> LASTORE;
      case FLOAT -> FASTORE;
      case DOUBLE -> DASTORE;
      case REFERENCE -> AASTORE;
      default -> IASTORE;
    };
  }
}
