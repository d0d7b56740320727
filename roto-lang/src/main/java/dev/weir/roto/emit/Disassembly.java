package dev.weir.roto.emit;

import dev.weir.roto.ir.Routine;
import dev.weir.roto.run.Places;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ConstantDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// JVM instructions as text, for people.
final class Disassembly {
  private final StringBuilder text = new StringBuilder();
  private final Map<Label, String> labels = new HashMap<>();

  private Disassembly() {}

  /// The method of a routine, and its pieces.
  static String of(List<byte[]> classes, Routine routine) {
    Disassembly disassembly = new Disassembly();
    for (byte[] octets : classes) {
      for (MethodModel method : ClassFile.of().parse(octets).methods()) {
        String name = method.methodName().stringValue();
        if (name.equals(routine.name()) || name.startsWith(routine.name() + Places.PIECE)) {
          disassembly.method(name, method);
        }
      }
    }
    return disassembly.text.toString();
  }

  private void method(String name, MethodModel method) {
    text.append(name).append(method.methodType().stringValue()).append('\n');
    method
        .code()
        .ifPresent(code ->
            code.forEach(element -> {
              switch (element) {
                case LabelTarget target -> text.append(label(target.label())).append(":\n");
                case LineNumber line -> text.append("  // line ").append(line.line()).append('\n');
                case Instruction instruction -> instruction(instruction);
                default -> {}
              }
            }));
  }

  private String label(Label label) {
    return labels.computeIfAbsent(label, _ -> "L" + labels.size());
  }

  private void instruction(Instruction instruction) {
    String operands =
        switch (instruction) {
          case LoadInstruction load -> " " + load.slot();
          case StoreInstruction store -> " " + store.slot();
          case IncrementInstruction increment ->
              " " + increment.slot() + " " + increment.constant();
          case ConstantInstruction.IntrinsicConstantInstruction _ -> "";
          case ConstantInstruction constant -> " " + shown(constant.constantValue());
          case BranchInstruction branch -> " " + label(branch.target());
          case FieldInstruction field ->
              " " + field.owner().asInternalName() + "." + field.name().stringValue();
          case InvokeInstruction call ->
              " "
                  + call.owner().asInternalName()
                  + "."
                  + call.name().stringValue()
                  + call.type().stringValue();
          case InvokeDynamicInstruction call ->
              " " + call.name().stringValue() + call.type().stringValue();
          case TypeCheckInstruction check -> " " + check.type().asInternalName();
          case TableSwitchInstruction choice ->
              " of " + choice.cases().size() + ", else " + label(choice.defaultTarget());
          case LookupSwitchInstruction choice ->
              " of " + choice.cases().size() + ", else " + label(choice.defaultTarget());
          default -> "";
        };
    String name = instruction.opcode().name().toLowerCase(java.util.Locale.ROOT);
    text.append("  ").append(name).append(operands).append('\n');
  }

  private static String shown(ConstantDesc constant) {
    String value = constant instanceof String words ? '"' + words + '"' : constant.toString();
    return value.length() > 80 ? value.substring(0, 77) + "..." : value;
  }
}
