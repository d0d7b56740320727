package dev.weir.roto.host;

import dev.weir.roto.emit.ValueLayouts;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.run.BooleanList;
import dev.weir.roto.run.DoubleList;
import dev.weir.roto.run.FloatList;
import dev.weir.roto.run.IntList;
import dev.weir.roto.run.LongList;
import dev.weir.roto.run.RefList;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Handles that make values of scripts of Java values; the other direction of [ToHost].
///
/// A null where a value is owed is refused, since nothing in a script is null but `None`.
final class ToScript {
  private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
  private static final MethodHandle PRESENT =
      Handles.find(HERE, "present", Object.class, Type.class, Object.class);
  private static final MethodHandle OPTIONAL =
      Handles.find(HERE, "optional", Object.class, MethodHandle.class, Optional.class);
  private static final MethodHandle NULLABLE =
      Handles.find(HERE, "nullable", Object.class, MethodHandle.class, Object.class);
  private static final MethodHandle LIST =
      Handles.find(HERE, "list", RotoList.class, Type.class, MethodHandle.class, List.class);
  private static final MethodHandle DECIDE = Handles.find(HERE, "decide", int.class, boolean.class);
  private static final MethodHandle INDEX =
      Handles.find(HERE, "index", int.class, int[].class, Enum.class);
  private static final MethodHandle DYNAMIC =
      Handles.find(MethodHandles.lookup(), "dynamic", Object.class, Type.class, Object.class);

  private ToScript() {}

  /// From the Java type to the form of the type; null if the types do not go together.
  static @Nullable MethodHandle of(Type type, JavaType java) {
    if (java.raw() == Object.class && !java.nullable()) {
      return DYNAMIC.bindTo(type).asType(MethodType.methodType(Forms.of(type), Object.class));
    }
    return switch (type.head()) {
      case Type.Scalar scalar -> scalar(scalar, java);
      case Type.Anonymous record -> java.raw() == RecordValue.class ? record(record) : null;
      case Type.Named named -> named(named, java);
      case Type.Function _, Type.Parameter _, Type.Variable _ -> null;
    };
  }

  /// From the Java type of a result to the form of a result; null if they do not go together.
  static @Nullable MethodHandle ofResult(Type type, JavaType java) {
    if (!Forms.isEmpty(type)) {
      return of(type, java);
    }
    if (java.raw() == void.class) {
      return MethodHandles.empty(MethodType.methodType(void.class));
    }
    return java.raw() == Unit.class
        ? MethodHandles.empty(MethodType.methodType(void.class, Unit.class))
        : null;
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
          case CHAR ->
              primitive == int.class ? Handles.find(HERE, "character", int.class, int.class) : null;
          default -> Numbers.toScript(scalar, primitive);
        };
    if (handle != null) {
      return handle.asType(handle.type().changeParameterType(0, raw));
    }
    Class<?> form = Forms.of(scalar);
    return form.isAssignableFrom(raw) ? present(scalar, raw, form) : null;
  }

  private static MethodHandle present(Type type, Class<?> raw, Class<?> form) {
    return PRESENT.bindTo(type).asType(MethodType.methodType(form, raw));
  }

  private static @Nullable MethodHandle named(Type.Named type, JavaType java) {
    Class<?> form = Forms.of(type);
    TypeDefinition definition = type.definition();
    if (definition == BuiltIn.OPTION) {
      return option(type.arguments().getFirst(), java, form);
    }
    Class<?> raw = java.raw();
    Class<?> javaClass = definition.javaClass();
    if (java.nullable()) {
      return null;
    }
    if (Containers.fit(type, java)) {
      return Containers.toScript(type, java);
    }
    if (javaClass != null) {
      return javaClass.isAssignableFrom(raw) ? present(type, raw, form) : null;
    }
    if (definition == BuiltIn.LIST) {
      return list(type, java, form);
    }
    if (definition.body() instanceof TypeDefinition.RecordBody) {
      return raw == RecordValue.class ? record(type) : null;
    }
    return enumeration(type, java, form);
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
    return handle.asType(MethodType.methodType(form, java.raw()));
  }

  private static @Nullable MethodHandle list(Type.Named type, JavaType java, Class<?> form) {
    if (java.raw() == form) {
      return present(type, form, form);
    }
    if (java.raw() != List.class) {
      return null;
    }
    Type inner = type.arguments().getFirst();
    MethodHandle element = of(inner, java.argument(0));
    return element == null
        ? null
        : MethodHandles.insertArguments(LIST, 0, inner, Handles.erased(element))
            .asType(MethodType.methodType(form, List.class));
  }

  private static @Nullable MethodHandle enumeration(Type.Named type, JavaType java, Class<?> form) {
    Class<?> raw = java.raw();
    List<Variant> variants = type.definition().variants(type.arguments());
    if (Forms.isTag(type)) {
      boolean isVerdict = type.definition() == BuiltIn.VERDICT;
      if (isVerdict && MethodType.methodType(raw).unwrap().returnType() == boolean.class) {
        return DECIDE.asType(MethodType.methodType(int.class, raw));
      }
      Object[] constants = raw.isEnum() ? Members.constants(raw, variants) : null;
      if (constants != null) {
        int[] tags = new int[constants.length];
        Arrays.setAll(tags, tag -> tag);
        for (int tag = 0; tag < tags.length; tag++) {
          tags[((Enum<?>) constants[tag]).ordinal()] = tag;
        }
        return INDEX.bindTo(tags).asType(MethodType.methodType(int.class, raw));
      }
    }
    if (raw != Members.friendlyClass(type)) {
      return null;
    }
    for (int i = 0; i < variants.size(); i++) {
      for (Type part : variants.get(i).payload()) {
        if (raw != EnumValue.class && of(part, java.argument(i)) == null) {
          return null;
        }
      }
    }
    return new EnumWriter(type, variants).handle().asType(MethodType.methodType(form, raw));
  }

  private static MethodHandle record(Type type) {
    return new RecordWriter(type, Members.fields(type)).handle();
  }

  /// Makes values of an enum from what hosts have for it.
  private record EnumWriter(Type.Named type, List<Variant> variants) {
    MethodHandle handle() {
      try {
        return MethodHandles.lookup()
            .findVirtual(
                EnumWriter.class, "write", MethodType.methodType(Object.class, Object.class))
            .bindTo(this);
      } catch (ReflectiveOperationException missing) {
        throw new LinkageError("write", missing);
      }
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    Object write(Object value) {
      return switch (value) {
        case Verdict.Accept<?, ?>(Object inner) -> make("Accept", List.of(inner));
        case Verdict.Reject<?, ?>(Object inner) -> make("Reject", List.of(inner));
        case Result.Ok<?, ?>(Object inner) -> make("Ok", List.of(inner));
        case Result.Err<?, ?>(Object inner) -> make("Err", List.of(inner));
        case EnumValue(String _, String variant, List<Object> payload) -> make(variant, payload);
        default -> throw Dynamic.mismatch(type, value);
      };
    }

    private Object make(String name, List<Object> payload) {
      for (int tag = 0; tag < variants.size(); tag++) {
        Variant variant = variants.get(tag);
        if (variant.name().equals(name) && variant.payload().size() == payload.size()) {
          List<@Nullable Object> parts = new ArrayList<>();
          for (int i = 0; i < payload.size(); i++) {
            parts.add(dynamic(variant.payload().get(i), payload.get(i)));
          }
          HostLayout layout = Forms.isTag(type) ? null : ValueLayouts.of(type);
          return layout == null
              ? (Object) tag
              : Handles.call(layout.variants().get(tag).constructor(), parts.toArray());
        }
      }
      throw new IllegalArgumentException(
          type + " has no variant " + name + " with a payload of " + payload.size());
    }
  }

  /// Makes values of a record from a [RecordValue].
  private record RecordWriter(Type type, List<Type.Field> fields) {
    MethodHandle handle() {
      try {
        return MethodHandles.lookup()
            .findVirtual(
                RecordWriter.class, "write", MethodType.methodType(Object.class, RecordValue.class))
            .bindTo(this);
      } catch (ReflectiveOperationException missing) {
        throw new LinkageError("write", missing);
      }
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    Object write(RecordValue value) {
      if (value.fields().size() != fields.size()) {
        throw new IllegalArgumentException(
            type + " has the fields " + fields + ", and not " + value.fields().keySet());
      }
      @Nullable Object[] parts = new @Nullable Object[fields.size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = dynamic(fields.get(i).type(), value.get(fields.get(i).name()));
      }
      return Handles.call(ValueLayouts.of(type).variants().getFirst().constructor(), parts);
    }
  }

  private static @Nullable Object dynamic(Type type, Object value) {
    return Dynamic.toScript(type, value);
  }

  static Object present(Type type, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("null where a " + type + " must be");
    }
    return value;
  }

  /// A code point that is a Unicode scalar value.
  static int character(int codePoint) {
    if (!Character.isValidCodePoint(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException(codePoint + " is no Unicode scalar value");
    }
    return codePoint;
  }

  static @Nullable Object optional(MethodHandle element, Optional<?> optional) {
    return optional.isEmpty() ? null : Values.some(Handles.apply(element, optional.get()));
  }

  static @Nullable Object nullable(MethodHandle element, @Nullable Object value) {
    return value == null ? null : Values.some(Handles.apply(element, value));
  }

  static RotoList list(Type inner, MethodHandle element, List<?> elements) {
    RotoList list = emptyList(inner);
    for (Object value : elements) {
      list.add(Handles.apply(element, value));
    }
    return list;
  }

  private static RotoList emptyList(Type element) {
    Class<?> form = Forms.of(element);
    if (form == int.class) {
      return new IntList();
    }
    if (form == boolean.class) {
      return new BooleanList();
    }
    if (form == long.class) {
      return new LongList();
    }
    if (form == float.class) {
      return new FloatList();
    }
    return form == double.class ? new DoubleList() : new RefList();
  }

  static int decide(boolean accept) {
    return accept ? 0 : 1;
  }

  static int index(int[] tags, Enum<?> constant) {
    return tags[constant.ordinal()];
  }
}
