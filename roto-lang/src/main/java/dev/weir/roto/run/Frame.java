package dev.weir.roto.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The variables of a function that is too large for one JVM method, which its pieces share.
final class Frame {
  private final long[] numbers;
  private final @Nullable Object[] objects;

  private Frame(int numbers, int objects) {
    this.numbers = new long[numbers];
    this.objects = new Object[objects];
  }

  static Frame create(int numbers, int objects) {
    return new Frame(numbers, objects);
  }

  static void put(Frame frame, int index, boolean value) {
    frame.numbers[index] = value ? 1 : 0;
  }

  static void put(Frame frame, int index, int value) {
    frame.numbers[index] = value;
  }

  static void put(Frame frame, int index, long value) {
    frame.numbers[index] = value;
  }

  static void put(Frame frame, int index, float value) {
    frame.numbers[index] = Float.floatToRawIntBits(value);
  }

  static void put(Frame frame, int index, double value) {
    frame.numbers[index] = Double.doubleToRawLongBits(value);
  }

  static void put(Frame frame, int index, @Nullable Object value) {
    frame.objects[index] = value;
  }

  static boolean getBoolean(Frame frame, int index) {
    return frame.numbers[index] != 0;
  }

  static int getInt(Frame frame, int index) {
    return (int) frame.numbers[index];
  }

  static long getLong(Frame frame, int index) {
    return frame.numbers[index];
  }

  static float getFloat(Frame frame, int index) {
    return Float.intBitsToFloat((int) frame.numbers[index]);
  }

  static double getDouble(Frame frame, int index) {
    return Double.longBitsToDouble(frame.numbers[index]);
  }

  static @Nullable Object getObject(Frame frame, int index) {
    return frame.objects[index];
  }

  // ---- arrays that are written in several pieces ------------------------------------------------

  static boolean[] join(boolean[] a, boolean[] b) {
    boolean[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static int[] join(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static long[] join(long[] a, long[] b) {
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static float[] join(float[] a, float[] b) {
    float[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static double[] join(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static @Nullable Object[] join(@Nullable Object[] a, @Nullable Object[] b) {
    @Nullable Object[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
