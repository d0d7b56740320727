package dev.weir.bgp.store;

import org.jspecify.annotations.Nullable;

/// How an archive is compressed, told by its first octets: names lie.
public enum Compression {
  /// Not at all.
  NONE(""),
  /// RFC 1952.
  GZIP(".gz"),
  /// Blocks of up to 900 kilobytes, each compressed by itself.
  BZIP2(".bz2"),
  /// RFC 8878.
  ZSTD(".zst"),
  /// LZMA2 in the container of XZ Utils.
  XZ(".xz");

  /// How many first octets are looked at.
  static final int MAGIC = 6;

  private final String suffix;

  Compression(String suffix) {
    this.suffix = suffix;
  }

  /// Returns the end of file names, such as `.gz`; empty for no compression.
  public String suffix() {
    return suffix;
  }

  /// Returns what the end of a name asks for.
  public static Compression ofName(String name) {
    for (Compression compression : values()) {
      if (compression != NONE && name.endsWith(compression.suffix)) {
        return compression;
      }
    }
    return NONE;
  }

  /// Returns what the first octets of a file say; all that is unknown is no compression.
  static Compression ofMagic(byte[] first, int length) {
    if (begins(first, length, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (begins(first, length, 'B', 'Z', 'h') && length > 3 && first[3] >= '1' && first[3] <= '9') {
      return BZIP2;
    }
    if (begins(first, length, 0x28, 0xb5, 0x2f, 0xfd)) {
      return ZSTD;
    }
    return begins(first, length, 0xfd, '7', 'z', 'X', 'Z', 0) ? XZ : NONE;
  }

  /// Returns the name of a container this room cannot read, or null.
  static @Nullable String foreign(byte[] first, int length) {
    if (begins(first, length, 'P', 'K', 3, 4)) {
      return "a ZIP archive";
    }
    if (begins(first, length, 0x1f, 0x9d)) {
      return "compressed with compress (.Z)";
    }
    if (begins(first, length, 0x04, 0x22, 0x4d, 0x18)) {
      return "compressed with lz4";
    }
    if (begins(first, length, '7', 'z', 0xbc, 0xaf)) {
      return "a 7-Zip archive";
    }
    return begins(first, length, 'L', 'Z', 'I', 'P') ? "compressed with lzip" : null;
  }

  private static boolean begins(byte[] first, int length, int... octets) {
    if (length < octets.length) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((first[i] & 0xff) != octets[i]) {
        return false;
      }
    }
    return true;
  }
}
