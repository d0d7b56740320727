package dev.weir.roto.ir;

import dev.weir.roto.library.Forms;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a record or enum of a script lies in a shape: which field of the shape holds what.
///
/// A field of type `()` takes no place.
///
/// @param counts fields of the kinds `I J F D L`
/// @param tagged whether `i0` is the tag of an enum
/// @param variants for each variant (a record has one) the places of its fields
public record Layout(List<Integer> counts, boolean tagged, List<List<Place>> variants) {
  private static final String KINDS = "IJFDL";
  private static final String PREFIX = "dev/weir/roto/run/Shape$";

  /// Copies the lists.
  public Layout {
    counts = List.copyOf(counts);
    variants = variants.stream().map(List::copyOf).toList();
  }

  /// Where a field is.
  ///
  /// @param kind an index into `IJFDL`; -1 for a field that takes no place
  /// @param index among the fields of the kind
  /// @param form of the value that is kept there
  public record Place(int kind, int index, Form form) {
    /// The name of the field: `l0`.
    public String name() {
      return Character.toLowerCase(KINDS.charAt(kind)) + Integer.toString(index);
    }

    /// The descriptor of the field in the shape.
    public String descriptor() {
      return kind == 4 ? "Ljava/lang/Object;" : KINDS.substring(kind, kind + 1);
    }
  }

  /// As many slots as a method can surely take as its parameters.
  private static final int MOST_SLOTS = 200;

  /// Whether there are too many fields for the parameters of one method. Then an object is made
  /// empty, and its fields are set before anyone else sees it.
  public boolean isWide() {
    int slots = counts.stream().mapToInt(Integer::intValue).sum() + counts.get(1) + counts.get(3);
    return slots > MOST_SLOTS;
  }

  /// The place of the tag.
  public static final Place TAG = new Place(0, 0, Form.INT);

  /// The layout of a type that is a shape.
  public static Layout of(Type type) {
    return switch (type.head()) {
      case Type.Anonymous record -> of(false, List.of(types(record.fields())));
      case Type.Named named when named.definition().body() instanceof EnumBody ->
          of(
              true,
              named.definition().variants(named.arguments()).stream()
                  .map(variant -> variant.payload())
                  .toList());
      case Type.Named named ->
          of(false, List.of(types(named.definition().fields(named.arguments()))));
      default -> throw new IllegalArgumentException(type + " has no shape");
    };
  }

  private static List<Type> types(List<Type.Field> fields) {
    return fields.stream().map(Type.Field::type).toList();
  }

  private static Layout of(boolean tagged, List<List<Type>> variants) {
    Integer[] most = {tagged ? 1 : 0, 0, 0, 0, 0};
    List<List<Place>> all = new ArrayList<>();
    for (List<Type> fields : variants) {
      int[] next = {tagged ? 1 : 0, 0, 0, 0, 0};
      List<Place> places = new ArrayList<>();
      for (Type field : fields) {
        places.add(place(field, next));
      }
      for (int kind = 0; kind < most.length; kind++) {
        most[kind] = Math.max(most[kind], next[kind]);
      }
      all.add(places);
    }
    return new Layout(Arrays.asList(most), tagged, all);
  }

  private static Place place(Type type, int[] next) {
    // Not Form.of: a recursive type must not be laid out to the end.
    Form form =
        Forms.isEmpty(type)
            ? Form.VOID
            : Forms.isShape(type) ? Form.OBJECT : Form.of(Forms.of(type));
    int kind =
        switch (form.kind()) {
          case VOID -> -1;
          case BOOLEAN, INT -> 0;
          case LONG -> 1;
          case FLOAT -> 2;
          case DOUBLE -> 3;
          case REFERENCE -> 4;
        };
    return new Place(kind, kind < 0 ? 0 : next[kind]++, form);
  }

  /// The last part of the name of the class: `I2L1`.
  public String suffix() {
    StringBuilder text = new StringBuilder();
    for (int kind = 0; kind < KINDS.length(); kind++) {
      if (counts.get(kind) > 0) {
        text.append(KINDS.charAt(kind)).append(counts.get(kind));
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  /// The name of the class, with slashes.
  public String className() {
    return PREFIX + suffix();
  }

  /// A reference to the class.
  public Form form() {
    return new Form(Form.Kind.REFERENCE, className());
  }

  /// The descriptor of the constructor: all fields, by kinds; nothing if the layout is wide.
  public String constructor() {
    if (isWide()) {
      return "()V";
    }
    StringBuilder text = new StringBuilder("(");
    for (int kind = 0; kind < KINDS.length(); kind++) {
      String one = kind == 4 ? "Ljava/lang/Object;" : KINDS.substring(kind, kind + 1);
      text.append(one.repeat(counts.get(kind)));
    }
    return text.append(")V").toString();
  }
}
