package dev.weir.dns.text;

/// Opens the files that `$INCLUDE` names; the edge gives it, and decides what may be read.
@FunctionalInterface
public interface IncludeSource {
  /// Opens a file.
  ///
  /// @param file the name as the directive gives it, escapes undone
  /// @param from the text that holds the directive
  /// @throws dev.weir.dns.MalformedText if the file cannot or may not be read; the message says why
  TextSource open(String file, TextSource from);
}
