package dev.weir.roto.library;

import dev.weir.roto.run.Bits;
import dev.weir.roto.run.Conversions;
import dev.weir.roto.run.Integers;
import dev.weir.roto.type.Type;
import java.util.List;

/// The eight integer types. The last argument of the Java methods is the *kind*, see [Integers].
final class IntegerRows {
  private static final List<Type.Scalar> TYPES =
      List.of(Type.Scalar.values()).stream().filter(Type.Scalar::isInteger).toList();

  private final LibraryBuilder library;
  private final Type.Scalar type;

  private IntegerRows(LibraryBuilder library, Type.Scalar type) {
    this.library = library;
    this.type = type;
  }

  static void addTo(LibraryBuilder library) {
    for (Type.Scalar type : TYPES) {
      IntegerRows rows = new IntegerRows(library, type);
      rows.addTexts();
      rows.addComparisons();
      rows.addArithmetic();
      rows.addBits();
      rows.addShifts();
      TYPES.stream().filter(to -> to != type).forEach(rows::addConversion);
      rows.addConstants();
    }
  }

  /// The width in bits, negative for a signed type.
  static int kind(Type.Scalar type) {
    return type.isSigned() ? -type.bits() : type.bits();
  }

  /// Whether every value of one type is a value of another.
  static boolean holds(Type.Scalar to, Type.Scalar from) {
    int more = to.bits() - from.bits();
    return to.isSigned() == from.isSigned() ? more >= 0 : to.isSigned() && more > 0;
  }

  /// Adds a row; `T` in the signature and the documentation stands for the type.
  private void add(String signature, Class<?> owner, String method, String documentation) {
    library.function(
        type.roto(),
        signature.replace("T", type.roto()),
        new Implementation.Static(owner, method, List.of(kind(type))),
        documentation.replace("`T", "`" + type.roto()));
  }

  private void addTexts() {
    add("fn to_string(self: T) -> String", Integers.class, "toString", "The number in decimal.");
    add(
        "fn parse(text: String) -> T?",
        Integers.class,
        "parse",
        "The number from its digits, with a sign before them if need be. `None` if there is"
            + " anything else, and where the number is no `T`.");
    add(
        "fn to_hex(self: T) -> String",
        Bits.class,
        "toHex",
        "The bits in hexadecimal, lower case, without `0x` and leading zeros; a negative number has"
            + " those of its two's complement.");
  }

  private void addComparisons() {
    add("fn min(self: T, other: T) -> T", Integers.class, "min", "The smaller of two numbers.");
    add("fn max(self: T, other: T) -> T", Integers.class, "max", "The larger of two numbers.");
    add(
        "fn clamp(self: T, low: T, high: T) -> T",
        Integers.class,
        "clamp",
        "The number, but at least `low` and at most `high`. Stops the script if `low` is larger"
            + " than `high`.");
    if (type.isSigned()) {
      add(
          "fn abs(self: T) -> T",
          Integers.class,
          "abs",
          "The number without its sign; `T.MIN` stays as it is, since its negation wraps to it.");
      add("fn signum(self: T) -> T", Integers.class, "signum", "-1, 0 or 1 after the sign.");
    }
  }

  private void addArithmetic() {
    add(
        "fn pow(self: T, exponent: u32) -> T",
        Integers.class,
        "pow",
        "The power, wrapped as a product is; to the power of 0 everything is 1.");
    String none = " as a `T`; `None` where it does not fit.";
    add("fn checked_add(self: T, other: T) -> T?", Integers.class, "checkedAdd", "The sum" + none);
    add(
        "fn checked_sub(self: T, other: T) -> T?",
        Integers.class,
        "checkedSub",
        "The difference" + none);
    add(
        "fn checked_mul(self: T, other: T) -> T?",
        Integers.class,
        "checkedMul",
        "The product" + none);
    add(
        "fn checked_div(self: T, other: T) -> T?",
        Integers.class,
        "checkedDiv",
        "The quotient" + none + " A division by zero gives `None` too.");
    add(
        "fn checked_rem(self: T, other: T) -> T?",
        Integers.class,
        "checkedRem",
        "The remainder; `None` for a division by zero.");
    add(
        "fn checked_pow(self: T, exponent: u32) -> T?",
        Integers.class,
        "checkedPow",
        "The power" + none);
    String end = ", or `T.MIN` or `T.MAX` where it is beyond.";
    add(
        "fn saturating_add(self: T, other: T) -> T",
        Integers.class,
        "saturatingAdd",
        "The sum" + end);
    add(
        "fn saturating_sub(self: T, other: T) -> T",
        Integers.class,
        "saturatingSub",
        "The difference" + end);
    add(
        "fn saturating_mul(self: T, other: T) -> T",
        Integers.class,
        "saturatingMul",
        "The product" + end);
  }

  private void addBits() {
    add("fn bit_and(self: T, other: T) -> T", Bits.class, "and", "The bits that both have.");
    add("fn bit_or(self: T, other: T) -> T", Bits.class, "or", "The bits that one or both have.");
    add("fn bit_xor(self: T, other: T) -> T", Bits.class, "xor", "The bits that just one has.");
    add("fn bit_not(self: T) -> T", Bits.class, "not", "All bits turned over.");
    add("fn count_ones(self: T) -> u32", Bits.class, "countOnes", "How many bits are set.");
    add(
        "fn leading_zeros(self: T) -> u32",
        Bits.class,
        "leadingZeros",
        "How many zeros stand before the most significant bit that is set; of 0 the width.");
    add(
        "fn trailing_zeros(self: T) -> u32",
        Bits.class,
        "trailingZeros",
        "How many zeros stand behind the least significant bit that is set; of 0 the width.");
  }

  private void addShifts() {
    add(
        "fn shift_left(self: T, distance: u32) -> T",
        Bits.class,
        "shiftLeft",
        "The bits moved to the more significant side; 0 where the distance is the width or more.");
    add(
        "fn shift_right(self: T, distance: u32) -> T",
        Bits.class,
        "shiftRight",
        "The bits moved to the less significant side; copies of the sign follow if the type has"
            + " one, zeros otherwise, also where the distance is the width or more.");
    add(
        "fn rotate_left(self: T, distance: u32) -> T",
        Bits.class,
        "rotateLeft",
        "The bits moved around to the left, by the distance modulo the width.");
    add(
        "fn rotate_right(self: T, distance: u32) -> T",
        Bits.class,
        "rotateRight",
        "The bits moved around to the right, by the distance modulo the width.");
  }

  private void addConversion(Type.Scalar to) {
    String target = to.bits() == 64 ? "Long" : "Int";
    List<Integer> kinds = List.of(kind(type), kind(to));
    String name = to.roto();
    String from = type.roto();
    boolean holds = holds(to, type);
    library.function(
        from,
        "fn to_%s(self: %s) -> %s%s".formatted(name, from, name, holds ? "" : "?"),
        new Implementation.Static(Conversions.class, holds ? "wrapTo" + target : "fit", kinds),
        holds
            ? "The same number as `%s`, which holds every `%s`.".formatted(name, from)
            : "The same number as `%s`; `None` where it does not fit.".formatted(name));
    library.function(
        from,
        "fn wrapping_to_%s(self: %s) -> %s".formatted(name, from, name),
        new Implementation.Static(Conversions.class, "wrapTo" + target, kinds),
        "The low %d bits as `%s`; the sign is extended to a wider type."
            .formatted(to.bits(), name));
    library.function(
        from,
        "fn saturating_to_%s(self: %s) -> %s".formatted(name, from, name),
        new Implementation.Static(Conversions.class, "saturateTo" + target, kinds),
        "The number as `%s`, or the nearest that `%s` holds.".formatted(name, name));
  }

  private void addConstants() {
    addConstant(
        "MIN", kind(type) > 0 ? 0 : -1L << type.bits() - 1, "The least number of the type.");
    addConstant(
        "MAX",
        type.isSigned() ? ~(-1L << type.bits() - 1) : -1L >>> 64 - type.bits(),
        "The greatest number of the type.");
    library.constant(
        new LibraryConstant(
            type.roto() + ".BITS", Type.Scalar.U32, type.bits(), "How many bits the type has."));
  }

  private void addConstant(String name, long value, String documentation) {
    Object boxed = type.bits() == 64 ? (Object) value : (Object) (int) value;
    library.constant(new LibraryConstant(type.roto() + "." + name, type, boxed, documentation));
  }
}
