package dev.weir.roto.host;

import dev.weir.roto.library.Forms;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.library.HostLayout.HostVariant;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.OpaqueBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Bodies and layouts of the Java records, enums and sealed interfaces that a host registers.
///
/// A record keeps its components as fields; a Java enum has a variant without payload for each
/// constant; a sealed interface has a variant for each of its records, with the components as
/// payload. Every other class is opaque.
final class HostLayouts {
  private final HostTypes types;
  private final Access access;

  HostLayouts(HostTypes types, Access access) {
    this.types = types;
    this.access = access;
  }

  /// Whether scripts see a class as an enum of its records.
  static boolean isSumOfRecords(Class<?> javaClass) {
    return javaClass.isSealed()
        && javaClass.isInterface()
        && Stream.of(javaClass.getPermittedSubclasses()).allMatch(Class::isRecord);
  }

  /// Gives the type its body, and tells how its values are made; null for an opaque one.
  @Nullable HostLayout define(TypeDefinition definition, Class<?> javaClass)
      throws IllegalAccessException {
    if (javaClass.isRecord()) {
      List<Type.Field> fields = new ArrayList<>();
      for (RecordComponent component : javaClass.getRecordComponents()) {
        fields.add(
            new Type.Field(
                Names.check(Names.of(component, Names.snake(component.getName()))),
                type(component)));
      }
      definition.define(new RecordBody(fields));
      return new HostLayout(List.of(record(javaClass)), noTag());
    }
    if (javaClass.isEnum()) {
      return constants(definition, javaClass);
    }
    if (isSumOfRecords(javaClass)) {
      return records(definition, javaClass);
    }
    definition.define(new OpaqueBody());
    return null;
  }

  private static MethodHandle noTag() {
    return MethodHandles.dropArguments(MethodHandles.constant(int.class, 0), 0, Object.class);
  }

  private HostLayout constants(TypeDefinition definition, Class<?> javaClass) {
    List<Variant> variants = new ArrayList<>();
    List<HostVariant> layouts = new ArrayList<>();
    for (Object constant : javaClass.getEnumConstants()) {
      variants.add(constant((Enum<?>) constant));
      layouts.add(new HostVariant(MethodHandles.constant(Object.class, constant), List.of()));
    }
    definition.define(new EnumBody(variants));
    MethodHandle ordinal = Handles.find(MethodHandles.lookup(), "ordinal", int.class, Object.class);
    return new HostLayout(layouts, ordinal);
  }

  private static Variant constant(Enum<?> constant) {
    try {
      Field field = constant.getDeclaringClass().getField(constant.name());
      String name = Names.check(Names.of(field, Names.variant(constant.name())));
      return new Variant(name, List.of(), Names.documentation(field));
    } catch (NoSuchFieldException missing) {
      throw new LinkageError(constant.name(), missing);
    }
  }

  private HostLayout records(TypeDefinition definition, Class<?> javaClass)
      throws IllegalAccessException {
    List<Variant> variants = new ArrayList<>();
    List<HostVariant> layouts = new ArrayList<>();
    Class<?>[] records = javaClass.getPermittedSubclasses();
    for (Class<?> record : records) {
      List<Type> payload = new ArrayList<>();
      for (RecordComponent component : record.getRecordComponents()) {
        payload.add(type(component));
      }
      String name = Names.check(Names.of(record, record.getSimpleName()));
      variants.add(new Variant(name, payload, Names.documentation(record)));
      layouts.add(record(record));
    }
    definition.define(new EnumBody(variants));
    return new HostLayout(layouts, tag(records));
  }

  /// From a value to the index of its class: one test of the class after the other.
  private static MethodHandle tag(Class<?>[] records) {
    MethodHandle isInstance =
        Handles.find(
            MethodHandles.lookup(), "isInstance", boolean.class, Class.class, Object.class);
    MethodHandle chain = index(records.length - 1);
    for (int i = records.length - 2; i >= 0; i--) {
      chain = MethodHandles.guardWithTest(isInstance.bindTo(records[i]), index(i), chain);
    }
    return chain;
  }

  private static MethodHandle index(int i) {
    return MethodHandles.dropArguments(MethodHandles.constant(int.class, i), 0, Object.class);
  }

  private HostVariant record(Class<?> record) throws IllegalAccessException {
    RecordComponent[] components = record.getRecordComponents();
    MethodHandle[] intake = new MethodHandle[components.length];
    Class<?>[] raw = new Class<?>[components.length];
    List<MethodHandle> getters = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      JavaType java = JavaType.of(components[i].getAnnotatedType());
      Type type = type(components[i]);
      raw[i] = java.raw();
      intake[i] = fitting(ToHost.of(type, java), type, java);
      MethodHandle out = fitting(ToScript.of(type, java), type, java);
      MethodHandle accessor = access.method(components[i].getAccessor());
      getters.add(
          MethodHandles.filterReturnValue(accessor, out)
              .asType(MethodType.methodType(Forms.of(type), Object.class)));
    }
    try {
      MethodHandle constructor = access.constructor(record.getDeclaredConstructor(raw));
      MethodHandle made = MethodHandles.filterArguments(constructor, 0, intake);
      return new HostVariant(made.asType(made.type().changeReturnType(Object.class)), getters);
    } catch (NoSuchMethodException missing) {
      throw new LinkageError(record.getName(), missing);
    }
  }

  private static MethodHandle fitting(@Nullable MethodHandle found, Type type, JavaType java) {
    if (found == null) {
      throw new IllegalArgumentException(java + " does not go with " + type);
    }
    return found;
  }

  private Type type(RecordComponent component) {
    try {
      return types.of(JavaType.of(component.getAnnotatedType()));
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(
          "component `" + component.getName() + "`: " + none.getMessage(), none);
    }
  }

  static int ordinal(Object constant) {
    return ((Enum<?>) constant).ordinal();
  }

  static boolean isInstance(Class<?> type, Object value) {
    return type.isInstance(value);
  }
}
