package dev.weir.roto.host;

import dev.weir.roto.emit.ValueLayouts;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.library.HostLayout.HostVariant;
import dev.weir.roto.run.RotoList;
import dev.weir.roto.run.Unit;
import dev.weir.roto.run.Values;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Handles that make Java values of the values of scripts.
///
/// Whatever has one form on both sides goes over as it is; the handle is then the identity, which
/// costs nothing. Lists are copied. Payloads are converted one by one.
final class ToHost {
  private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
  private static final MethodHandle OPTIONAL =
      Handles.find(HERE, "optional", Optional.class, MethodHandle.class, Object.class);
  private static final MethodHandle NULLABLE =
      Handles.find(HERE, "nullable", Object.class, MethodHandle.class, Object.class);
  private static final MethodHandle LIST =
      Handles.find(HERE, "list", List.class, MethodHandle.class, RotoList.class);
  private static final MethodHandle VARIANT =
      Handles.find(
          HERE, "variant", Object.class, VariantReader[].class, MethodHandle.class, Object.class);
  private static final MethodHandle LAZY =
      Handles.find(HERE, "lazy", Object.class, LazyConversion.class, Object.class);
  private static final MethodHandle CONSTANT = MethodHandles.arrayElementGetter(Object[].class);
  private static final MethodHandle IS_ZERO =
      Handles.find(HERE, "isZero", boolean.class, int.class);

  private ToHost() {}

  /// From the form of the type (of a result, so `void` for `()`) to the Java type; null if the
  /// types do not go together.
  static @Nullable MethodHandle ofResult(Type type, JavaType java) {
    if (!Forms.isEmpty(type)) {
      return of(type, java);
    }
    if (java.raw() == void.class) {
      return MethodHandles.empty(MethodType.methodType(void.class));
    }
    return java.raw().isAssignableFrom(Unit.class)
        ? MethodHandles.constant(Unit.class, Unit.VALUE).asType(MethodType.methodType(java.raw()))
        : null;
  }

  /// From the form of the type to the Java type; null if the types do not go together.
  static @Nullable MethodHandle of(Type type, JavaType java) {
    if (java.raw() == Object.class && !java.nullable()) {
      return LAZY.bindTo(new LazyConversion(type))
          .asType(MethodType.methodType(Object.class, Forms.of(type)));
    }
    return switch (type.head()) {
      case Type.Scalar scalar -> scalar(scalar, java);
      case Type.Anonymous record -> java.raw() == RecordValue.class ? record(record) : null;
      case Type.Named named -> named(named, java);
      case Type.Function _, Type.Parameter _, Type.Variable _ -> null;
    };
  }

  private static @Nullable MethodHandle scalar(Type.Scalar scalar, JavaType java) {
    if (java.nullable() || (java.unsigned() && (scalar.isSigned() || !scalar.isInteger()))) {
      return null;
    }
    Class<?> raw = java.raw();
    Class<?> primitive = MethodType.methodType(raw).unwrap().returnType();
    MethodHandle handle =
        switch (scalar) {
          case UNIT, NEVER, STRING, IP_ADDR, PREFIX -> null;
          case BOOL -> primitive == boolean.class ? MethodHandles.identity(primitive) : null;
          case CHAR -> primitive == int.class ? MethodHandles.identity(primitive) : null;
          default -> Numbers.toHost(scalar, primitive);
        };
    if (handle != null) {
      return handle.asType(handle.type().changeReturnType(raw));
    }
    return raw.isAssignableFrom(Forms.of(scalar)) ? identity(Forms.of(scalar), raw) : null;
  }

  private static MethodHandle identity(Class<?> form, Class<?> raw) {
    return MethodHandles.identity(Object.class).asType(MethodType.methodType(raw, form));
  }

  private static @Nullable MethodHandle named(Type.Named type, JavaType java) {
    Class<?> form = Forms.of(type);
    TypeDefinition definition = type.definition();
    if (definition == BuiltIn.OPTION) {
      return option(type.arguments().getFirst(), java, form);
    }
    Class<?> raw = java.raw();
    if (java.nullable()) {
      return null;
    }
    Class<?> javaClass = definition.javaClass();
    if (Containers.fit(type, java)) {
      return Containers.toHost(type, java);
    }
    if (javaClass != null) {
      return raw.isAssignableFrom(javaClass) ? identity(form, raw) : null;
    }
    if (definition == BuiltIn.LIST) {
      return list(type.arguments().getFirst(), java, form);
    }
    if (definition.body() instanceof TypeDefinition.RecordBody) {
      return raw == RecordValue.class ? record(type) : null;
    }
    return enumeration(type, java);
  }

  private static @Nullable MethodHandle option(Type inner, JavaType java, Class<?> form) {
    boolean optional = java.raw() == Optional.class && !java.nullable();
    if (!optional && (!java.nullable() || java.raw().isPrimitive())) {
      return null;
    }
    MethodHandle element = of(inner, optional ? java.argument(0) : java.present());
    if (element == null) {
      return null;
    }
    MethodHandle handle = (optional ? OPTIONAL : NULLABLE).bindTo(Handles.erased(element));
    return handle.asType(MethodType.methodType(java.raw(), form));
  }

  private static @Nullable MethodHandle list(Type inner, JavaType java, Class<?> form) {
    if (java.raw() == form || java.raw() == RotoList.class) {
      return identity(form, java.raw());
    }
    if (java.raw() != List.class) {
      return null;
    }
    MethodHandle element = of(inner, java.argument(0));
    return element == null
        ? null
        : LIST.bindTo(Handles.erased(element)).asType(MethodType.methodType(List.class, form));
  }

  /// The friendly value of a record that the compiler laid out.
  private static MethodHandle record(Type type) {
    HostVariant layout = ValueLayouts.of(type).variants().getFirst();
    List<Type.Field> fields = Members.fields(type);
    String[] names = fields.stream().map(Type.Field::name).toArray(String[]::new);
    MethodHandle[] getters = getters(layout, fields.stream().map(Type.Field::type).toList());
    return MethodHandles.insertArguments(
        Handles.find(
            HERE,
            "recordValue",
            RecordValue.class,
            String.class,
            String[].class,
            MethodHandle[].class,
            Object.class),
        0,
        Members.path(type),
        names,
        getters);
  }

  private static @Nullable MethodHandle enumeration(Type.Named type, JavaType java) {
    List<Variant> variants = type.definition().variants(type.arguments());
    if (!Forms.isTag(type)) {
      return shaped(type, java, variants);
    }
    Class<?> raw = java.raw();
    if (type.definition() == BuiltIn.VERDICT
        && MethodType.methodType(raw).unwrap().returnType() == boolean.class) {
      return IS_ZERO.asType(MethodType.methodType(raw, int.class));
    }
    Object[] constants =
        raw.isEnum() ? Members.constants(raw, variants) : friendlyConstants(type, raw, variants);
    return constants == null
        ? null
        : CONSTANT.bindTo(constants).asType(MethodType.methodType(raw, int.class));
  }

  private static Object @Nullable [] friendlyConstants(
      Type.Named type, Class<?> raw, List<Variant> variants) {
    if (raw != Members.friendlyClass(type)) {
      return null;
    }
    Object[] constants = new Object[variants.size()];
    for (int i = 0; i < constants.length; i++) {
      List<Object> payload =
          Collections.nCopies(variants.get(i).payload().size(), (Object) Unit.VALUE);
      constants[i] = Members.friendly(type, variants.get(i).name(), payload);
    }
    return constants;
  }

  private static @Nullable MethodHandle shaped(
      Type.Named type, JavaType java, List<Variant> variants) {
    if (java.raw() != Members.friendlyClass(type)) {
      return null;
    }
    HostLayout layout = ValueLayouts.of(type);
    VariantReader[] readers = new VariantReader[variants.size()];
    for (int i = 0; i < readers.length; i++) {
      List<Type> payload = variants.get(i).payload();
      MethodHandle[] getters = new MethodHandle[payload.size()];
      for (int k = 0; k < getters.length; k++) {
        JavaType part =
            java.raw() == EnumValue.class ? JavaType.of(Object.class) : java.argument(i);
        MethodHandle convert = of(payload.get(k), part);
        if (convert == null) {
          return null;
        }
        MethodHandle getter = layout.variants().get(i).getters().get(k);
        getters[k] = Handles.erased(MethodHandles.filterReturnValue(getter, convert));
      }
      readers[i] = new VariantReader(type, variants.get(i).name(), getters);
    }
    MethodHandle tag = layout.tag();
    return MethodHandles.insertArguments(VARIANT, 0, readers, tag)
        .asType(MethodType.methodType(java.raw(), Object.class));
  }

  private static MethodHandle[] getters(HostVariant layout, List<Type> types) {
    MethodHandle[] getters = new MethodHandle[types.size()];
    for (int i = 0; i < getters.length; i++) {
      MethodHandle convert = of(types.get(i), JavaType.of(Object.class));
      if (convert == null) {
        throw new IllegalStateException(types.get(i) + " has no friendly form");
      }
      getters[i] =
          Handles.erased(MethodHandles.filterReturnValue(layout.getters().get(i), convert));
    }
    return getters;
  }

  /// Reads the payload of one variant.
  record VariantReader(Type.Named type, String name, MethodHandle[] getters) {
    Object read(Object shape) {
      List<Object> payload = new ArrayList<>(getters.length);
      for (MethodHandle getter : getters) {
        payload.add(Handles.apply(getter, shape));
      }
      return Members.friendly(type, name, payload);
    }
  }

  static Object variant(VariantReader[] readers, MethodHandle tag, Object shape) {
    return readers[(int) Handles.call(tag, shape)].read(shape);
  }

  static RecordValue recordValue(
      String type, String[] names, MethodHandle[] getters, Object shape) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      fields.put(names[i], Handles.apply(getters[i], shape));
    }
    return new RecordValue(type, fields);
  }

  static Optional<Object> optional(MethodHandle element, @Nullable Object option) {
    return option == null
        ? Optional.empty()
        : Optional.of(Handles.apply(element, Values.inside(option)));
  }

  static @Nullable Object nullable(MethodHandle element, @Nullable Object option) {
    return option == null ? null : Handles.apply(element, Values.inside(option));
  }

  static List<Object> list(MethodHandle element, RotoList list) {
    List<Object> copy = new ArrayList<>(list.size());
    for (Object value : list) {
      copy.add(Handles.apply(element, value));
    }
    return Collections.unmodifiableList(copy);
  }

  static Object lazy(LazyConversion conversion, @Nullable Object boxed) {
    return conversion.apply(boxed);
  }

  static boolean isZero(int tag) {
    return tag == 0;
  }
}
