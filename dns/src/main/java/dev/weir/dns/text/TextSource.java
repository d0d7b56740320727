package dev.weir.dns.text;

/// A text that is read once, from its start to its end; the edge gives it.
///
/// Whatever goes wrong in reading is thrown as an unchecked exception of the edge and passes
/// through the parser untouched.
public interface TextSource extends AutoCloseable {
  /// The name to show in diagnostics.
  String name();

  /// What makes the text the same as another, such as the real path of its file; an included text
  /// that is the same as one that is still being read is refused.
  String identity();

  /// Reads some octets.
  ///
  /// @param into where they go
  /// @param at the place of the first
  /// @param most the room, at least 1
  /// @return how many there were, at least 1; -1 at the end
  int read(byte[] into, int at, int most);

  /// Lets go of what is behind the text.
  @Override
  void close();
}
