package dev.weir.roto.check;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a scalar type with finitely many, laid out on a line of whole numbers without
/// gaps, so that literals, ranges and prefixes are intervals of it.
///
/// Integers lie at their own value; `false` and `true` at 0 and 1; characters at their code point,
/// those above the surrogates moved down by 2,048; AS numbers at their number; IPv4 addresses at
/// theirs, and IPv6 addresses behind them, from 2³² on.
final class NumberLine {
  private static final BigInteger V6 = BigInteger.TWO.pow(32);
  private static final int SURROGATES = 0x800;

  private final Type.Scalar type;
  private final BigInteger first;
  private final BigInteger last;

  private NumberLine(Type.Scalar type, BigInteger first, BigInteger last) {
    this.type = type;
    this.first = first;
    this.last = last;
  }

  /// The line of a type, or null for a type that has none.
  static @Nullable NumberLine of(Type type) {
    if (!(type.head() instanceof Type.Scalar scalar)) {
      return null;
    }
    BigInteger zero = BigInteger.ZERO;
    return switch (scalar) {
      case UNIT -> new NumberLine(scalar, zero, zero);
      case BOOL -> new NumberLine(scalar, zero, BigInteger.ONE);
      case CHAR -> new NumberLine(scalar, zero, BigInteger.valueOf(0x10ffff - SURROGATES));
      case U8, U16, U32, U64 -> new NumberLine(scalar, zero, ones(scalar.bits()));
      case I8, I16, I32, I64 ->
          new NumberLine(scalar, ones(scalar.bits() - 1).not(), ones(scalar.bits() - 1));
      case ASN -> new NumberLine(scalar, zero, ones(32));
      case IP_ADDR -> new NumberLine(scalar, zero, V6.add(ones(128)));
      case NEVER, F32, F64, STRING, PREFIX -> null;
    };
  }

  private static BigInteger ones(int bits) {
    return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
  }

  /// The first point.
  BigInteger first() {
    return first;
  }

  /// The last point.
  BigInteger last() {
    return last;
  }

  /// Where a range always ends: the first point, the one behind the last, and the first of the
  /// second family of addresses.
  List<BigInteger> seams() {
    BigInteger behind = last.add(BigInteger.ONE);
    return type == Type.Scalar.IP_ADDR ? List.of(first, V6, behind) : List.of(first, behind);
  }

  /// Where a literal of the type lies.
  BigInteger at(Tree.Literal literal) {
    return switch (literal.value()) {
      case Boolean value -> value ? BigInteger.ONE : BigInteger.ZERO;
      case Integer value when type == Type.Scalar.CHAR ->
          BigInteger.valueOf(value < 0xe000 ? value : value - SURROGATES);
      case Integer value -> BigInteger.valueOf(Integer.toUnsignedLong(value));
      case Long value when type.isSigned() -> BigInteger.valueOf(value);
      case Long value -> unsigned(value);
      case IpAddress address -> at(address);
      default -> BigInteger.ZERO;
    };
  }

  /// The first address of a prefix.
  BigInteger first(Prefix prefix) {
    return at(prefix.address());
  }

  /// The last address of a prefix.
  BigInteger last(Prefix prefix) {
    return first(prefix).add(ones(prefix.address().width() - prefix.length()));
  }

  /// The first point that a range open to the left has.
  ///
  /// @param end a point of the range; tells the family of addresses
  BigInteger firstBefore(BigInteger end) {
    return type == Type.Scalar.IP_ADDR && end.compareTo(V6) >= 0 ? V6 : first;
  }

  /// The last point that a range open to the right has.
  ///
  /// @param end a point of the range; tells the family of addresses
  BigInteger lastBehind(BigInteger end) {
    return type == Type.Scalar.IP_ADDR && end.compareTo(V6) < 0 ? ones(32) : last;
  }

  /// Whether two points next to each other may stand in one range.
  boolean joins(BigInteger low, BigInteger next) {
    return type != Type.Scalar.IP_ADDR || low.compareTo(V6) >= 0 || next.compareTo(V6) < 0;
  }

  private static BigInteger at(IpAddress address) {
    return switch (address) {
      case Ipv4Address four -> BigInteger.valueOf(Integer.toUnsignedLong(four.bits()));
      case Ipv6Address six -> V6.add(unsigned(six.high()).shiftLeft(64)).add(unsigned(six.low()));
    };
  }

  private static BigInteger unsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? value.setBit(63) : value;
  }

  /// The points from `low` to `high`, both included, as a script would write them as a pattern.
  String pattern(BigInteger low, BigInteger high) {
    if (low.equals(first) && high.equals(last)) {
      return type == Type.Scalar.UNIT ? "()" : "_";
    }
    if (low.equals(high)) {
      return literal(low);
    }
    if (type == Type.Scalar.IP_ADDR) {
      return addresses(low, high);
    }
    boolean wide = type.isInteger() && type.bits() >= 32;
    if (wide && high.equals(last)) {
      return literal(low) + "..";
    }
    if (wide && type.isSigned() && low.equals(first)) {
      return "..=" + literal(high);
    }
    return literal(low) + "..=" + literal(high);
  }

  private String addresses(BigInteger low, BigInteger high) {
    BigInteger size = high.subtract(low).add(BigInteger.ONE);
    int width = low.compareTo(V6) < 0 ? 32 : 128;
    int free = size.bitLength() - 1;
    BigInteger base = width == 32 ? low : low.subtract(V6);
    if (size.bitCount() == 1 && base.mod(size).signum() == 0) {
      return literal(low) + "/" + (width - free);
    }
    return literal(low) + "..=" + literal(high);
  }

  private String literal(BigInteger point) {
    return switch (type) {
      case UNIT -> "()";
      case BOOL -> point.signum() == 0 ? "false" : "true";
      case CHAR -> character(point.intValue());
      case ASN -> "AS" + point;
      case IP_ADDR -> address(point).toString();
      default -> point.toString();
    };
  }

  private static IpAddress address(BigInteger point) {
    if (point.compareTo(V6) < 0) {
      return new Ipv4Address(point.intValue());
    }
    BigInteger bits = point.subtract(V6);
    return new Ipv6Address(bits.shiftRight(64).longValue(), bits.longValue());
  }

  private static String character(int point) {
    int codePoint = point < 0xd800 ? point : point + SURROGATES;
    return switch (codePoint) {
      case '\'' -> "'\\''";
      case '\\' -> "'\\\\'";
      default ->
          codePoint >= ' ' && codePoint < 0x7f || Character.isLetterOrDigit(codePoint)
              ? "'" + Character.toString(codePoint) + "'"
              : "'\\u{" + Integer.toHexString(codePoint) + "}'";
    };
  }
}
