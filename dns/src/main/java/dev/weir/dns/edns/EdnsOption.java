package dev.weir.dns.edns;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import java.nio.charset.StandardCharsets;

/// One option of an OPT record (RFC 6891 §6.1.2), as a typed value.
///
/// ```
/// OPTION-CODE (2) | OPTION-LENGTH (2) | OPTION-DATA
/// ```
///
/// Reading never throws: data that breaks the option's RFC becomes [Malformed], and a code without
/// a type here becomes [Unknown]. Both write back what they were read from.
public sealed interface EdnsOption {
  /// The code of the option.
  OptionCode code();

  /// Appends the data, without code and length.
  void writeData(OctetBuffer out);

  /// Reads the data of an option; nothing is copied.
  static EdnsOption read(OptionCode code, Octets data) {
    try {
      return OptionReader.read(code, data);
    } catch (MalformedWire e) {
      return new Malformed(code, data, e.fault());
    }
  }

  /// Appends code, length and data.
  default void write(OctetBuffer out) {
    int start = out.length();
    out.u16(code().code()).u16(0);
    writeData(out);
    out.putU16(start + 2, out.length() - start - 4);
  }

  /// The name of a server behind an address (RFC 5001); empty where it is asked for.
  ///
  /// @param id opaque octets
  record Nsid(Octets id) implements EdnsOption {
    @Override
    public OptionCode code() {
      return OptionCode.NSID;
    }

    @Override
    public void writeData(OctetBuffer out) {
      out.octets(id);
    }

    /// Prints the identifier in hexadecimal.
    @Override
    public String toString() {
      return id.length() == 0 ? "NSID" : "NSID=" + id;
    }
  }

  /// Algorithms that the asker understands (RFC 6975 §3): one octet for each.
  ///
  /// @param code DAU, DHU or N3U
  /// @param algorithms their numbers in the registry that the code stands for
  record Understood(OptionCode code, Octets algorithms) implements EdnsOption {
    /// Checks the code.
    public Understood {
      if (code.code() < OptionCode.DAU.code() || code.code() > OptionCode.N3U.code()) {
        throw new IllegalArgumentException("DAU, DHU or N3U, not " + code);
      }
    }

    @Override
    public void writeData(OctetBuffer out) {
      out.octets(algorithms);
    }

    /// Prints the numbers in decimal, between commas.
    @Override
    public String toString() {
      StringBuilder out = new StringBuilder(code.toString());
      for (int i = 0; i < algorithms.length(); i++) {
        out.append(i == 0 ? '=' : ',').append(algorithms.u8(i));
      }
      return out.toString();
    }
  }

  /// The network that a question comes from (RFC 7871 §6).
  ///
  /// @param family the address family: 1 for IPv4, 2 for IPv6, 0 with no address
  /// @param source leading bits of the address that matter, as asked
  /// @param scope leading bits that the answer covers; 0 in a query
  /// @param address as many octets as `source` needs, the bits beyond it zero
  record ClientSubnet(int family, int source, int scope, Octets address) implements EdnsOption {
    /// Checks lengths, and that no bit is set beyond the source prefix.
    ///
    /// @throws IllegalArgumentException if they do not agree
    public ClientSubnet {
      String fault = OptionReader.subnetFault(family, source, scope, address);
      if (!fault.isEmpty()) {
        throw new IllegalArgumentException(fault);
      }
    }

    @Override
    public OptionCode code() {
      return OptionCode.ECS;
    }

    @Override
    public void writeData(OctetBuffer out) {
      out.u16(family).u8(source).u8(scope).octets(address);
    }

    /// Prints address, source and scope lengths.
    @Override
    public String toString() {
      return "ECS=" + OptionReader.address(family, address) + "/" + source + "/" + scope;
    }
  }

  /// How long a secondary may go on serving a zone (RFC 7314).
  ///
  /// @param seconds unsigned 32 bits; -1 where it is asked for (no data)
  record Expire(long seconds) implements EdnsOption {
    /// The question: an option without data.
    public static final Expire ASK = new Expire(-1);

    /// Checks the range.
    public Expire {
      if (seconds < -1 || seconds > 0xffff_ffffL) {
        throw new IllegalArgumentException("EXPIRE is 32 bits, not " + seconds);
      }
    }

    @Override
    public OptionCode code() {
      return OptionCode.EXPIRE;
    }

    @Override
    public void writeData(OctetBuffer out) {
      if (seconds >= 0) {
        out.i32((int) seconds);
      }
    }

    /// Prints the seconds, if there are any.
    @Override
    public String toString() {
      return seconds < 0 ? "EXPIRE" : "EXPIRE=" + seconds;
    }
  }

  /// A cookie (RFC 7873 §4).
  ///
  /// @param client 8 octets
  /// @param server 8 to 32 octets, or none where the asker has not got one yet
  record Cookie(Octets client, Octets server) implements EdnsOption {
    /// Checks the lengths.
    public Cookie {
      int octets = server.length();
      if (client.length() != 8 || (octets != 0 && (octets < 8 || octets > 32))) {
        throw new IllegalArgumentException(
            "a cookie has 8 octets of client and 0 or 8 to 32 of server (RFC 7873 §4)");
      }
    }

    @Override
    public OptionCode code() {
      return OptionCode.COOKIE;
    }

    @Override
    public void writeData(OctetBuffer out) {
      out.octets(client).octets(server);
    }

    /// Prints both parts in hexadecimal, one after the other.
    @Override
    public String toString() {
      return "COOKIE=" + client + server;
    }
  }

  /// How long an idle TCP connection stays open (RFC 7828 §3.1).
  ///
  /// @param tenths tenths of a second, 0 to 65535; -1 from the client (no data)
  record Keepalive(int tenths) implements EdnsOption {
    /// The client's form: an option without data.
    public static final Keepalive ASK = new Keepalive(-1);

    /// Checks the range.
    public Keepalive {
      if (tenths < -1 || tenths > 0xffff) {
        throw new IllegalArgumentException("a keepalive is 0 to 65535 tenths, not " + tenths);
      }
    }

    @Override
    public OptionCode code() {
      return OptionCode.KEEPALIVE;
    }

    @Override
    public void writeData(OctetBuffer out) {
      if (tenths >= 0) {
        out.u16(tenths);
      }
    }

    /// Prints tenths of a second, if there are any.
    @Override
    public String toString() {
      return tenths < 0 ? "KEEPALIVE" : "KEEPALIVE=" + tenths;
    }
  }

  /// Octets that only take room (RFC 7830); they are written as zeros, whatever was read.
  ///
  /// @param octets how many
  record Padding(int octets) implements EdnsOption {
    /// Checks the range.
    public Padding {
      if (octets < 0 || octets > 0xffff) {
        throw new IllegalArgumentException("padding is 0 to 65535 octets, not " + octets);
      }
    }

    @Override
    public OptionCode code() {
      return OptionCode.PADDING;
    }

    @Override
    public void writeData(OctetBuffer out) {
      for (int i = 0; i < octets; i++) {
        out.u8(0);
      }
    }

    /// Prints how many octets there are.
    @Override
    public String toString() {
      return "PADDING=" + octets;
    }
  }

  /// Why a question was answered as it was (RFC 8914 §2).
  ///
  /// @param info the number in the registry "Extended DNS Error Codes"
  /// @param text more to read, in UTF-8, as it came; may be empty
  record ExtendedError(int info, Octets text) implements EdnsOption {
    /// Checks the range.
    public ExtendedError {
      if (info < 0 || info > 0xffff) {
        throw new IllegalArgumentException("an extended error is 0 to 65535, not " + info);
      }
    }

    /// An error with a text.
    public static ExtendedError of(int info, String text) {
      return new ExtendedError(info, Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public OptionCode code() {
      return OptionCode.EDE;
    }

    /// The text, decoded; a final NUL is dropped, and what is not UTF-8 becomes U+FFFD.
    public String message() {
      int length = text.length();
      if (length > 0 && text.u8(length - 1) == 0) {
        length--;
      }
      return new String(text.array(), text.offset(), length, StandardCharsets.UTF_8);
    }

    @Override
    public void writeData(OctetBuffer out) {
      out.u16(info).octets(text);
    }

    /// Prints the number, and the text with control characters escaped.
    @Override
    public String toString() {
      return text.length() == 0 ? "EDE=" + info : "EDE=" + info + OptionReader.quote(message());
    }
  }

  /// The domain that errors are reported to (RFC 9567 §5).
  ///
  /// @param agent the agent domain, never compressed
  record ReportChannel(Name agent) implements EdnsOption {
    @Override
    public OptionCode code() {
      return OptionCode.REPORT_CHANNEL;
    }

    @Override
    public void writeData(OctetBuffer out) {
      out.octets(agent.wire());
    }

    /// Prints the agent domain.
    @Override
    public String toString() {
      return "REPORT-CHANNEL=" + agent;
    }
  }

  /// The version of the zone that an answer comes from (RFC 9660 §2).
  ///
  /// @param labels labels of the zone's name, the root not counted
  /// @param type the kind of version; 0 is the SOA serial
  /// @param version the version; with type 0, four octets
  record ZoneVersion(int labels, int type, Octets version) implements EdnsOption {
    /// Checks the ranges.
    public ZoneVersion {
      if (labels < 0 || labels > 127 || type < 0 || type > 255) {
        throw new IllegalArgumentException("labels 0 to 127 and type 0 to 255 (RFC 9660 §2)");
      }
      if (type == 0 && version.length() != 4) {
        throw new IllegalArgumentException("an SOA serial has 4 octets (RFC 9660 §3)");
      }
    }

    @Override
    public OptionCode code() {
      return OptionCode.ZONEVERSION;
    }

    @Override
    public void writeData(OctetBuffer out) {
      out.u8(labels).u8(type).octets(version);
    }

    /// Prints labels, and the serial or the kind and version.
    @Override
    public String toString() {
      String shown = type == 0 ? "SOA-SERIAL," + version.u32(0) : type + "," + version;
      return "ZONEVERSION=" + labels + "," + shown;
    }
  }

  /// A request for the version of the zone (RFC 9660 §3.1): an option without data.
  record ZoneVersionRequest() implements EdnsOption {
    @Override
    public OptionCode code() {
      return OptionCode.ZONEVERSION;
    }

    @Override
    public void writeData(OctetBuffer out) {}

    /// Prints the mnemonic alone.
    @Override
    public String toString() {
      return "ZONEVERSION";
    }
  }

  /// An option of a code that has no type here.
  ///
  /// @param code the code
  /// @param data the data, as it came
  record Unknown(OptionCode code, Octets data) implements EdnsOption {
    @Override
    public void writeData(OctetBuffer out) {
      out.octets(data);
    }

    /// Prints the code, and the data in hexadecimal.
    @Override
    public String toString() {
      return data.length() == 0 ? code.toString() : code + "=" + data;
    }
  }

  /// An option whose data breaks its RFC.
  ///
  /// @param code the code
  /// @param data the data, as it came
  /// @param fault what is wrong, with the RFC section
  record Malformed(OptionCode code, Octets data, String fault) implements EdnsOption {
    @Override
    public void writeData(OctetBuffer out) {
      out.octets(data);
    }

    /// Prints code, data and fault.
    @Override
    public String toString() {
      return code + "=" + data + " (malformed: " + fault + ")";
    }
  }
}
