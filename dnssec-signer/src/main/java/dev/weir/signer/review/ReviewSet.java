package dev.weir.signer.review;

import dev.weir.dns.type.RecordType;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.List;

/// The records of one name and type, as scripts see them.
@Doc("The records of one name and type. There is at least one.")
public final class ReviewSet {
  private final List<ReviewRecord> records;

  ReviewSet(List<ReviewRecord> records) {
    this.records = List.copyOf(records);
  }

  /// The name that the records are of.
  @Doc("The name that the records are of.")
  public ReviewName owner() {
    return records.getFirst().owner();
  }

  /// The type of the records.
  @Doc("The type of the records, such as `rtype.NS`.")
  public RecordType rtype() {
    return records.getFirst().rtype();
  }

  /// The time to live in seconds.
  @Doc("How long the records may be kept, in seconds.")
  public @Unsigned int ttl() {
    return records.getFirst().ttl();
  }

  /// How many records there are.
  @Doc("How many records there are.")
  public @Unsigned long len() {
    return records.size();
  }

  /// The records in canonical order.
  @Doc("The records in canonical order (RFC 4034).")
  public List<ReviewRecord> records() {
    return records;
  }

  @Override
  public String toString() {
    return owner() + " " + rtype() + ", " + records.size() + " records";
  }
}
