package dev.weir.roto.ir;

import dev.weir.roto.library.Forms;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.Type;

/// The form of a value in the JVM: a primitive kind, or a reference to a class.
///
/// @param kind how it is stored
/// @param className of a reference, with slashes; otherwise empty
public record Form(Kind kind, String className) {
  /// How a value is stored.
  public enum Kind {
    /// No value.
    VOID("V", 0),
    /// `boolean`.
    BOOLEAN("Z", 1),
    /// `int`.
    INT("I", 1),
    /// `long`.
    LONG("J", 2),
    /// `float`.
    FLOAT("F", 1),
    /// `double`.
    DOUBLE("D", 2),
    /// A reference.
    REFERENCE("L", 1);

    private final String letter;
    private final int slots;

    Kind(String letter, int slots) {
      this.letter = letter;
      this.slots = slots;
    }

    /// How many words it takes in a frame.
    public int slots() {
      return slots;
    }
  }

  /// No value.
  public static final Form VOID = new Form(Kind.VOID, "");

  /// `boolean`.
  public static final Form BOOLEAN = new Form(Kind.BOOLEAN, "");

  /// `int`.
  public static final Form INT = new Form(Kind.INT, "");

  /// `long`.
  public static final Form LONG = new Form(Kind.LONG, "");

  /// `float`.
  public static final Form FLOAT = new Form(Kind.FLOAT, "");

  /// `double`.
  public static final Form DOUBLE = new Form(Kind.DOUBLE, "");

  /// Any reference.
  public static final Form OBJECT = reference(Object.class);

  /// A text.
  public static final Form STRING = reference(String.class);

  /// The one value of the type `()`, where one is needed.
  public static final Form UNIT = reference(Unit.class);

  /// A reference to a class.
  public static Form reference(Class<?> type) {
    return new Form(Kind.REFERENCE, type.getName().replace('.', '/'));
  }

  /// The form of a Java type.
  public static Form of(Class<?> type) {
    if (!type.isPrimitive()) {
      return reference(type);
    }
    return type == void.class
        ? VOID
        : type == boolean.class
            ? BOOLEAN
            : type == int.class
                ? INT
                : type == long.class ? LONG : type == float.class ? FLOAT : DOUBLE;
  }

  /// The form of values of a type: none for `()` and `!`, and the shape's own class for a shape.
  public static Form of(Type type) {
    if (Forms.isEmpty(type)) {
      return VOID;
    }
    if (Forms.isShape(type)) {
      return Layout.of(type).form();
    }
    return of(Forms.of(type));
  }

  /// Whether there is no value.
  public boolean isVoid() {
    return kind == Kind.VOID;
  }

  /// Whether it is a reference.
  public boolean isReference() {
    return kind == Kind.REFERENCE;
  }

  /// The JVM's descriptor.
  public String descriptor() {
    if (!isReference()) {
      return kind.letter;
    }
    return className.startsWith("[") ? className : "L" + className + ";";
  }

  @Override
  public String toString() {
    return isReference()
        ? className.substring(className.lastIndexOf('/') + 1)
        : kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
