package dev.weir.inet;

/// Text that is no address, prefix or AS number.
///
/// The message quotes the text, says at which character it stops making sense, and names the rule.
public final class MalformedInet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  MalformedInet(CharSequence text, int offset, String rule) {
    super("'" + text + "', character " + (offset + 1) + ": " + rule);
    this.offset = offset;
  }

  /// Returns where the text stops making sense, counted from 0.
  public int offset() {
    return offset;
  }
}
