package dev.weir.dns.text;

import java.nio.charset.StandardCharsets;

/// A text held in memory, given out a few octets at a time.
final class StringSource implements TextSource {
  private final String name;
  private final byte[] octets;
  private final int most;
  private int at;

  StringSource(String name, byte[] octets, int most) {
    this.name = name;
    this.octets = octets;
    this.most = most;
  }

  static StringSource of(String name, String text) {
    return new StringSource(name, text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String identity() {
    return name;
  }

  @Override
  public int read(byte[] into, int start, int count) {
    if (at == octets.length) {
      return -1;
    }
    int taken = Math.min(Math.min(count, most), octets.length - at);
    System.arraycopy(octets, at, into, start, taken);
    at += taken;
    return taken;
  }

  @Override
  public void close() {
    at = octets.length;
  }
}
