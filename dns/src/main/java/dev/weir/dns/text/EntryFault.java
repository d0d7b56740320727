package dev.weir.dns.text;

/// What is wrong with one token of an [Entry]; the reader of the file turns it into a diagnostic.
///
/// It has no stack trace, for a bad zone file may raise a million of them.
public final class EntryFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int token;

  /// A fault at a token.
  ///
  /// @param token its index; the number of tokens if one is missing at the end
  /// @param message what is wrong and, where it is known, what would be right
  public EntryFault(int token, String message) {
    super(message, null, false, false);
    this.token = token;
  }

  /// The index of the token at fault; the number of tokens if one is missing at the end.
  public int token() {
    return token;
  }
}
