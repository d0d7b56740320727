package dev.weir.dns.zone;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes nodes, in canonical order, into pages; one thread.
///
/// Call [#beginNode], then for each set [#beginSet] and [#record], then [#endNode]; when all is
/// written, [#finish]. What is written may still be changed in place, through [#array], until the
/// page is sealed: a signer reserves the room of its signatures with [#room] and fills it in
/// `beforeSeal`, which runs when a page is full, before its octets are copied.
public final class PageBuilder {
  /// Octets at which a page is full.
  public static final int TARGET_OCTETS = 32 * 1024;

  private static final int RRSIG = 46;
  private static final int EXPIRATION_AT = 8;

  private final OctetBuffer out = new OctetBuffer(TARGET_OCTETS + 8 * 1024);
  private final OctetBuffer offsets = new OctetBuffer(4 * 512);
  private final List<Page> pages = new ArrayList<>();
  private final Runnable beforeSeal;
  private int nodes;
  private int setsAt;
  private int sets;
  private int setAt;
  private int nodeAt;

  /// A builder whose pages are sealed as they are.
  public PageBuilder() {
    this(() -> {});
  }

  /// A builder that calls `beforeSeal` before each page is sealed.
  public PageBuilder(Runnable beforeSeal) {
    this.beforeSeal = beforeSeal;
  }

  /// The array that the current page is written into; it changes as the page grows.
  public byte[] array() {
    return out.array();
  }

  /// Where the next octet of the current page goes.
  public int position() {
    return out.length();
  }

  /// Begins a node.
  ///
  /// @param source the array that holds the key and the spelling
  /// @param keyFrom where the key begins
  /// @param keyLength its octets
  /// @param spellingFrom where the spelling begins, as long as the key; -1 if it is the key itself
  public void beginNode(byte[] source, int keyFrom, int keyLength, int spellingFrom) {
    nodeAt = out.length();
    out.u16(keyLength).bytes(source, keyFrom, keyLength);
    if (spellingFrom < 0) {
      out.u8(0);
    } else {
      out.u8(Page.SPELLED).bytes(source, spellingFrom, keyLength);
    }
    setsAt = out.length();
    out.u16(0);
    sets = 0;
  }

  /// Begins a set; sets come in the order of type and covered type.
  ///
  /// @param type the record type
  /// @param covered for RRSIG the type it covers, else 0
  /// @param ttl seconds
  /// @param folds whether canonical form differs from the record data to come
  public void beginSet(int type, int covered, int ttl, boolean folds) {
    closeSet();
    sets++;
    setAt = out.length();
    out.i32(0).u16(type).u16(covered).i32(ttl).i32(folds ? Page.FOLDS : 0);
  }

  /// Adds a record to the set; records come in canonical order.
  public void record(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, out.array(), out.length() - length, length);
  }

  /// Adds a record of `length` octets, to be filled in by the caller.
  ///
  /// @return where its data begins in [#array]
  public int room(int length) {
    out.u16(length);
    out.reserve(length);
    int at = out.length();
    out.advance(length);
    int count = Octets.i32(out.array(), setAt + 12) + 1;
    putI32(out.array(), setAt + 12, count);
    return at;
  }

  /// Copies a whole set, as it stands in another page.
  ///
  /// @param page the other page's array
  /// @param at where the set begins
  /// @param length its octets, the length field included
  public void copySet(byte[] page, int at, int length) {
    closeSet();
    sets++;
    setAt = -1;
    out.bytes(page, at, length);
  }

  /// Ends the node; a node without sets is taken back.
  public void endNode() {
    closeSet();
    if (sets == 0) {
      out.truncate(nodeAt);
      return;
    }
    out.putU16(setsAt, sets);
    offsets.i32(nodeAt);
    nodes++;
    if (out.length() >= TARGET_OCTETS) {
      seal();
    }
  }

  /// Copies a whole node, as it stands in another page.
  void copyNode(byte[] node) {
    offsets.i32(out.length());
    out.bytes(node);
    nodes++;
    if (out.length() >= 2 * TARGET_OCTETS) {
      seal();
    }
  }

  /// Ends the current page here, however little it holds.
  void breakPage() {
    seal();
  }

  /// Seals the last page and gives all of them; the builder is then empty again.
  List<Page> finishPages() {
    seal();
    List<Page> done = List.copyOf(pages);
    pages.clear();
    return done;
  }

  /// Seals the last page and gives all of them as a part of a zone.
  public ZonePart finish() {
    return new ZonePart(finishPages());
  }

  private void closeSet() {
    if (sets > 0 && setAt >= 0) {
      putI32(out.array(), setAt, out.length() - setAt - 4);
    }
    setAt = -1;
  }

  private void seal() {
    if (nodes == 0) {
      return;
    }
    beforeSeal.run();
    int end = out.length();
    byte[] bytes = Arrays.copyOf(out.array(), end + offsets.length());
    System.arraycopy(offsets.array(), 0, bytes, end, offsets.length());
    pages.add(new Page(bytes, nodes, summarize(bytes, nodes, end)));
    out.clear();
    offsets.clear();
    nodes = 0;
  }

  private static Summary summarize(byte[] bytes, int nodes, int end) {
    long records = 0;
    long expiry = Summary.NO_EXPIRY;
    for (int node = 0; node < nodes; node++) {
      int at = Page.setsAt(bytes, Octets.i32(bytes, end + 4 * node));
      int left = Octets.u16(bytes, at);
      at += 2;
      while (left-- > 0) {
        int count = Octets.i32(bytes, at + 12) & ~Page.FOLDS;
        records += count;
        if (Octets.u16(bytes, at + 4) == RRSIG) {
          expiry = Math.min(expiry, earliest(bytes, at, count));
        }
        at += 4 + Octets.i32(bytes, at);
      }
    }
    return new Summary(nodes, records, expiry);
  }

  private static long earliest(byte[] bytes, int setAt, int count) {
    long expiry = Summary.NO_EXPIRY;
    int at = setAt + Page.SET_HEADER;
    for (int i = 0; i < count; i++) {
      int length = Octets.u16(bytes, at);
      if (length >= EXPIRATION_AT + 4) {
        expiry = Math.min(expiry, Octets.i32(bytes, at + 2 + EXPIRATION_AT) & 0xffff_ffffL);
      }
      at += 2 + length;
    }
    return expiry;
  }

  private static void putI32(byte[] array, int at, int value) {
    array[at] = (byte) (value >> 24);
    array[at + 1] = (byte) (value >> 16);
    array[at + 2] = (byte) (value >> 8);
    array[at + 3] = (byte) value;
  }
}
