package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.inet.Asn;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The AS numbers a route has passed, nearest first, as a view over the octets of AS_PATH or
/// AS4_PATH (RFC 4271 section 4.3, RFC 5065, RFC 6793).
///
/// ```
/// +--------+--------+---------------------------------------+
/// |  kind  | count  |   count AS numbers of 2 or 4 octets   |   and more such segments
/// +--------+--------+---------------------------------------+
/// ```
///
/// A path may come from a damaged message: every question walks the whole segments only, and
/// [#isWellFormed] says whether they are all there is. Two paths are equal if they have the same
/// segments, however wide their numbers were on the wire.
public final class AsPath {
  /// An unordered set of AS numbers, from aggregation; deprecated by RFC 9774.
  public static final int AS_SET = 1;

  /// AS numbers in order.
  public static final int AS_SEQUENCE = 2;

  /// Member ASes of the local confederation in order (RFC 5065).
  public static final int AS_CONFED_SEQUENCE = 3;

  /// An unordered set of member ASes (RFC 5065).
  public static final int AS_CONFED_SET = 4;

  /// The path of a route that has not left its AS.
  public static final AsPath EMPTY = new AsPath(Octets.EMPTY, true);

  /// The AS that stands for one of four octets in a path of two (RFC 6793).
  public static final int AS_TRANS = 23456;

  private final byte[] array;
  private final int start;
  private final int end;
  private final int width;

  /// Views the value of an attribute.
  ///
  /// @param value not copied
  /// @param fourOctetAsn how wide its AS numbers are
  public AsPath(Octets value, boolean fourOctetAsn) {
    this.array = value.array();
    this.start = value.offset();
    this.end = value.end();
    this.width = fourOctetAsn ? 4 : 2;
  }

  /// A path of one sequence (or of several, if there are more than 255 numbers).
  public static AsPath sequence(Asn... asns) {
    AsPathBuilder builder = new AsPathBuilder();
    builder.segment(AS_SEQUENCE, asns);
    return builder.build();
  }

  /// Returns the octets of the attribute's value, as wide as they are.
  public Octets octets() {
    return new Octets(array, start, end - start);
  }

  /// Parses what [#toString] prints: numbers with blanks between them, sets as `{1,2}`,
  /// confederation sequences as `(1 2)` and confederation sets as `[1,2]`.
  ///
  /// @throws MalformedAsPath if the text is something else
  public static AsPath parse(CharSequence text) {
    return new AsPathParser(text).path();
  }

  byte[] array() {
    return array;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// Returns whether the AS numbers have four octets on the wire.
  public boolean isFourOctet() {
    return width == 4;
  }

  /// Returns whether the octets are whole segments of known kinds, none of them empty (RFC 7606
  /// section 7.2).
  public boolean isWellFormed() {
    int at = start;
    while (end - at >= 2) {
      int kind = array[at];
      int count = array[at + 1] & 0xff;
      if (kind < AS_SET || kind > AS_CONFED_SET || count == 0 || count * width > end - at - 2) {
        return false;
      }
      at += 2 + count * width;
    }
    return at == end;
  }

  /// Returns how many AS numbers the decision process counts: a set counts as one, confederation
  /// segments as none (RFC 4271 section 9.1.2.2, RFC 5065 section 5.3).
  public int hops() {
    int hops = 0;
    for (Segments s = segments(); s.next(); ) {
      hops += s.kind() == AS_SEQUENCE ? s.count() : s.kind() == AS_SET ? 1 : 0;
    }
    return hops;
  }

  /// Returns how many AS numbers stand in the path, of any segment.
  public int count() {
    int count = 0;
    for (Segments s = segments(); s.next(); ) {
      count += s.count();
    }
    return count;
  }

  /// Returns how many different AS numbers stand in the path.
  public int uniqueCount() {
    int[] all = asns();
    Arrays.sort(all);
    int unique = 0;
    for (int i = 0; i < all.length; i++) {
      unique += i == 0 || all[i] != all[i - 1] ? 1 : 0;
    }
    return unique;
  }

  /// Returns all AS numbers in their order, as 32-bit unsigned numbers.
  public int[] asns() {
    int[] all = new int[count()];
    int at = 0;
    for (Segments s = segments(); s.next(); ) {
      for (int i = 0; i < s.count(); i++) {
        all[at++] = s.asn(i);
      }
    }
    return all;
  }

  /// Returns whether an AS stands anywhere in the path.
  public boolean contains(Asn asn) {
    return contains(asn.bits());
  }

  /// Returns whether an AS stands anywhere in the path.
  ///
  /// @param asn the number, unsigned
  public boolean contains(int asn) {
    for (Segments s = segments(); s.next(); ) {
      for (int i = 0; i < s.count(); i++) {
        if (s.asn(i) == asn) {
          return true;
        }
      }
    }
    return false;
  }

  /// Returns the AS that the route comes from: the last of a path that ends in a sequence; null for
  /// an empty path and for one that ends in anything else (RFC 6811 section 2, RFC 6907).
  public @Nullable Asn origin() {
    long found = originBits();
    return found < 0 ? null : new Asn((int) found);
  }

  /// Returns the number of [#origin], or -1 if there is none.
  public long originBits() {
    long last = -1;
    for (Segments s = segments(); s.next(); ) {
      last = s.kind() == AS_SEQUENCE && s.count() > 0 ? s.asn(s.count() - 1) & 0xffff_ffffL : -1;
    }
    return last;
  }

  /// Returns the AS that the route was heard from: the first of a path that begins with a sequence,
  /// confederation segments passed over; null if there is none.
  public @Nullable Asn neighbour() {
    for (Segments s = segments(); s.next(); ) {
      if (s.kind() == AS_SEQUENCE && s.count() > 0) {
        return new Asn(s.asn(0));
      }
      if (s.kind() == AS_SET) {
        return null;
      }
    }
    return null;
  }

  /// Returns whether any segment is a set, of ASes or of members of a confederation.
  public boolean hasSet() {
    for (Segments s = segments(); s.next(); ) {
      if (s.kind() == AS_SET || s.kind() == AS_CONFED_SET) {
        return true;
      }
    }
    return false;
  }

  /// Walks the segments.
  public Segments segments() {
    return new Segments(array, start, end, width);
  }

  /// Merges the path of a speaker of two octets with its AS4_PATH (RFC 6793 section 4.2.3): where
  /// this path counts fewer hops, AS4_PATH is not to be believed, else the hops of this path that
  /// AS4_PATH lacks are put before it.
  public AsPath mergedWith(AsPath as4) {
    int missing = hops() - as4.hops();
    if (missing < 0 || !as4.isWellFormed()) {
      return this;
    }
    AsPathBuilder builder = new AsPathBuilder();
    for (Segments s = segments(); s.next() && missing > 0; ) {
      if (s.kind() == AS_SEQUENCE) {
        int taken = Math.min(missing, s.count());
        builder.copy(s, taken);
        missing -= taken;
      } else {
        builder.copy(s, s.count());
        missing -= s.kind() == AS_SET ? 1 : 0;
      }
    }
    for (Segments s = as4.segments(); s.next(); ) {
      if (s.kind() == AS_SEQUENCE || s.kind() == AS_SET) {
        builder.copy(s, s.count());
      }
    }
    return builder.build();
  }

  /// The same path in four-octet numbers; this one if it has them.
  public AsPath widened() {
    if (width == 4) {
      return this;
    }
    AsPathBuilder builder = new AsPathBuilder();
    for (Segments s = segments(); s.next(); ) {
      builder.copy(s, s.count());
    }
    return builder.build();
  }

  /// The same path in two-octet numbers, with 23456 for those that do not fit (RFC 6793 section
  /// 4.2.2); this one if it has them.
  public AsPath narrowed() {
    if (width == 2) {
      return this;
    }
    OctetsWriter out = new OctetsWriter(end - start);
    for (Segments s = segments(); s.next(); ) {
      out.u8(s.kind()).u8(s.count());
      for (int i = 0; i < s.count(); i++) {
        out.u16(s.asn(i) >>> 16 == 0 ? s.asn(i) : AS_TRANS);
      }
    }
    return new AsPath(out.toOctets(), false);
  }

  /// The same path without the segments of a confederation, as AS4_PATH has it (RFC 6793 section
  /// 4.2.2).
  public AsPath withoutMembers() {
    AsPathBuilder builder = new AsPathBuilder();
    for (Segments s = segments(); s.next(); ) {
      if (s.kind() == AS_SEQUENCE || s.kind() == AS_SET) {
        builder.copy(s, s.count());
      }
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof AsPath that)) {
      return false;
    }
    Segments mine = segments();
    Segments theirs = that.segments();
    while (mine.next()) {
      if (!theirs.next() || mine.kind() != theirs.kind() || mine.count() != theirs.count()) {
        return false;
      }
      for (int i = 0; i < mine.count(); i++) {
        if (mine.asn(i) != theirs.asn(i)) {
          return false;
        }
      }
    }
    return !theirs.next();
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (Segments s = segments(); s.next(); ) {
      hash = 31 * hash + s.kind();
      for (int i = 0; i < s.count(); i++) {
        hash = 31 * hash + s.asn(i);
      }
    }
    return hash;
  }

  /// Returns the numbers with blanks between them, sets as `{1,2}`, confederation sequences as `(1
  /// 2)` and confederation sets as `[1,2]`, as routers print them.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Segments s = segments(); s.next(); ) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      s.print(text);
    }
    return text.toString();
  }

  /// A walk over the segments of a path; belongs to the loop that made it.
  public static final class Segments {
    private final byte[] array;
    private final int end;
    private final int width;
    private int at;
    private int next;

    Segments(byte[] array, int start, int end, int width) {
      this.array = array;
      this.end = end;
      this.width = width;
      this.next = start;
    }

    /// Moves to the next segment; false behind the last whole one.
    public boolean next() {
      at = next;
      if (end - at < 2) {
        return false;
      }
      next = at + 2 + (array[at + 1] & 0xff) * width;
      return next <= end;
    }

    /// Returns the kind: [#AS_SET], [#AS_SEQUENCE], [#AS_CONFED_SEQUENCE], [#AS_CONFED_SET], or a
    /// number without meaning.
    public int kind() {
      return array[at] & 0xff;
    }

    /// Returns how many AS numbers the segment has.
    public int count() {
      return array[at + 1] & 0xff;
    }

    /// Returns an AS number, unsigned.
    ///
    /// @param index from 0 to [#count], exclusive
    public int asn(int index) {
      Objects.checkIndex(index, count());
      int where = at + 2 + index * width;
      return width == 4 ? Octets.i32(array, where) : Octets.u16(array, where);
    }

    void print(StringBuilder text) {
      String marks =
          switch (kind()) {
            case AS_SEQUENCE -> "  ";
            case AS_SET -> "{}";
            case AS_CONFED_SEQUENCE -> "()";
            case AS_CONFED_SET -> "[]";
            default -> "<>";
          };
      char between = kind() == AS_SET || kind() == AS_CONFED_SET ? ',' : ' ';
      if (marks.charAt(0) != ' ') {
        text.append(marks.charAt(0));
      }
      for (int i = 0; i < count(); i++) {
        if (i > 0) {
          text.append(between);
        }
        text.append(Integer.toUnsignedString(asn(i)));
      }
      if (marks.charAt(1) != ' ') {
        text.append(marks.charAt(1));
      }
    }
  }
}
