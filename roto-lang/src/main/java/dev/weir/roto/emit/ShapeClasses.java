package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Layout;
import dev.weir.roto.run.Shape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// The classes of shapes, made when first needed and kept: there are only so many.
final class ShapeClasses implements Opcodes {
  private static final String SHAPE = "dev/weir/roto/run/Shape";
  private static final String VALUES = "dev/weir/roto/run/Values";
  private static final Object LOCK = new Object();

  private final Lookup lookup;
  private final Map<String, Object> bare = new HashMap<>();

  /// @param lookup with full access to the package `run`
  ShapeClasses(Lookup lookup) {
    this.lookup = lookup;
  }

  /// A lookup with full access to the package `run`.
  static Lookup runtime() {
    try {
      return MethodHandles.privateLookupIn(Shape.class, MethodHandles.lookup());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The class of a layout.
  Class<?> define(Layout layout) {
    String name = layout.className().replace('/', '.');
    synchronized (LOCK) {
      try {
        return Class.forName(name, true, Shape.class.getClassLoader());
      } catch (ClassNotFoundException absent) {
        try {
          return lookup.defineClass(bytes(layout));
        } catch (IllegalAccessException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
    }
  }

  /// What makes an object of a layout that is not wide: all fields by kinds.
  MethodHandle maker(Layout layout) {
    Class<?> type = define(layout);
    List<Class<?>> parameters = new ArrayList<>();
    Class<?>[] kinds = {int.class, long.class, float.class, double.class, Object.class};
    for (int kind = 0; kind < kinds.length; kind++) {
      for (int i = 0; i < layout.counts().get(kind); i++) {
        parameters.add(kinds[kind]);
      }
    }
    try {
      return lookup.findStatic(type, "make", MethodType.methodType(type, parameters));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What reads a field.
  MethodHandle getter(Layout layout, Layout.Place place) {
    Class<?>[] kinds = {int.class, long.class, float.class, double.class, Object.class};
    try {
      return lookup.findGetter(define(layout), place.name(), kinds[place.kind()]);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The one object for a variant without payload.
  Object bare(Layout layout, int variant) {
    synchronized (LOCK) {
      return bare.computeIfAbsent(
          layout.suffix() + "#" + variant,
          _ -> {
            if (layout.isWide()) {
              return wideBare(layout, variant);
            }
            List<Object> fields = new ArrayList<>();
            Object[] zeros = {0, 0L, 0f, 0d, null};
            for (int kind = 0; kind < zeros.length; kind++) {
              for (int i = 0; i < layout.counts().get(kind); i++) {
                fields.add(kind == 0 && i == 0 ? variant : zeros[kind]);
              }
            }
            try {
              return maker(layout).invokeWithArguments(fields);
            } catch (Throwable impossible) {
              throw new IllegalStateException(impossible);
            }
          });
    }
  }

  private Object wideBare(Layout layout, int variant) {
    try {
      Class<?> type = define(layout);
      Object made = lookup.findStatic(type, "make", MethodType.methodType(type)).invoke();
      lookup.findVarHandle(type, Layout.TAG.name(), int.class).set(made, variant);
      return made;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The descriptor of the static method that copies an object of a wide layout.
  static String copyDescriptor(Layout layout) {
    return "(" + layout.form().descriptor() + ")" + layout.form().descriptor();
  }

  /// The descriptor of the static method that makes an object.
  static String makeDescriptor(Layout layout) {
    return layout.constructor().replace(")V", ")" + layout.form().descriptor());
  }

  // ---- the class --------------------------------------------------------------------------------

  private static List<Layout.Place> places(Layout layout) {
    Form[] forms = {Form.INT, Form.LONG, Form.FLOAT, Form.DOUBLE, Form.OBJECT};
    List<Layout.Place> all = new ArrayList<>();
    for (int kind = 0; kind < forms.length; kind++) {
      for (int i = 0; i < layout.counts().get(kind); i++) {
        all.add(new Layout.Place(kind, i, forms[kind]));
      }
    }
    return all;
  }

  private static byte[] bytes(Layout layout) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected String getCommonSuperClass(String a, String b) {
            return "java/lang/Object";
          }
        };
    String name = layout.className();
    writer.visit(V21, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, SHAPE, null);
    List<Layout.Place> places = places(layout);
    boolean wide = layout.isWide();
    for (Layout.Place place : places) {
      writer.visitField(
          wide ? ACC_PUBLIC : ACC_PUBLIC | ACC_FINAL, place.name(), place.descriptor(), null, null);
    }
    constructor(writer, layout, wide ? List.of() : places);
    make(writer, layout, wide ? List.of() : places);
    if (wide) {
      copy(writer, layout, places);
    }
    equality(writer, name, places);
    hash(writer, name, places);
    freeze(writer, name, places);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void finish(MethodVisitor method) {
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static int load(MethodVisitor method, Layout.Place place, int slot) {
    int[] opcodes = {ILOAD, LLOAD, FLOAD, DLOAD, ALOAD};
    method.visitVarInsn(opcodes[place.kind()], slot);
    return slot + place.form().kind().slots();
  }

  private static void constructor(ClassWriter writer, Layout layout, List<Layout.Place> places) {
    MethodVisitor method = writer.visitMethod(0, "<init>", layout.constructor(), null, null);
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    method.visitMethodInsn(INVOKESPECIAL, SHAPE, "<init>", "()V", false);
    int slot = 1;
    for (Layout.Place place : places) {
      method.visitVarInsn(ALOAD, 0);
      slot = load(method, place, slot);
      method.visitFieldInsn(PUTFIELD, layout.className(), place.name(), place.descriptor());
    }
    method.visitInsn(RETURN);
    finish(method);
  }

  private static void make(ClassWriter writer, Layout layout, List<Layout.Place> places) {
    MethodVisitor method =
        writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "make", makeDescriptor(layout), null, null);
    method.visitCode();
    method.visitTypeInsn(NEW, layout.className());
    method.visitInsn(DUP);
    int slot = 0;
    for (Layout.Place place : places) {
      slot = load(method, place, slot);
    }
    method.visitMethodInsn(
        INVOKESPECIAL, layout.className(), "<init>", layout.constructor(), false);
    method.visitInsn(ARETURN);
    finish(method);
  }

  private static void copy(ClassWriter writer, Layout layout, List<Layout.Place> places) {
    String name = layout.className();
    MethodVisitor method =
        writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "copy", copyDescriptor(layout), null, null);
    method.visitCode();
    method.visitMethodInsn(INVOKESTATIC, name, "make", makeDescriptor(layout), false);
    for (Layout.Place place : places) {
      method.visitInsn(DUP);
      method.visitVarInsn(ALOAD, 0);
      method.visitFieldInsn(GETFIELD, name, place.name(), place.descriptor());
      method.visitFieldInsn(PUTFIELD, name, place.name(), place.descriptor());
    }
    method.visitInsn(ARETURN);
    finish(method);
  }

  private static void equality(ClassWriter writer, String name, List<Layout.Place> places) {
    MethodVisitor method =
        writer.visitMethod(ACC_PUBLIC, "equals", "(Ljava/lang/Object;)Z", null, null);
    method.visitCode();
    Label no = new Label();
    method.visitVarInsn(ALOAD, 1);
    method.visitTypeInsn(INSTANCEOF, name);
    method.visitJumpInsn(IFEQ, no);
    method.visitVarInsn(ALOAD, 1);
    method.visitTypeInsn(CHECKCAST, name);
    method.visitVarInsn(ASTORE, 2);
    for (Layout.Place place : places) {
      method.visitVarInsn(ALOAD, 0);
      method.visitFieldInsn(GETFIELD, name, place.name(), place.descriptor());
      method.visitVarInsn(ALOAD, 2);
      method.visitFieldInsn(GETFIELD, name, place.name(), place.descriptor());
      switch (place.kind()) {
        case 0 -> method.visitJumpInsn(IF_ICMPNE, no);
        case 4 -> {
          method.visitMethodInsn(
              INVOKESTATIC, VALUES, "equal", "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
          method.visitJumpInsn(IFEQ, no);
        }
        default -> {
          method.visitInsn(place.kind() == 1 ? LCMP : place.kind() == 2 ? FCMPL : DCMPL);
          method.visitJumpInsn(IFNE, no);
        }
      }
    }
    method.visitInsn(ICONST_1);
    method.visitInsn(IRETURN);
    method.visitLabel(no);
    method.visitInsn(ICONST_0);
    method.visitInsn(IRETURN);
    finish(method);
  }

  private static void hash(ClassWriter writer, String name, List<Layout.Place> places) {
    String[] boxes = {"Integer", "Long", "Float", "Double"};
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "hashCode", "()I", null, null);
    method.visitCode();
    method.visitInsn(ICONST_1);
    for (Layout.Place place : places) {
      method.visitIntInsn(BIPUSH, 31);
      method.visitInsn(IMUL);
      method.visitVarInsn(ALOAD, 0);
      method.visitFieldInsn(GETFIELD, name, place.name(), place.descriptor());
      if (place.kind() < boxes.length) {
        String owner = "java/lang/" + boxes[place.kind()];
        method.visitMethodInsn(
            INVOKESTATIC, owner, "valueOf", "(" + place.descriptor() + ")L" + owner + ";", false);
      }
      method.visitMethodInsn(INVOKESTATIC, VALUES, "hash", "(Ljava/lang/Object;)I", false);
      method.visitInsn(IADD);
    }
    method.visitInsn(IRETURN);
    finish(method);
  }

  private static void freeze(ClassWriter writer, String name, List<Layout.Place> places) {
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, "freeze", "()V", null, null);
    method.visitCode();
    for (Layout.Place place : places) {
      if (place.kind() == 4) {
        method.visitVarInsn(ALOAD, 0);
        method.visitFieldInsn(GETFIELD, name, place.name(), place.descriptor());
        method.visitMethodInsn(INVOKESTATIC, VALUES, "freeze", "(Ljava/lang/Object;)V", false);
      }
    }
    method.visitInsn(RETURN);
    finish(method);
  }
}
