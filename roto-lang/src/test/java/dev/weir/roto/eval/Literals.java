package dev.weir.roto.eval;

import dev.weir.roto.type.Type.Scalar;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;

/// Values of scalar types as a script writes them, with a liking for the edges.
record Literals(SplittableRandom random) {
  private static final List<String> TEXTS =
      List.of(
          "\"\"",
          "\"a\"",
          "\"abc\"",
          "\"héllo\"",
          "\"😀x\"",
          "\"one\\ntwo\\r\\n\"",
          "\"{\"",
          "\"\\\"\"",
          "\" \\u{a0}trim\\u{85} \"",
          "\"ΑΣ\"",
          "\"ß,ß\"",
          "\"a,b,,c\"",
          "\"10\"",
          "\"-7\"",
          "\"1.5\"");
  private static final List<String> CHARACTERS =
      List.of("'a'", "'Z'", "'ß'", "'€'", "'😀'", "'\\n'", "'\\''", "'\\u{10ffff}'", "'0'", "' '");
  private static final List<String> ADDRESSES =
      List.of(
          "10.0.0.1",
          "0.0.0.0",
          "255.255.255.255",
          "192.0.2.7",
          "::",
          "::1",
          "2001:db8::1",
          "::ffff:102:304",
          "fe80::1:2",
          "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
  private static final List<String> FLOATS =
      List.of(
          "0.0",
          "1.0",
          "0.5",
          "1.5",
          "2.5",
          "10.0",
          "0.1",
          "3.25",
          "1e10",
          "1e-7",
          "1e300",
          "123456.789",
          "16777217.0",
          "9007199254740993.0");

  /// An expression that is a literal, or as little more as can be.
  String expression(Scalar type) {
    return switch (type) {
      case UNIT -> "()";
      case BOOL -> random.nextBoolean() ? "true" : "false";
      case CHAR -> one(CHARACTERS);
      case STRING -> one(TEXTS);
      case ASN -> asn();
      case IP_ADDR -> one(ADDRESSES);
      case PREFIX -> prefix("(%s / %d)");
      case F32, F64 -> floating(type);
      default -> integer(type);
    };
  }

  private String floating(Scalar type) {
    String digits = one(FLOATS) + type.roto();
    return switch (random.nextInt(12)) {
      case 0 -> "(0.0" + type.roto() + " / 0.0" + type.roto() + ")";
      case 1 -> "(1.0" + type.roto() + " / 0.0" + type.roto() + ")";
      case 2, 3, 4 -> "(-" + digits + ")";
      default -> digits;
    };
  }

  private String integer(Scalar type) {
    BigInteger number = number(type);
    String digits = number.abs() + (random.nextInt(8) == 0 ? "_" : "") + type.roto();
    return number.signum() < 0 ? "(-" + digits + ")" : digits;
  }

  /// A number of an integer type.
  BigInteger number(Scalar type) {
    BigInteger max = BigInteger.TWO.pow(type.isSigned() ? type.bits() - 1 : type.bits());
    BigInteger number =
        switch (random.nextInt(10)) {
          case 0 -> max.subtract(BigInteger.ONE);
          case 1 -> max.subtract(BigInteger.TWO);
          case 2 -> max.shiftRight(1);
          case 3 -> BigInteger.valueOf(random.nextLong()).mod(max);
          default -> BigInteger.valueOf(random.nextInt(12));
        };
    if (!type.isSigned()) {
      return number;
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> number.negate();
      case 2 -> random.nextInt(4) == 0 ? max.negate() : number;
      default -> number;
    };
  }

  /// A small number of an integer type, not zero.
  String small(Scalar type) {
    return 1 + random.nextInt(9) + type.roto();
  }

  private String asn() {
    return "AS" + one(List.of("0", "1", "64512", "4200000000", "4294967295", "23456"));
  }

  private String prefix(String form) {
    String address = one(ADDRESSES);
    int width = address.contains(":") ? 128 : 32;
    return form.formatted(address, random.nextInt(width + 1));
  }

  /// A pattern other than a wildcard.
  String pattern(Scalar type) {
    return switch (type) {
      case BOOL, CHAR, STRING -> type == Scalar.CHAR ? character() : expression(type);
      case ASN -> random.nextBoolean() ? asn() : "AS1..=AS70000";
      case IP_ADDR ->
          switch (random.nextInt(4)) {
            case 0 -> one(ADDRESSES);
            case 1 -> one(List.of("10.0.0.0..=10.255.255.255", "192.0.2.0.."));
            default -> one(List.of("10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32", "fe80::/10"));
          };
      case PREFIX -> one(List.of("10.0.0.0/8", "2001:db8::/32", "0.0.0.0/0"));
      case F32, F64 -> one(List.of("0.0", "1.5", "-1.0"));
      case UNIT, NEVER -> "_";
      default -> integerPattern(type);
    };
  }

  private String character() {
    return switch (random.nextInt(3)) {
      case 0 -> "'a'..='z'";
      case 1 -> "'0'..'9'";
      default -> one(CHARACTERS);
    };
  }

  private String integerPattern(Scalar type) {
    BigInteger a = number(type);
    BigInteger b = number(type);
    BigInteger low = a.min(b);
    BigInteger high = a.max(b);
    return switch (low.equals(high) ? 0 : random.nextInt(6)) {
      case 1, 2 -> low + "..=" + high;
      case 3 -> low + ".." + high;
      case 4 -> high + "..";
      case 5 -> "..=" + high;
      default -> low.toString();
    };
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
