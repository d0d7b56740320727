package dev.weir.roto.emit;

import dev.weir.roto.ir.Layout;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/// How hosts make and take apart the records and enums of scripts that are shapes.
public final class ValueLayouts {
  private ValueLayouts() {}

  /// The handles of a type that is a shape ([Forms#isShape]), in the forms of the types of its
  /// fields; a field of type `()` is `run.Unit`.
  public static HostLayout of(Type type) {
    Layout layout = Layout.of(type);
    ShapeClasses shapes = new ShapeClasses(ShapeClasses.runtime());
    List<HostLayout.HostVariant> variants = new ArrayList<>();
    for (int i = 0; i < layout.variants().size(); i++) {
      variants.add(variant(shapes, layout, i, types(type, i)));
    }
    MethodHandle tag =
        layout.tagged()
            ? shapes
                .getter(layout, Layout.TAG)
                .asType(MethodType.methodType(int.class, Object.class))
            : MethodHandles.dropArguments(MethodHandles.constant(int.class, 0), 0, Object.class);
    return new HostLayout(variants, tag);
  }

  private static List<Type> types(Type type, int variant) {
    return dev.weir.roto.ir.Types.fields(type, variant);
  }

  private static HostLayout.HostVariant variant(
      ShapeClasses shapes, Layout layout, int variant, List<Type> types) {
    List<Layout.Place> places = layout.variants().get(variant);
    List<MethodHandle> getters = new ArrayList<>();
    List<Class<?>> forms = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Class<?> form = Forms.of(types.get(i));
      forms.add(form);
      getters.add(getter(shapes, layout, places.get(i), form));
    }
    if (layout.isWide()) {
      return new HostLayout.HostVariant(tooWide(), getters);
    }
    MethodHandle maker = shapes.maker(layout);
    List<Integer> order = new ArrayList<>();
    Object[] zeros = {0, 0L, 0f, 0d, null};
    MethodHandle filled = maker;
    int position = 0;
    for (int kind = 0; kind < zeros.length; kind++) {
      for (int i = 0; i < layout.counts().get(kind); i++) {
        int field = field(places, kind, i);
        boolean tag = kind == 0 && i == 0 && layout.tagged();
        if (tag || field < 0) {
          filled = MethodHandles.insertArguments(filled, position, tag ? variant : zeros[kind]);
        } else {
          order.add(field);
          position++;
        }
      }
    }
    MethodType wanted = MethodType.methodType(Object.class, forms);
    MethodType shuffled = filled.type().changeReturnType(Object.class);
    List<Class<?>> parameters = new ArrayList<>(forms);
    for (int i = 0; i < order.size(); i++) {
      parameters.set(order.get(i), shuffled.parameterType(i));
    }
    MethodHandle ordered =
        MethodHandles.permuteArguments(
            filled.asType(shuffled),
            MethodType.methodType(Object.class, parameters),
            order.stream().mapToInt(Integer::intValue).toArray());
    return new HostLayout.HostVariant(
        MethodHandles.explicitCastArguments(ordered, wanted), getters);
  }

  /// No class of a host has as many components.
  private static MethodHandle tooWide() {
    return MethodHandles.insertArguments(
        MethodHandles.throwException(Object.class, UnsupportedOperationException.class),
        0,
        new UnsupportedOperationException("a value with so many fields is made by scripts only"));
  }

  private static int field(List<Layout.Place> places, int kind, int index) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).kind() == kind && places.get(i).index() == index) {
        return i;
      }
    }
    return -1;
  }

  private static MethodHandle getter(
      ShapeClasses shapes, Layout layout, Layout.Place place, Class<?> form) {
    if (place.kind() < 0) {
      return MethodHandles.dropArguments(
          MethodHandles.constant(form, form == Unit.class ? Unit.VALUE : null), 0, Object.class);
    }
    return MethodHandles.explicitCastArguments(
        shapes.getter(layout, place), MethodType.methodType(form, Object.class));
  }
}
