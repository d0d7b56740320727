package dev.weir.roto.library;

import dev.weir.roto.run.Conversions;
import dev.weir.roto.run.Floats;
import dev.weir.roto.type.Type;
import java.util.List;

/// `f32` and `f64`, and what leads from integers to them and back.
final class FloatRows {
  private final LibraryBuilder library;
  private final Type.Scalar type;

  private FloatRows(LibraryBuilder library, Type.Scalar type) {
    this.library = library;
    this.type = type;
  }

  static void addTo(LibraryBuilder library) {
    for (Type.Scalar type : List.of(Type.Scalar.F32, Type.Scalar.F64)) {
      FloatRows rows = new FloatRows(library, type);
      rows.addOld();
      rows.addTexts();
      rows.addComparisons();
      for (Type.Scalar integer : Type.Scalar.values()) {
        if (integer.isInteger()) {
          rows.addConversions(integer);
        }
      }
    }
    addConstants(library);
    new Rows(library, "f32", Conversions.class)
        .add("fn to_f64(self: f32) -> f64", "toDouble", "The same number as `f64`.");
    new Rows(library, "f64", Conversions.class)
        .add(
            "fn to_f32(self: f64) -> f32",
            "toFloat",
            "The nearest `f32`; an infinity where the number is too large.");
  }

  private void add(String signature, String method, String documentation) {
    library.function(
        type.roto(),
        signature.replace("T", type.roto()),
        new Implementation.Static(Floats.class, method),
        documentation);
  }

  private void addOld() {
    add("fn floor(self: T) -> T", "floor", "The greatest whole number that is not greater.");
    add("fn ceil(self: T) -> T", "ceil", "The least whole number that is not less.");
    add(
        "fn round(self: T) -> T",
        "round",
        "The nearest whole number; halves away from zero, so 2.5 becomes 3 and -2.5 becomes -3.");
    add("fn abs(self: T) -> T", "abs", "The number without its sign.");
    add("fn sqrt(self: T) -> T", "sqrt", "The square root; `NaN` of a negative number.");
    add(
        "fn pow(self: T, exponent: T) -> T",
        "pow",
        "The power by IEEE 754: 1 to any power is 1, even to `NaN`; anything to the power of 0 is"
            + " 1; -1 to an infinity is 1.");
    add("fn is_nan(self: T) -> bool", "isNan", "Whether it is `NaN`, not a number.");
    add("fn is_infinite(self: T) -> bool", "isInfinite", "Whether it is one of the infinities.");
    add("fn is_finite(self: T) -> bool", "isFinite", "Whether it is neither infinite nor `NaN`.");
  }

  private void addTexts() {
    add(
        "fn to_string(self: T) -> String",
        "toString",
        "The shortest text that means this number, never with an exponent and without `.0`: `10`,"
            + " `0.1`, `NaN`, `inf`, `-inf`, `-0`.");
    String suffix = type == Type.Scalar.F32 ? "Float" : "Double";
    add(
        "fn parse(text: String) -> T?",
        "parse" + suffix,
        "The number nearest to a decimal text, with sign and exponent if need be; also `inf`,"
            + " `-inf` and `NaN`. `None` for any other text.");
  }

  private void addComparisons() {
    add("fn trunc(self: T) -> T", "trunc", "The number without its fraction, towards zero.");
    add(
        "fn min(self: T, other: T) -> T",
        "min",
        "The smaller of two numbers; where one is `NaN`, the other.");
    add(
        "fn max(self: T, other: T) -> T",
        "max",
        "The larger of two numbers; where one is `NaN`, the other.");
    add(
        "fn clamp(self: T, low: T, high: T) -> T",
        "clamp",
        "The number, but at least `low` and at most `high`; `NaN` stays. Stops the script unless"
            + " `low <= high`.");
    add(
        "fn signum(self: T) -> T",
        "signum",
        "1 or -1 after the sign, also of a zero; `NaN` of `NaN`.");
  }

  private void addConversions(Type.Scalar integer) {
    int kind = IntegerRows.kind(integer);
    String name = integer.roto();
    library.function(
        name,
        "fn to_%s(self: %s) -> %s".formatted(type, name, type),
        new Implementation.Static(
            Conversions.class, type == Type.Scalar.F32 ? "toFloat" : "toDouble", List.of(kind)),
        "The nearest `%s`; of two equally near the even one.".formatted(type));
    library.function(
        type.roto(),
        "fn to_%s(self: %s) -> %s?".formatted(name, type, name),
        new Implementation.Static(Conversions.class, "fit", List.of(kind)),
        "The number without its fraction, towards zero; `None` for `NaN` and where it does not"
            + " fit.");
    library.function(
        type.roto(),
        "fn saturating_to_%s(self: %s) -> %s".formatted(name, type, name),
        new Implementation.Static(
            Conversions.class,
            integer.bits() == 64 ? "saturateToLong" : "saturateToInt",
            List.of(kind)),
        "The number without its fraction, towards zero, or the nearest that `%s` holds; 0 for `NaN`."
            .formatted(name));
  }

  private static void addConstants(LibraryBuilder library) {
    String[] names = {"MIN", "MAX", "EPSILON", "INFINITY", "NAN"};
    String[] texts = {
      "The least finite number.",
      "The greatest finite number.",
      "The distance from 1 to the next number.",
      "Positive infinity.",
      "Not a number; equal to nothing, not even to itself."
    };
    float[] floats = {
      -Float.MAX_VALUE, Float.MAX_VALUE, Math.ulp(1f), Float.POSITIVE_INFINITY, Float.NaN
    };
    double[] doubles = {
      -Double.MAX_VALUE, Double.MAX_VALUE, Math.ulp(1d), Double.POSITIVE_INFINITY, Double.NaN
    };
    for (int i = 0; i < names.length; i++) {
      library.constant(
          new LibraryConstant("f32." + names[i], Type.Scalar.F32, floats[i], texts[i]));
      library.constant(
          new LibraryConstant("f64." + names[i], Type.Scalar.F64, doubles[i], texts[i]));
    }
  }
}
