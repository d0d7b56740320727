package dev.weir.signer.review;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.text.RdataPrinter;
import dev.weir.dns.type.RecordType;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A record of a zone, as scripts see it. Its data stays where the zone has it until it is asked
/// for.
@Doc("A record of a zone.")
public final class ReviewRecord {
  private final ReviewName owner;
  private final RecordType type;
  private final int ttl;
  private final Octets data;

  ReviewRecord(ReviewName owner, RecordType type, int ttl, Octets data) {
    this.owner = owner;
    this.type = type;
    this.ttl = ttl;
    this.data = data;
  }

  /// The name that the record is of.
  @Doc("The name that the record is of.")
  public ReviewName owner() {
    return owner;
  }

  /// The type of the record.
  @Doc("The type of the record, such as `rtype.NS`.")
  public RecordType rtype() {
    return type;
  }

  /// The time to live in seconds.
  @Doc("How long the record may be kept, in seconds.")
  public @Unsigned int ttl() {
    return ttl;
  }

  /// The data in presentation form.
  @Doc("The data as zone files write it: `10 mail.example.`")
  public String data() {
    OctetBuffer out = new OctetBuffer(64);
    RdataPrinter.print(type.code(), data.array(), data.offset(), data.length(), out);
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  /// The address of an A or AAAA record.
  @Doc("The address of an `A` or `AAAA` record; `None` for others.")
  public Optional<IpAddress> address() {
    if (type.equals(RecordType.A) && data.length() == 4) {
      return Optional.of(Ipv4Address.read(data.array(), data.offset()));
    }
    if (type.equals(RecordType.AAAA) && data.length() == 16) {
      return Optional.of(Ipv6Address.read(data.array(), data.offset()));
    }
    return Optional.empty();
  }

  /// The name that a record leads to: of NS, CNAME, DNAME, PTR, MX and SRV.
  @Doc("The name that an `NS`, `CNAME`, `DNAME`, `PTR`, `MX` or `SRV` record leads to.")
  public Optional<ReviewName> target() {
    int before = beforeTarget();
    if (before < 0 || before >= data.length()) {
      return Optional.empty();
    }
    return Optional.of(new ReviewName(Name.read(data.from(before))));
  }

  /// Octets before the name in the data; -1 for types that lead nowhere.
  private int beforeTarget() {
    if (type.equals(RecordType.MX)) {
      return 2;
    }
    if (type.equals(RecordType.SRV)) {
      return 6;
    }
    boolean bare =
        type.equals(RecordType.NS)
            || type.equals(RecordType.CNAME)
            || type.equals(RecordType.DNAME)
            || type.equals(RecordType.PTR);
    return bare ? 0 : -1;
  }

  Octets octets() {
    return data;
  }

  /// The record on one line of a zone file.
  @Doc("The record on one line, as zone files write it.")
  public String text() {
    return owner + " " + Integer.toUnsignedString(ttl) + " IN " + type + " " + data();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReviewRecord that
        && owner.equals(that.owner)
        && type.equals(that.type)
        && ttl == that.ttl
        && data.equals(that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * owner.hashCode() + type.hashCode()) + data.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
