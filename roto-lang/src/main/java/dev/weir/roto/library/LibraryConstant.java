package dev.weir.roto.library;

import dev.weir.roto.type.Type;

/// A value that scripts can name.
///
/// @param path where it is found: `IpAddr.LOCALHOSTV4`
/// @param value in the form that compiled code boxes it in
public record LibraryConstant(String path, Type type, Object value, String documentation) {
  /// The last part of its path.
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
