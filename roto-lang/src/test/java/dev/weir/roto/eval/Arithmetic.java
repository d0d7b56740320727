package dev.weir.roto.eval;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.run.Fault;
import dev.weir.roto.tree.Tree.Operator;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Operators by the mathematics: integers are taken as unbounded numbers and brought back into
/// their type afterwards.
final class Arithmetic {
  private Arithmetic() {}

  static Object apply(Operator operator, Type type, Object a, Object b) {
    return switch (operator) {
      case EQUAL -> Data.equal(a, b);
      case NOT_EQUAL -> !Data.equal(a, b);
      case LESS -> ordered(type, a, b) && compare(type, a, b) < 0;
      case LESS_EQUAL -> ordered(type, a, b) && compare(type, a, b) <= 0;
      case GREATER -> ordered(type, a, b) && compare(type, a, b) > 0;
      case GREATER_EQUAL -> ordered(type, a, b) && compare(type, a, b) >= 0;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> compute(operator, type, a, b);
    };
  }

  private static Object compute(Operator operator, Type type, Object a, Object b) {
    return switch (a) {
      case Long _ when type.head() instanceof Scalar scalar -> integer(operator, scalar, a, b);
      case Double x -> number(operator, x, (Double) b);
      case Float x -> (float) number(operator, x, (Float) b);
      case String x -> x + b;
      case Data.Items x -> {
        List<Object> all = new ArrayList<>(x.elements);
        all.addAll(((Data.Items) b).elements);
        yield new Data.Items(all);
      }
      default -> throw new IllegalStateException(operator + " of " + a);
    };
  }

  private static double number(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      default -> throw new IllegalStateException(operator + " of floats");
    };
  }

  private static Object integer(Operator operator, Scalar type, Object left, Object right) {
    BigInteger a = big(type, left);
    BigInteger b = big(type, right);
    if (operator == Operator.DIVIDE || operator == Operator.REMAINDER) {
      if (b.signum() == 0) {
        throw new Stop(Fault.DIVISION_BY_ZERO, a + " " + operator + " 0");
      }
      if (operator == Operator.DIVIDE && !fits(type, a.divide(b))) {
        throw new Stop(Fault.OVERFLOW, a + " / " + b);
      }
    }
    return wrap(
        type,
        switch (operator) {
          case ADD -> a.add(b);
          case SUBTRACT -> a.subtract(b);
          case MULTIPLY -> a.multiply(b);
          case DIVIDE -> a.divide(b);
          default -> a.remainder(b);
        });
  }

  static Object negate(Type type, Object value) {
    return switch (value) {
      case Double number -> -number;
      case Float number -> -number;
      default -> wrap((Scalar) type.head(), big((Scalar) type.head(), value).negate());
    };
  }

  /// An integer of a type as a number.
  static BigInteger big(Scalar type, Object value) {
    BigInteger number = BigInteger.valueOf((Long) value);
    return type == Scalar.U64 && number.signum() < 0 ? number.add(BigInteger.TWO.pow(64)) : number;
  }

  /// A number brought into a type modulo its size.
  static Long wrap(Scalar type, BigInteger number) {
    BigInteger size = BigInteger.TWO.pow(type.bits());
    BigInteger low = number.mod(size);
    if (type.isSigned() && low.testBit(type.bits() - 1)) {
      low = low.subtract(size);
    }
    return low.longValue();
  }

  /// Whether a number is one of a type's.
  static boolean fits(Scalar type, BigInteger number) {
    return number.equals(big(type, wrap(type, number)));
  }

  private static boolean ordered(Type type, Object a, Object b) {
    return !(a instanceof Double x && (x.isNaN() || ((Double) b).isNaN()))
        && !(a instanceof Float y && (y.isNaN() || ((Float) b).isNaN()));
  }

  /// The order of two values of one type; not of NaN.
  static int compare(Type type, Object a, Object b) {
    return switch (a) {
      case Long _ -> big((Scalar) type.head(), a).compareTo(big((Scalar) type.head(), b));
      case Double x -> x < (Double) b ? -1 : x > (Double) b ? 1 : 0;
      case Float x -> x < (Float) b ? -1 : x > (Float) b ? 1 : 0;
      case Integer x -> Integer.compareUnsigned(x, (Integer) b);
      case Boolean x -> x.compareTo((Boolean) b);
      case IpAddress x -> x.compareTo((IpAddress) b);
      case Prefix x -> x.compareTo((Prefix) b);
      case String x -> compare(x.codePoints().toArray(), ((String) b).codePoints().toArray());
      default -> throw new IllegalStateException("order of " + a);
    };
  }

  private static int compare(int[] a, int[] b) {
    return java.util.Arrays.compare(a, b);
  }
}
