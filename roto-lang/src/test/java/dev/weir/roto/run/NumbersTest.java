package dev.weir.roto.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final List<Integer> KINDS = List.of(8, 16, 32, 64, -8, -16, -32, -64);

  @ParameterizedTest
  @CsvSource({
    "10.0, 10",
    "0.1, 0.1",
    "-0.0, -0",
    "0.0, 0",
    "1e21, 1000000000000000000000",
    "1e-7, 0.0000001",
    "1.5e-7, 0.00000015",
    "123456789.125, 123456789.125",
    "1e7, 10000000",
    "-2.5e10, -25000000000",
    "NaN, NaN",
    "Infinity, inf",
    "-Infinity, -inf",
    "0.30000000000000004, 0.30000000000000004"
  })
  void floatsArePrintedWithoutExponent(double value, String text) {
    assertThat(Floats.toString(value)).isEqualTo(text);
  }

  @Test
  void theSmallestFloatsAreAsShortAsTheyCanBe() {
    assertThat(Floats.toString(Double.MIN_VALUE)).isEqualTo("0." + "0".repeat(323) + "5");
    assertThat(Floats.toString(Float.MIN_VALUE)).isEqualTo("0." + "0".repeat(44) + "1");
    assertThat(Floats.toString(0.1f)).isEqualTo("0.1");
    assertThat(Floats.toString(16777216f)).isEqualTo("16777216");
  }

  @Test
  void whatIsPrintedReadsBack() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = Floats.toString(value);
        assertThat(text).doesNotContain("E").doesNotContain("e");
        assertThat(Floats.parseDouble(text)).isEqualTo(value);
      }
      float single = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(single)) {
        assertThat(Floats.parseFloat(Floats.toString(single))).isEqualTo(single);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 3",
    "-2.5, -3",
    "0.5, 1",
    "-0.5, -1",
    "0.49999999999999994, 0",
    "1.4, 1",
    "-1.6, -2",
    "4503599627370497.0, 4503599627370497.0",
    "1e300, 1e300",
    "Infinity, Infinity"
  })
  void roundGoesAwayFromZeroAtHalves(double value, double rounded) {
    assertThat(Floats.round(value)).isEqualTo(rounded);
  }

  @Test
  void roundKeepsTheSignOfZeroAndNan() {
    assertThat(1 / Floats.round(-0.2)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Floats.round(Double.NaN)).isNaN();
    assertThat(Floats.round(2.5f)).isEqualTo(3f);
    assertThat(Floats.round(0.49999997f)).isEqualTo(0f);
  }

  @Test
  void powIsThatOfIeee754() {
    assertThat(Floats.pow(1, Double.NaN)).isEqualTo(1);
    assertThat(Floats.pow(-1, Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Floats.pow(-1, Double.NEGATIVE_INFINITY)).isEqualTo(1);
    assertThat(Floats.pow(Double.NaN, 0)).isEqualTo(1);
    assertThat(Floats.pow(2, 10)).isEqualTo(1024);
    assertThat(Floats.pow(-8.0, 1.0 / 3)).isNaN();
    assertThat(Floats.pow(1f, Float.NaN)).isEqualTo(1f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", ".", "e5", "1e", "1e+", "0x1p3", "1f", "1d", " 1", "Infinity", "1_0"})
  void onlyDecimalTextsAreFloats(String text) {
    assertThat(Floats.parseDouble(text)).isNull();
    assertThat(Floats.parseFloat(text)).isNull();
  }

  @Test
  void decimalTextsAreFloats() {
    assertThat(Floats.parseDouble("1.")).isEqualTo(1.0);
    assertThat(Floats.parseDouble(".5")).isEqualTo(0.5);
    assertThat(Floats.parseDouble("-1.5E+3")).isEqualTo(-1500.0);
    assertThat(Floats.parseDouble("inf")).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void integersAgreeWithNumbersOfAnySize() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      for (int kind : KINDS) {
        long a = value(random, kind);
        long b = value(random, kind);
        checkArithmetic(kind, a, b);
        int to = KINDS.get(random.nextInt(KINDS.size()));
        if (to != kind) {
          checkConversion(kind, to, a);
        }
      }
    }
  }

  private static void checkArithmetic(int kind, long a, long b) {
    BigInteger x = big(a, kind);
    BigInteger y = big(b, kind);
    boolean wide = Math.abs(kind) == 64;
    int p = (int) a;
    int q = (int) b;
    assertThat(wide ? Integers.checkedAdd(a, b, kind) : Integers.checkedAdd(p, q, kind))
        .isEqualTo(option(x.add(y), kind));
    assertThat(wide ? Integers.checkedSub(a, b, kind) : Integers.checkedSub(p, q, kind))
        .isEqualTo(option(x.subtract(y), kind));
    assertThat(wide ? Integers.checkedMul(a, b, kind) : Integers.checkedMul(p, q, kind))
        .isEqualTo(option(x.multiply(y), kind));
    assertThat(wide ? Integers.checkedDiv(a, b, kind) : Integers.checkedDiv(p, q, kind))
        .isEqualTo(b == 0 ? null : option(x.divide(y), kind));
    assertThat(wide ? Integers.checkedRem(a, b, kind) : Integers.checkedRem(p, q, kind))
        .isEqualTo(b == 0 ? null : option(x.remainder(y), kind));
    int power = (int) (b & 7);
    assertThat(wide ? Integers.checkedPow(a, power, kind) : Integers.checkedPow(p, power, kind))
        .isEqualTo(option(x.pow(power), kind));
    Object raised = wide ? Integers.pow(a, power, kind) : (Object) Integers.pow(p, power, kind);
    assertThat(raised).isEqualTo(wrapped(x.pow(power), kind));
    Object sum =
        wide ? Integers.saturatingAdd(a, b, kind) : (Object) Integers.saturatingAdd(p, q, kind);
    assertThat(sum).isEqualTo(saturated(x.add(y), kind));
    Object less =
        wide ? Integers.saturatingSub(a, b, kind) : (Object) Integers.saturatingSub(p, q, kind);
    assertThat(less).isEqualTo(saturated(x.subtract(y), kind));
    Object product =
        wide ? Integers.saturatingMul(a, b, kind) : (Object) Integers.saturatingMul(p, q, kind);
    assertThat(product).isEqualTo(saturated(x.multiply(y), kind));
    Object smaller = wide ? Integers.min(a, b, kind) : (Object) Integers.min(p, q, kind);
    assertThat(smaller).isEqualTo(option(x.min(y), kind));
    String text = wide ? Integers.toString(a, kind) : Integers.toString(p, kind);
    assertThat(text).isEqualTo(x.toString());
    assertThat(Integers.parse(text, kind)).isEqualTo(option(x, kind));
  }

  private static void checkConversion(int kind, int to, long value) {
    BigInteger number = big(value, kind);
    boolean wide = Math.abs(kind) == 64;
    boolean wideTo = Math.abs(to) == 64;
    int narrow = (int) value;
    assertThat(wide ? Conversions.fit(value, kind, to) : Conversions.fit(narrow, kind, to))
        .isEqualTo(option(number, to));
    Object low =
        wideTo
            ? wide
                ? Conversions.wrapToLong(value, kind, to)
                : Conversions.wrapToLong(narrow, kind, to)
            : (Object)
                (wide
                    ? Conversions.wrapToInt(value, kind, to)
                    : Conversions.wrapToInt(narrow, kind, to));
    assertThat(low).isEqualTo(wrapped(number, to));
    Object near =
        wideTo
            ? wide
                ? Conversions.saturateToLong(value, kind, to)
                : Conversions.saturateToLong(narrow, kind, to)
            : (Object)
                (wide
                    ? Conversions.saturateToInt(value, kind, to)
                    : Conversions.saturateToInt(narrow, kind, to));
    assertThat(near).isEqualTo(saturated(number, to));
    double real = wide ? Conversions.toDouble(value, kind) : Conversions.toDouble(narrow, kind);
    assertThat(real).isEqualTo(number.doubleValue());
    float single = wide ? Conversions.toFloat(value, kind) : Conversions.toFloat(narrow, kind);
    assertThat(single).isEqualTo(number.floatValue());
    BigInteger back = new BigDecimal(real).toBigInteger();
    assertThat(Conversions.fit(real, to)).isEqualTo(option(back, to));
    Object nearest =
        wideTo
            ? Conversions.saturateToLong(real, to)
            : (Object) Conversions.saturateToInt(real, to);
    assertThat(nearest).isEqualTo(saturated(back, to));
  }

  @Test
  void floatsBecomeIntegersTowardsZero() {
    assertThat(Conversions.fit(-1.9, -8)).isEqualTo(-1);
    assertThat(Conversions.fit(-0.9, 8)).isEqualTo(0);
    assertThat(Conversions.fit(255.9, 8)).isEqualTo(255);
    assertThat(Conversions.fit(256.0, 8)).isNull();
    assertThat(Conversions.fit(Double.NaN, 8)).isNull();
    assertThat(Conversions.fit(0x1p64, 64)).isNull();
    assertThat(Conversions.fit(-0x1p63, -64)).isEqualTo(Long.MIN_VALUE);
    assertThat(Conversions.saturateToLong(Double.POSITIVE_INFINITY, 64)).isEqualTo(-1L);
    assertThat(Conversions.saturateToInt(Double.NaN, 8)).isZero();
  }

  @Test
  void bitsOfNarrowTypesStayInTheirWidth() {
    assertThat(Bits.not(0, 8)).isEqualTo(255);
    assertThat(Bits.not(0, -8)).isEqualTo(-1);
    assertThat(Bits.shiftLeft(0x81, 1, 8)).isEqualTo(2);
    assertThat(Bits.shiftLeft(1, 32, 32)).isZero();
    assertThat(Bits.shiftLeft(1, 7, -8)).isEqualTo(-128);
    assertThat(Bits.shiftRight(-1, 31, 32)).isEqualTo(1);
    assertThat(Bits.shiftRight(-1, 99, -32)).isEqualTo(-1);
    assertThat(Bits.shiftRight(-1L, 64, 64)).isZero();
    assertThat(Bits.rotateLeft(0x81, 1, 8)).isEqualTo(3);
    assertThat(Bits.rotateRight(1, 1, -8)).isEqualTo(-128);
    assertThat(Bits.rotateLeft(0x80000001, 4, 32)).isEqualTo(0x18);
    assertThat(Bits.countOnes(-1, -16)).isEqualTo(16);
    assertThat(Bits.leadingZeros(1, 8)).isEqualTo(7);
    assertThat(Bits.leadingZeros(0, 16)).isEqualTo(16);
    assertThat(Bits.trailingZeros(0, 8)).isEqualTo(8);
    assertThat(Bits.toHex(-1, -8)).isEqualTo("ff");
  }

  @Test
  void clampWantsBoundsInOrder() {
    assertThat(Integers.clamp(300, 0, 200, 16)).isEqualTo(200);
    assertThat(Integers.clamp(-1L, 0, 5, 64)).isEqualTo(5);
    assertThatExceptionOfType(ScriptException.class)
        .isThrownBy(() -> Integers.clamp(1, 3, 2, 8))
        .matches(e -> e.fault() == Fault.ARGUMENT);
  }

  @Test
  void onlyDigitsWithASignAreIntegers() {
    assertThat(Integers.parse("+7", 8)).isEqualTo(7);
    assertThat(Integers.parse("-0", 8)).isNull();
    assertThat(Integers.parse("-128", -8)).isEqualTo(-128);
    assertThat(Integers.parse("128", -8)).isNull();
    assertThat(Integers.parse("", 8)).isNull();
    assertThat(Integers.parse("-", -8)).isNull();
    assertThat(Integers.parse("\u0661", 8)).isNull();
    assertThat(Integers.parse("18446744073709551615", 64)).isEqualTo(-1L);
    assertThat(Integers.parse("18446744073709551616", 64)).isNull();
  }

  private static long value(SplittableRandom random, int kind) {
    long bits = random.nextLong() >> random.nextInt(64);
    return Math.abs(kind) == 64 ? bits : Integers.narrow(bits, kind);
  }

  private static BigInteger big(long value, int kind) {
    return switch (kind) {
      case 64 -> new BigInteger(Long.toUnsignedString(value));
      case 32 -> BigInteger.valueOf(value & 0xffff_ffffL);
      default -> BigInteger.valueOf(value);
    };
  }

  private static BigInteger least(int kind) {
    return kind > 0 ? BigInteger.ZERO : BigInteger.TWO.pow(-kind - 1).negate();
  }

  private static BigInteger greatest(int kind) {
    return BigInteger.TWO.pow(kind > 0 ? kind : -kind - 1).subtract(BigInteger.ONE);
  }

  private static @Nullable Object option(BigInteger number, int kind) {
    boolean fits = number.compareTo(least(kind)) >= 0 && number.compareTo(greatest(kind)) <= 0;
    return fits ? wrapped(number, kind) : null;
  }

  private static Object saturated(BigInteger number, int kind) {
    return wrapped(number.max(least(kind)).min(greatest(kind)), kind);
  }

  private static Object wrapped(BigInteger number, int kind) {
    return Math.abs(kind) == 64
        ? (Object) number.longValue()
        : (Object) Integers.narrow(number.longValue(), kind);
  }
}
