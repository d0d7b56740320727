package dev.weir.dns;

/// Text that cannot be read as a name, a value or a record.
///
/// It carries the message alone; the reader of a file adds file, line and column.
public final class MalformedText extends DnsException {
  private static final long serialVersionUID = 1L;

  /// A fault in text.
  ///
  /// @param message what is wrong and, where it is known, what would be right
  public MalformedText(String message) {
    super(message);
  }
}
