package dev.weir.signer.review;

import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneDiff;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One version of a zone, as scripts see it: a view of the snapshot, which never changes.
@Doc("One version of a zone.")
public final class ReviewZone {
  /// The most records of a difference that are listed; all are counted.
  private static final int LISTED = 100_000;

  private final Zone zone;

  /// Views a zone.
  public ReviewZone(Zone zone) {
    this.zone = zone;
  }

  /// The name at the top of the zone.
  @Doc("The name at the top of the zone.")
  public ReviewName apex() {
    return new ReviewName(zone.apex());
  }

  /// The serial number of the SOA record.
  @Doc("The serial number of the zone; `None` if it has no SOA record.")
  public Optional<@Unsigned Integer> serial() {
    return find(apex(), RecordType.SOA).map(set -> serial(set.records().getFirst()));
  }

  /// Behind two names: the five numbers of SOA are the last twenty octets of its data.
  private static int serial(ReviewRecord soa) {
    Octets data = soa.octets();
    return data.i32(data.length() - 20);
  }

  /// How many records the zone has.
  @Doc("How many records the zone has.")
  public @Unsigned long len() {
    return zone.summary().records();
  }

  /// How many names have records.
  @Doc("How many names of the zone have records.")
  public @Unsigned long nameCount() {
    return zone.summary().nodes();
  }

  /// Whether a name has records of a type.
  @Doc("Whether a name has records of a type.")
  public boolean has(ReviewName owner, RecordType type) {
    return at(owner, type) != null;
  }

  /// The records of a name and type.
  @Doc("The records of a name and type; `None` if there are none.")
  public Optional<ReviewSet> find(ReviewName owner, RecordType type) {
    ZoneCursor found = at(owner, type);
    return found == null ? Optional.empty() : Optional.of(set(found));
  }

  /// All sets of a type.
  @Doc("All record sets of a type, in canonical order of their names.")
  public List<ReviewSet> sets(RecordType type) {
    List<ReviewSet> all = new ArrayList<>();
    ZoneCursor cursor = zone.cursor();
    while (cursor.next()) {
      while (cursor.nextSet()) {
        if (cursor.type() == type.code()) {
          all.add(set(cursor));
        }
      }
    }
    return all;
  }

  /// How many records of a type the zone has.
  @Doc("How many records of a type the zone has.")
  public @Unsigned long count(RecordType type) {
    long count = 0;
    ZoneCursor cursor = zone.cursor();
    while (cursor.next()) {
      while (cursor.nextSet()) {
        count += cursor.type() == type.code() ? cursor.records() : 0;
      }
    }
    return count;
  }

  /// What came and went since an older version.
  @Doc(
      "What came and went since an older version of the zone. A zone of another name has nothing in"
          + " common with this one.")
  public ReviewChange changeFrom(ReviewZone older) {
    Changes changes = new Changes();
    if (zone.apex().equals(older.zone.apex())) {
      ZoneDiff.compare(older.zone, zone, changes);
    } else {
      ZoneDiff.compare(older.zone, Zone.empty(older.zone.apex()), changes);
      ZoneDiff.compare(Zone.empty(zone.apex()), zone, changes);
    }
    return new ReviewChange(changes.removed, changes.added, changes.gone, changes.come);
  }

  private @Nullable ZoneCursor at(ReviewName owner, RecordType type) {
    if (!owner.name().under(zone.apex())) {
      return null;
    }
    ZoneCursor cursor = zone.find(NameKey.of(owner.name(), zone.apex()));
    if (cursor == null) {
      return null;
    }
    while (cursor.nextSet()) {
      if (cursor.type() == type.code()) {
        return cursor;
      }
    }
    return null;
  }

  private static ReviewSet set(ZoneCursor at) {
    List<ReviewRecord> records = new ArrayList<>(at.records());
    ReviewName owner = new ReviewName(at.owner());
    RecordType type = new RecordType(at.type());
    while (at.nextRecord()) {
      records.add(new ReviewRecord(owner, type, at.ttl(), at.rdata()));
    }
    return new ReviewSet(records);
  }

  @Override
  public String toString() {
    return zone.toString();
  }

  /// Collects a difference.
  private static final class Changes implements ZoneDiff.Sink {
    private final List<ReviewRecord> removed = new ArrayList<>();
    private final List<ReviewRecord> added = new ArrayList<>();
    private long gone;
    private long come;

    @Override
    public void change(boolean isAdded, ZoneCursor at, Octets rdata) {
      if (isAdded) {
        come++;
      } else {
        gone++;
      }
      List<ReviewRecord> list = isAdded ? added : removed;
      if (list.size() < LISTED) {
        ReviewName owner = new ReviewName(at.owner());
        Octets data = Octets.of(rdata.toBytes());
        list.add(new ReviewRecord(owner, new RecordType(at.type()), at.ttl(), data));
      }
    }
  }
}
