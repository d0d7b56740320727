package dev.weir.dns;

/// Octets that are not what RFC 1035 or the record type's own RFC asks for.
public final class MalformedWire extends DnsException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String fault;

  /// A fault at an octet offset, counted from where the message or record data begins.
  ///
  /// @param offset octets from the start
  /// @param message what is wrong, with the RFC section where there is one
  public MalformedWire(int offset, String message) {
    this(offset, message, true);
  }

  private MalformedWire(int offset, String fault, boolean traced) {
    super(null, traced);
    this.offset = offset;
    this.fault = fault;
  }

  /// A fault without a stack trace, for places that meet hostile octets at line rate: making it
  /// costs one small object, and its message is put together only when somebody asks.
  ///
  /// @param offset octets from the start
  /// @param message what is wrong, with the RFC section where there is one
  public static MalformedWire untraced(int offset, String message) {
    return new MalformedWire(offset, message, false);
  }

  /// Where the fault is, in octets from the start of the message or record data.
  public int offset() {
    return offset;
  }

  /// What is wrong, without the offset.
  public String fault() {
    return fault;
  }

  /// What is wrong, the offset first.
  @Override
  public String getMessage() {
    return "at octet " + offset + ": " + fault;
  }
}
