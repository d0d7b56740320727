package dev.weir.bgp.store;

import java.io.IOException;

/// An archive that cannot be opened, or whose compression is damaged. The message says which file,
/// where in it, and what is wrong.
public final class UnusableArchive extends IOException {
  private static final long serialVersionUID = 1L;

  /// Says what is wrong.
  public UnusableArchive(String message) {
    super(message);
  }

  /// Says what is wrong, and what was thrown.
  public UnusableArchive(String message, Throwable cause) {
    super(message, cause);
  }
}
