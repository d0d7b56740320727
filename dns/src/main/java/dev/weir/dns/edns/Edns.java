package dev.weir.dns.edns;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The OPT pseudo record (RFC 6891 §6.1): what one side of an exchange can do, and its options.
///
/// ```
/// owner: root (1) | TYPE 41 (2) | CLASS: payload size (2) | TTL: ext. RCODE (1) version (1) flags (2)
/// RDLENGTH (2) | { OPTION-CODE (2) | OPTION-LENGTH (2) | OPTION-DATA } ...
/// ```
///
/// The options stay octets whose frame was checked; flags and options that nobody knows are kept.
public final class Edns {
  /// The payload size that fits a path without fragments (RFC 9715 §3.1).
  public static final int SAFE_PAYLOAD = 1232;

  /// Octets of an OPT record without options.
  public static final int FIXED_OCTETS = 11;

  private static final int DO = 0x8000;
  private static final int CO = 0x4000;
  private static final int DE = 0x2000;

  private final int payloadSize;
  private final int ttlBits;
  private final Octets options;

  private Edns(int payloadSize, int ttlBits, Octets options) {
    this.payloadSize = payloadSize;
    this.ttlBits = ttlBits;
    this.options = options;
  }

  /// Version 0 with a payload size, no flags and no options.
  ///
  /// @param payloadSize octets, 0 to 65535
  public static Edns of(int payloadSize) {
    if (payloadSize < 0 || payloadSize > 0xffff) {
      throw new IllegalArgumentException("a payload size is 0 to 65535, not " + payloadSize);
    }
    return new Edns(payloadSize, 0, Octets.EMPTY);
  }

  /// Reads the fields of an OPT record; the options are not copied.
  ///
  /// @param classCode the CLASS field
  /// @param ttlBits the TTL field
  /// @param rdata the data
  /// @throws MalformedWire if an option runs past the end of the data; the offset counts from the
  ///   start of the data
  public static Edns read(int classCode, int ttlBits, Octets rdata) {
    int at = 0;
    while (at < rdata.length()) {
      if (rdata.length() - at < 4) {
        throw MalformedWire.untraced(at, "an EDNS option is cut short (RFC 6891 §6.1.2)");
      }
      int length = rdata.u16(at + 2);
      if (rdata.length() - at - 4 < length) {
        throw MalformedWire.untraced(
            at + 2, "an EDNS option runs past the OPT record (RFC 6891 §6.1.2)");
      }
      at += 4 + length;
    }
    return new Edns(classCode, ttlBits, rdata);
  }

  /// The largest message over UDP that the sender takes, in octets, as it stands.
  public int payloadSize() {
    return payloadSize;
  }

  /// The largest message over UDP to send: values below 512 count as 512 (RFC 6891 §6.2.3).
  public int usablePayloadSize() {
    return Math.max(512, payloadSize);
  }

  /// The upper eight bits of the response code.
  public int extendedRcode() {
    return ttlBits >>> 24;
  }

  /// The version; all but 0 are to be answered with BADVERS (RFC 6891 §6.1.3).
  public int version() {
    return ttlBits >> 16 & 0xff;
  }

  /// The sixteen flags, unknown ones included.
  public int flags() {
    return ttlBits & 0xffff;
  }

  /// Whether DNSSEC records are wanted (DO, RFC 3225).
  public boolean dnssecOk() {
    return (ttlBits & DO) != 0;
  }

  /// Whether compact answers are understood (CO, RFC 9824 §5.1).
  public boolean compactOk() {
    return (ttlBits & CO) != 0;
  }

  /// Whether delegations by DELEG records are wanted (DE, draft-ietf-deleg).
  public boolean delegOk() {
    return (ttlBits & DE) != 0;
  }

  /// The 32 bits of the TTL field.
  public int ttlBits() {
    return ttlBits;
  }

  /// The data of the record: its options.
  public Octets rdata() {
    return options;
  }

  /// Octets of the whole record.
  public int length() {
    return FIXED_OCTETS + options.length();
  }

  /// The options in order, those that break their RFC and those that nobody knows included.
  public List<EdnsOption> options() {
    List<EdnsOption> list = new ArrayList<>();
    for (int at = 0; at < options.length(); at += 4 + options.u16(at + 2)) {
      list.add(option(at));
    }
    return List.copyOf(list);
  }

  /// The first option of a code.
  public Optional<EdnsOption> option(OptionCode code) {
    for (int at = 0; at < options.length(); at += 4 + options.u16(at + 2)) {
      if (options.u16(at) == code.code()) {
        return Optional.of(option(at));
      }
    }
    return Optional.empty();
  }

  /// Whether there is an option of a code; allocates nothing.
  public boolean has(OptionCode code) {
    for (int at = 0; at < options.length(); at += 4 + options.u16(at + 2)) {
      if (options.u16(at) == code.code()) {
        return true;
      }
    }
    return false;
  }

  /// This with DO set or not.
  public Edns withDnssecOk(boolean on) {
    return withFlags(on ? flags() | DO : flags() & ~DO);
  }

  /// This with CO set or not.
  public Edns withCompactOk(boolean on) {
    return withFlags(on ? flags() | CO : flags() & ~CO);
  }

  /// This with other flags.
  public Edns withFlags(int flags) {
    return new Edns(payloadSize, (ttlBits & 0xffff_0000) | (flags & 0xffff), options);
  }

  /// This with another upper part of the response code, 0 to 255.
  public Edns withExtendedRcode(int upper) {
    return new Edns(payloadSize, (ttlBits & 0xff_ffff) | (upper << 24), options);
  }

  /// This with another version, 0 to 255.
  public Edns withVersion(int version) {
    return new Edns(payloadSize, (ttlBits & 0xff00_ffff) | ((version & 0xff) << 16), options);
  }

  /// This with one more option at the end.
  ///
  /// @throws IllegalArgumentException if the options no longer fit in 65535 octets
  public Edns with(EdnsOption option) {
    OctetBuffer out = new OctetBuffer(options.length() + 64);
    out.octets(options);
    option.write(out);
    if (out.length() > 0xffff) {
      throw new IllegalArgumentException("EDNS options take 65535 octets at most");
    }
    return new Edns(payloadSize, ttlBits, Octets.of(out.toBytes()));
  }

  /// Appends the whole record.
  public void write(OctetBuffer out) {
    out.u8(0).u16(RecordType.OPT.code()).u16(payloadSize).i32(ttlBits);
    out.u16(options.length()).octets(options);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Edns that
        && payloadSize == that.payloadSize
        && ttlBits == that.ttlBits
        && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * payloadSize + ttlBits) + options.hashCode();
  }

  /// Prints version, flags, payload size and options.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(64);
    out.append("EDNS version ").append(version()).append(" flags");
    if (dnssecOk()) {
      out.append(" do");
    }
    if (compactOk()) {
      out.append(" co");
    }
    if (delegOk()) {
      out.append(" de");
    }
    int unknown = flags() & ~(DO | CO | DE);
    if (unknown != 0) {
      out.append(String.format(" 0x%04x", unknown));
    }
    out.append(" payload ").append(payloadSize);
    for (EdnsOption option : options()) {
      out.append(' ').append(option);
    }
    return out.toString();
  }

  private EdnsOption option(int at) {
    return EdnsOption.read(
        new OptionCode(options.u16(at)), options.slice(at + 4, options.u16(at + 2)));
  }
}
