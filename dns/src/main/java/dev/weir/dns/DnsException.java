package dev.weir.dns;

import org.jspecify.annotations.Nullable;

/// The root of what this room throws: input that is not what its format says.
///
/// Each kind says where (octet offset, or file, line and column) and which rule was broken.
public abstract sealed class DnsException extends RuntimeException
    permits MalformedWire, MalformedText {
  private static final long serialVersionUID = 1L;

  DnsException(String message) {
    super(message);
  }

  DnsException(@Nullable String message, boolean traced) {
    super(message, null, false, traced);
  }
}
