package dev.weir.roto.run;

/// Operations of compiled code that can fail.
final class Arithmetic {
  private Arithmetic() {}

  static ScriptException byZero() {
    return new ScriptException(Fault.DIVISION_BY_ZERO, "division by zero");
  }

  private static ScriptException overflow(long dividend) {
    return new ScriptException(Fault.OVERFLOW, dividend + " / -1 is more than the type can hold");
  }

  static int divide(int a, int b) {
    if (b == 0) {
      throw byZero();
    }
    if (b == -1 && a == Integer.MIN_VALUE) {
      throw overflow(a);
    }
    return a / b;
  }

  static int divideI8(int a, int b) {
    if (b == -1 && a == Byte.MIN_VALUE) {
      throw overflow(a);
    }
    return divide(a, b);
  }

  static int divideI16(int a, int b) {
    if (b == -1 && a == Short.MIN_VALUE) {
      throw overflow(a);
    }
    return divide(a, b);
  }

  static long divide(long a, long b) {
    if (b == 0) {
      throw byZero();
    }
    if (b == -1 && a == Long.MIN_VALUE) {
      throw overflow(a);
    }
    return a / b;
  }

  static int remainder(int a, int b) {
    if (b == 0) {
      throw byZero();
    }
    return a % b;
  }

  static long remainder(long a, long b) {
    if (b == 0) {
      throw byZero();
    }
    return a % b;
  }

  static int divideUnsigned(int a, int b) {
    if (b == 0) {
      throw byZero();
    }
    return Integer.divideUnsigned(a, b);
  }

  static long divideUnsigned(long a, long b) {
    if (b == 0) {
      throw byZero();
    }
    return (a | b) >= 0 ? a / b : Long.divideUnsigned(a, b);
  }

  static int remainderUnsigned(int a, int b) {
    if (b == 0) {
      throw byZero();
    }
    return Integer.remainderUnsigned(a, b);
  }

  static long remainderUnsigned(long a, long b) {
    if (b == 0) {
      throw byZero();
    }
    return (a | b) >= 0 ? a % b : Long.remainderUnsigned(a, b);
  }

  /// What stands for a value that a map does not have.
  static ScriptException missing() {
    return new ScriptException(Fault.INDEX, "the map has no such key");
  }

  /// What stands for a way that the checker has excluded.
  static ScriptException unreachable() {
    return new ScriptException(Fault.ARGUMENT, "no arm fits; this is a mistake of the compiler");
  }
}
