package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Routine;
import dev.weir.roto.run.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/// One class of compiled code while it is written: its methods, and the objects that they name.
final class ClassPart implements Opcodes {
  /// How the class is called before it is hidden.
  static final String NAME = Places.CLASS_PREFIX.replace('.', '/');

  private static final String LINKER = "dev/weir/roto/run/Linker";
  private static final String LOOKUP = "Ljava/lang/invoke/MethodHandles$Lookup;";
  private static final Handle DATUM = value("datum");
  private static final Handle CONSTANT = value("constant");
  private static final Handle HOST = site("host");
  private static final Handle ROUTINE = site("routine");

  /// What the class data begins with; see `Linker`.
  private static final int RESERVED = 2;

  /// A method whose places are known when the class has been written.
  private record Written(String name, String path, Assembler assembler, Routine routine) {}

  private final Parts parts;
  private final int number;
  private final ClassWriter writer;
  private final List<Object> data = new ArrayList<>();
  private final Map<Object, Integer> indexes = new IdentityHashMap<>();
  private final List<Written> methods = new ArrayList<>();

  ClassPart(Parts parts, int number) {
    this.parts = parts;
    this.number = number;
    this.writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected String getCommonSuperClass(String a, String b) {
            return "java/lang/Object";
          }
        };
    writer.visit(V21, ACC_FINAL | ACC_SYNTHETIC | ACC_SUPER, NAME, null, "java/lang/Object", null);
    writer.visitField(ACC_STATIC, Places.FIELD, "Ldev/weir/roto/run/Places;", null, null);
  }

  private static Handle value(String name) {
    return new Handle(
        H_INVOKESTATIC,
        LINKER,
        name,
        "(" + LOOKUP + "Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;",
        false);
  }

  private static Handle site(String name) {
    return new Handle(
        H_INVOKESTATIC,
        LINKER,
        name,
        "("
            + LOOKUP
            + "Ljava/lang/String;Ljava/lang/invoke/MethodType;I)Ljava/lang/invoke/CallSite;",
        false);
  }

  ClassWriter writer() {
    return writer;
  }

  Parts parts() {
    return parts;
  }

  void source(String name) {
    writer.visitSource(name, null);
  }

  /// Writes a method.
  void add(Routine routine) {
    Assembler assembler =
        new Assembler(
            writer.visitMethod(ACC_STATIC, routine.name(), routine.descriptor(), null, null),
            routine.source());
    new RoutineWriter(this, routine, assembler).write();
    methods.add(new Written(routine.name(), routine.path(), assembler, routine));
  }

  // ---- what methods name ------------------------------------------------------------------------

  private int index(Object datum) {
    Integer known = indexes.get(datum);
    if (known != null) {
      return known;
    }
    int index = RESERVED + data.size();
    data.add(datum);
    indexes.put(datum, index);
    return index;
  }

  /// An object, as a constant of the class.
  void datum(Assembler assembler, Object datum, Form form) {
    assembler.constant(new ConstantDynamic("datum", form.descriptor(), DATUM, index(datum)));
  }

  /// The value of a constant of the script.
  void constant(Assembler assembler, int index, Form form) {
    assembler.constant(new ConstantDynamic("constant", form.descriptor(), CONSTANT, index));
  }

  void host(Assembler assembler, Object handle, String descriptor) {
    assembler.dynamic("host", descriptor, HOST, index(handle));
  }

  void call(Assembler assembler, Routine routine) {
    int part = parts.part(routine);
    if (part == number) {
      assembler.invoke(INVOKESTATIC, NAME, routine.name(), routine.descriptor());
    } else {
      assembler.dynamic(routine.name(), routine.descriptor(), ROUTINE, part);
    }
  }

  // ---- the class --------------------------------------------------------------------------------

  /// The octets of the class.
  byte[] bytes() {
    var start = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    start.visitCode();
    start.visitLdcInsn(
        new ConstantDynamic("places", "Ldev/weir/roto/run/Places;", DATUM, RESERVED + data.size()));
    start.visitFieldInsn(PUTSTATIC, NAME, Places.FIELD, "Ldev/weir/roto/run/Places;");
    start.visitInsn(RETURN);
    start.visitMaxs(0, 0);
    start.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /// The class data, after the octets have been made.
  List<Object> classData(Object[] constants, Object[] lookups) {
    List<Object> all = new ArrayList<>();
    all.add(constants);
    all.add(lookups);
    all.addAll(data);
    all.add(places());
    return all;
  }

  private Places places() {
    Map<String, Places.Method> map = new HashMap<>();
    for (Written method : methods) {
      List<Integer> offsets =
          method.assembler().marks().stream().map(label -> label.getOffset()).toList();
      map.put(
          method.name(),
          new Places.Method(
              method.path(), method.routine().source(), offsets, method.assembler().spans()));
    }
    return new Places(map);
  }
}
