package dev.weir.dns;

/// Octets that are not what RFC 1035 or the record type's own RFC asks for.
public final class MalformedWire extends DnsException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /// A fault at an octet offset, counted from where the message or record data begins.
  ///
  /// @param offset octets from the start
  /// @param message what is wrong, with the RFC section where there is one
  public MalformedWire(int offset, String message) {
    super("at octet " + offset + ": " + message);
    this.offset = offset;
  }

  /// Where the fault is, in octets from the start of the message or record data.
  public int offset() {
    return offset;
  }
}
