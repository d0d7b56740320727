package dev.weir.roto.emit;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// Objects that implement an interface by a method handle.
///
/// Each gets a hidden class of its own, in which the handle is a constant: HotSpot sees through the
/// interface, through the class and through the handle, and inlines what is behind. (An object of
/// `MethodHandleProxies` keeps its handle in a field, behind which HotSpot cannot see.) The class
/// goes when the object does.
public final class Handles {
  private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";
  private static final String CLASS_DATA =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)"
          + "Ljava/lang/Object;";

  private Handles() {}

  /// An object whose one method is the handle.
  ///
  /// @param lookup of a class that can see the interface, and in whose package the new one lives
  /// @param shape the interface
  /// @param method the one that is abstract
  /// @param target of the exact type of the method
  /// @throws IllegalAccessException if the lookup may not define classes or see the interface
  public static <F> F implement(Lookup lookup, Class<F> shape, Method method, MethodHandle target)
      throws IllegalAccessException {
    String home = lookup.lookupClass().getPackageName().replace('.', '/');
    String name = (home.isEmpty() ? "" : home + "/") + "Script$" + shape.getSimpleName();
    byte[] octets = write(name, shape, method);
    Lookup made = lookup.defineHiddenClassWithClassData(octets, target, true);
    try {
      MethodHandle constructor =
          made.findConstructor(made.lookupClass(), MethodType.methodType(void.class));
      return shape.cast(constructor.invoke());
    } catch (IllegalAccessException refused) {
      throw refused;
    } catch (Throwable failed) {
      throw new LinkageError("an object for " + shape.getName(), failed);
    }
  }

  private static byte[] write(String name, Class<?> shape, Method method) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V25,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(shape)});
    MethodVisitor constructor = writer.visitMethod(0, ConstantDescs.INIT_NAME, "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Object", ConstantDescs.INIT_NAME, "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    call(writer, method);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void call(ClassWriter writer, Method method) {
    String descriptor = Type.getMethodDescriptor(method);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), descriptor, null, null);
    code.visitCode();
    code.visitLdcInsn(
        new ConstantDynamic(
            ConstantDescs.DEFAULT_NAME,
            "L" + METHOD_HANDLE + ";",
            new Handle(
                Opcodes.H_INVOKESTATIC,
                Type.getInternalName(MethodHandles.class),
                "classData",
                CLASS_DATA,
                false)));
    int slot = 1;
    for (Type parameter : Type.getArgumentTypes(method)) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
      slot += parameter.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, METHOD_HANDLE, "invokeExact", descriptor, false);
    code.visitInsn(Type.getReturnType(method).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
