package dev.weir.dns.wire;

import dev.weir.dns.edns.Edns;
import dev.weir.dns.edns.EdnsOption;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.Field;
import dev.weir.dns.rdata.RdataLayout;
import dev.weir.dns.type.Rcode;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.type.Ttl;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

// The idea: a message is written front to back into a buffer that its owner reuses; counts and
// flags
// are put into the header at the end. A set of records goes in whole or not at all: if one record
// of
// it passes the limit, the set is taken back. In the answer and authority sections that sets TC and
// ends the message (RFC 2181 §9); in the additional section it does not, because what may help may
// also be missing.
//
// Room for the OPT record and for a TSIG record is set aside before the first record, so that a
// truncated answer still carries them.
//
// Names are compressed where receivers must understand it: owners, the question, and the names in
// data of the types of RFC 1035 (RFC 3597 §4). The table of record types says where those are.

/// A writer of messages (RFC 1035 §4), for one thread at a time; it allocates nothing per message.
///
/// ```java
/// writer.begin(512, id, flags);
/// writer.edns(Edns.of(1232));
/// writer.question(name, type, recordClass);
/// writer.section(Section.ANSWER);
/// writer.set(owner, type, recordClass, ttl);
/// writer.add(rdata);
/// Octets message = writer.finish();
/// ```
public final class MessageWriter {
  /// The largest message over UDP without EDNS, in octets (RFC 1035 §4.2.1).
  public static final int UDP_LIMIT = 512;

  /// The largest message at all, in octets (RFC 1035 §4.2.2).
  public static final int STREAM_LIMIT = 65_535;

  private final OctetBuffer out;
  private final @Nullable NameTable names;
  private final int[] counts = new int[4];
  private final OctetBuffer scratch = new OctetBuffer(512);

  private int start;
  private int limit;
  private int reserved;
  private int padding;
  private HeaderFlags flags = HeaderFlags.QUERY;
  private int rcode;
  private @Nullable Edns edns;
  private int section;
  private boolean closed;

  private final byte[] owner = new byte[Name.MAX_OCTETS];
  private int ownerLength;
  private int ownerAt;
  private int type;
  private int recordClass;
  private int ttl;
  private int setStart;
  private int setCount;
  private boolean setRefused;

  /// A writer that appends to a buffer.
  ///
  /// @param out where messages go; what it holds already stays, and a message begins behind it
  /// @param compression which names become pointers
  public MessageWriter(OctetBuffer out, NameCompression compression) {
    this.out = out;
    this.names =
        compression == NameCompression.NONE
            ? null
            : new NameTable(compression == NameCompression.EXACT);
  }

  /// Begins a message.
  ///
  /// @param limit the most octets it may take, 512 to 65535
  /// @param id the identifier
  /// @param flags flags, opcode and the lower part of the response code
  public MessageWriter begin(int limit, int id, HeaderFlags flags) {
    if (limit < UDP_LIMIT || limit > STREAM_LIMIT) {
      throw new IllegalArgumentException("a message may take 512 to 65535 octets, not " + limit);
    }
    this.start = out.length();
    this.limit = limit;
    this.flags = flags;
    this.rcode = flags.rcode().code();
    this.reserved = 0;
    this.padding = 0;
    this.edns = null;
    this.section = 0;
    this.closed = false;
    this.setRefused = true;
    this.ownerAt = 0;
    Arrays.fill(counts, 0);
    out.u16(id).u16(flags.bits()).i32(0).i32(0);
    if (names != null) {
      names.clear();
    }
    return this;
  }

  /// Sets the response code; one above 15 needs [#edns] (RFC 6891 §6.1.3).
  public MessageWriter rcode(Rcode code) {
    rcode = code.code();
    return this;
  }

  /// Gives the message an OPT record, the last of the additional section, and sets room aside for
  /// it.
  public MessageWriter edns(Edns opt) {
    edns = opt;
    return this;
  }

  /// Pads the message to a multiple of `block` octets, as far as the limit goes; needs [#edns] (RFC
  /// 8467 §4: 128 for queries, 468 for responses).
  public MessageWriter padTo(int block) {
    padding = block;
    return this;
  }

  /// Sets room aside for what is appended after [#finish], such as a TSIG record.
  ///
  /// @param octets how many
  public MessageWriter reserve(int octets) {
    reserved = octets;
    return this;
  }

  /// Writes a question.
  public MessageWriter question(Name name, RecordType type, RecordClass recordClass) {
    return question(name.wire(), type.code(), recordClass.code());
  }

  /// Writes a question.
  ///
  /// @param name a valid name in uncompressed wire form
  /// @param typeCode the number of the type
  /// @param classCode the number of the class
  public MessageWriter question(Octets name, int typeCode, int classCode) {
    if (section != 0) {
      throw new IllegalStateException("questions come before records");
    }
    name(name.array(), name.offset(), name.length());
    out.u16(typeCode).u16(classCode);
    counts[0]++;
    return this;
  }

  /// Goes to a section; sections come in the order of [Section].
  public MessageWriter section(Section next) {
    int number =
        switch (next) {
          case ANSWER -> 1;
          case AUTHORITY -> 2;
          case ADDITIONAL -> 3;
        };
    if (number < section) {
      throw new IllegalStateException("the section " + next + " has been left");
    }
    section = number;
    setRefused = true;
    return this;
  }

  /// Begins a set of records; nothing is written before [#add].
  public MessageWriter set(Name owner, RecordType type, RecordClass recordClass, Ttl ttl) {
    return set(owner.wire(), type.code(), recordClass.code(), ttl.seconds());
  }

  /// Begins a set of records; nothing is written before [#add].
  ///
  /// @param owner a valid name in uncompressed wire form; it is copied
  /// @param typeCode the number of the type
  /// @param classCode the number of the class
  /// @param seconds the time to live
  /// @throws IllegalArgumentException if the type is OPT, which [#edns] is for, or TSIG, which a
  ///   signer appends behind everything else
  public MessageWriter set(Octets owner, int typeCode, int classCode, int seconds) {
    if (section == 0) {
      throw new IllegalStateException("a record needs a section");
    }
    if (typeCode == RecordType.OPT.code() || typeCode == RecordType.TSIG.code()) {
      throw new IllegalArgumentException("an OPT record is given to edns, a TSIG record is last");
    }
    if (ownerAt == 0 || !sameOwner(owner)) {
      System.arraycopy(owner.array(), owner.offset(), this.owner, 0, owner.length());
      ownerLength = owner.length();
      ownerAt = 0;
    }
    type = typeCode;
    recordClass = classCode;
    ttl = seconds;
    setStart = out.length();
    setCount = 0;
    setRefused = closed;
    return this;
  }

  /// Writes one record of the set.
  ///
  /// @param rdata valid data without compression
  /// @return false if the set does not fit and was taken back, with TC set where that is due; more
  ///   records of it are refused, too
  public boolean add(Octets rdata) {
    if (setRefused) {
      return false;
    }
    owner();
    out.u16(type).u16(recordClass).i32(ttl).u16(0);
    int dataAt = out.length();
    data(rdata);
    out.putU16(dataAt - 2, out.length() - dataAt);
    if (out.length() - start + reserved() > limit) {
      takeBack();
      return false;
    }
    counts[section]++;
    setCount++;
    return true;
  }

  /// Writes a set of one record.
  ///
  /// @return false if it does not fit
  public boolean record(
      Name owner, RecordType type, RecordClass recordClass, Ttl ttl, Octets rdata) {
    return set(owner, type, recordClass, ttl).add(rdata);
  }

  /// Writes a record of another message as a set of its own, its data checked and compressed anew.
  ///
  /// @return false if it does not fit
  /// @throws dev.weir.dns.MalformedWire if its data is not what its type says; nothing is written
  /// @throws IllegalArgumentException if it is an OPT or a TSIG record
  public boolean copy(RecordView record) {
    scratch.clear();
    record.owner().append(scratch);
    int ownerOctets = scratch.length();
    record.expand(scratch);
    Octets copied = scratch.view();
    return set(
            copied.slice(0, ownerOctets), record.typeCode(), record.classCode(), record.ttlBits())
        .add(copied.from(ownerOctets));
  }

  /// Sets TC and refuses all further records; for glue that must not be missing (RFC 9471 §3).
  public void truncate() {
    flags = flags.withTruncated(true);
    closed = true;
    setRefused = true;
  }

  /// Whether TC is set.
  public boolean truncated() {
    return flags.truncated();
  }

  /// Octets of the message so far, OPT record and room set aside included.
  public int length() {
    return out.length() - start + reserved();
  }

  /// Records in a section so far.
  public int count(Section of) {
    return switch (of) {
      case ANSWER -> counts[1];
      case AUTHORITY -> counts[2];
      case ADDITIONAL -> counts[3];
    };
  }

  /// Writes the OPT record, flags and counts.
  ///
  /// @return the message; it holds until the buffer is written to again
  /// @throws IllegalStateException if the response code needs EDNS and there is none
  public Octets finish() {
    Edns opt = edns;
    if (opt != null) {
      if (padding > 0) {
        opt = padded(opt);
      }
      (rcode >> 4 == opt.extendedRcode() ? opt : opt.withExtendedRcode(rcode >> 4)).write(out);
      counts[3]++;
    } else if (rcode > 15) {
      throw new IllegalStateException(
          "the response code " + rcode + " needs EDNS (RFC 6891 §6.1.3)");
    }
    out.putU16(start + 2, (flags.bits() & ~0xf) | (rcode & 0xf));
    for (int i = 0; i < counts.length; i++) {
      out.putU16(start + 4 + 2 * i, counts[i]);
    }
    return new Octets(out.array(), start, out.length() - start);
  }

  private Edns padded(Edns opt) {
    int bare = out.length() - start + opt.length() + 4 + reserved;
    int want = (padding - bare % padding) % padding;
    int room = limit - bare;
    return room < 0 ? opt : opt.with(new EdnsOption.Padding(Math.min(want, room)));
  }

  private int reserved() {
    Edns opt = edns;
    return opt == null ? reserved : reserved + opt.length();
  }

  private void takeBack() {
    out.truncate(setStart);
    counts[section] -= setCount;
    if (names != null) {
      names.forget(setStart - start);
    }
    ownerAt = ownerAt < setStart - start ? ownerAt : 0;
    setRefused = true;
    if (section < 3) {
      truncate();
    }
  }

  private boolean sameOwner(Octets next) {
    int from = next.offset();
    return Arrays.equals(owner, 0, ownerLength, next.array(), from, from + next.length());
  }

  /// Writes the owner: a pointer, if the record before had the same.
  private void owner() {
    if (ownerAt > 0) {
      out.u16(0xc000 | ownerAt);
      return;
    }
    int at = out.length();
    name(owner, 0, ownerLength);
    if (names != null && ownerLength > 2) {
      int written = out.array()[at] < 0 ? Octets.u16(out.array(), at) & 0x3fff : at - start;
      ownerAt = written <= 0x3fff ? written : 0;
    }
  }

  /// Writes record data, names compressed where its type allows.
  private void data(Octets rdata) {
    RdataLayout layout = RdataLayout.of(type);
    if (names == null || !layout.compresses()) {
      out.octets(rdata);
      return;
    }
    byte[] array = rdata.array();
    int from = rdata.offset();
    int to = from + rdata.length();
    int at = from;
    for (int i = 0; i < layout.size() && at < to; i++) {
      Field field = layout.field(i);
      int end = field.end(array, from, at, to);
      if (end < 0) {
        break;
      }
      if (field == Field.NAME_COMPRESSED) {
        names.append(array, at, start, out);
      } else {
        out.bytes(array, at, end - at);
      }
      at = end;
    }
    out.bytes(array, at, to - at);
  }

  private void name(byte[] wire, int at, int length) {
    if (names == null) {
      out.bytes(wire, at, length);
    } else {
      names.append(wire, at, start, out);
    }
  }
}
