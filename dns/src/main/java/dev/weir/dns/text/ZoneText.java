package dev.weir.dns.text;

import dev.weir.dns.name.NameKey;
import dev.weir.dns.name.NameText;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.util.Arrays;

/// Renders the nodes of a zone, one after another; one thread, nothing allocated per record.
final class ZoneText {
  private static final int SOA = RecordType.SOA.code();
  private static final int RRSIG = RecordType.RRSIG.code();

  private final PrintStyle style;
  private final int defaultTtl;
  private final OctetBuffer out;
  private final FoldedRdata folded = new FoldedRdata();
  private final OctetBuffer wire = new OctetBuffer(256);
  private final OctetBuffer lead = new OctetBuffer(1100);
  private int ownerLength;
  private int[] places = new int[16];
  private int[] types = new int[16];
  private int[] covered = new int[16];

  /// A renderer.
  ///
  /// @param defaultTtl the TTL to leave out; -1 for none
  /// @param out where the text goes
  ZoneText(PrintStyle style, int defaultTtl, OctetBuffer out) {
    this.style = style;
    this.defaultTtl = defaultTtl;
    this.out = out;
  }

  /// Appends what stands before the first record: nothing, or `$ORIGIN` and `$TTL`.
  void header(Zone zone) {
    if (style != PrintStyle.ABSOLUTE) {
      out.latin1("$ORIGIN ");
      NameText.print(zone.apex().wire(), out);
      out.u8('\n');
    }
    if (defaultTtl >= 0) {
      out.latin1("$TTL ");
      decimal(defaultTtl, out);
      out.u8('\n');
    }
  }

  /// The TTL to put at the top and leave out below: that of the SOA record; -1 for none.
  static int defaultTtl(Zone zone, PrintStyle style) {
    ZoneCursor apex = style == PrintStyle.ABSOLUTE ? null : zone.find(new byte[0]);
    return apex != null && apex.findSet(SOA, 0) ? apex.ttl() : -1;
  }

  /// Renders the node that the cursor stands at, all its sets.
  void node(ZoneCursor cursor) {
    lead.clear();
    owner(cursor);
    lead.u8('\t');
    ownerLength = lead.length();
    int sets = collect(cursor);
    for (int i = 0; i < sets; i++) {
      if (types[i] == SOA) {
        withSignatures(cursor, i, sets);
        types[i] = -1;
      }
    }
    for (int i = 0; i < sets; i++) {
      if (types[i] >= 0 && types[i] != RRSIG) {
        withSignatures(cursor, i, sets);
      }
    }
    for (int i = 0; i < sets; i++) {
      if (types[i] == RRSIG) {
        set(cursor, places[i]);
      }
    }
  }

  private void owner(ZoneCursor cursor) {
    wire.clear();
    if (style == PrintStyle.ABSOLUTE) {
      cursor.owner(false, wire);
      NameText.print(wire.array(), 0, lead);
    } else if (cursor.keyLength() == 0) {
      lead.u8('@');
    } else {
      int from = cursor.spellingFrom();
      NameKey.labels(cursor.page(), from, from + cursor.keyLength(), wire);
      wire.u8(0);
      NameText.print(wire.array(), 0, lead);
      lead.truncate(lead.length() - 1);
    }
  }

  private int collect(ZoneCursor cursor) {
    int sets = 0;
    cursor.rewind();
    while (cursor.nextSet()) {
      if (sets == places.length) {
        places = Arrays.copyOf(places, 2 * sets);
        types = Arrays.copyOf(types, 2 * sets);
        covered = Arrays.copyOf(covered, 2 * sets);
      }
      places[sets] = cursor.setFrom();
      types[sets] = cursor.type();
      covered[sets++] = cursor.covered();
    }
    return sets;
  }

  private void withSignatures(ZoneCursor cursor, int index, int sets) {
    set(cursor, places[index]);
    for (int i = 0; i < sets; i++) {
      if (types[i] == RRSIG && covered[i] == types[index]) {
        set(cursor, places[i]);
        types[i] = -1;
      }
    }
  }

  private void set(ZoneCursor cursor, int place) {
    cursor.toSet(place);
    lead.truncate(ownerLength);
    // A signature without a TTL would take the one it was made with, not $TTL.
    if (cursor.ttl() != defaultTtl || cursor.type() == RRSIG) {
      decimal(cursor.ttl(), lead);
      lead.u8('\t');
    }
    lead.u8('I').u8('N').u8('\t');
    RecordTypeText.print(cursor.type(), lead);
    lead.u8('\t');
    while (cursor.nextRecord()) {
      out.bytes(lead.array(), 0, lead.length());
      int from = cursor.rdataFrom();
      if (style == PrintStyle.PRETTY) {
        folded.print(cursor.type(), cursor.page(), from, cursor.rdataLength(), out);
      } else {
        RdataPrinter.print(cursor.type(), cursor.page(), from, cursor.rdataLength(), out);
      }
      out.u8('\n');
      if (style != PrintStyle.ABSOLUTE) {
        leaveOutOwner();
      }
    }
  }

  private void leaveOutOwner() {
    if (ownerLength > 1) {
      System.arraycopy(
          lead.array(), ownerLength - 1, lead.array(), 0, lead.length() - ownerLength + 1);
      lead.truncate(lead.length() - ownerLength + 1);
      ownerLength = 1;
    }
  }

  private static void decimal(int value, OctetBuffer out) {
    int digits = 1;
    for (int rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    out.reserve(digits);
    byte[] array = out.array();
    int rest = value;
    for (int at = out.length() + digits - 1; at >= out.length(); at--) {
      array[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    out.advance(digits);
  }
}
