package dev.weir.bgp.flow;

import dev.weir.bgp.mrt.Damage;
import dev.weir.bgp.mrt.PeerIndexTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Records on their way through the graph: a slot of the ring, with the arrays of one batch that
/// are used again and again.
///
/// The reader fills in octets and the bounds of the records in them, a stage fills in what it made
/// of them, the outlet takes it. At every moment one thread owns a batch; the ring hands it on.
public final class Batch {
  private byte[] octets = {};
  private int[] bounds = new int[1024];
  private int records;
  private int source;
  private long position;
  private PeerIndexTable peers = PeerIndexTable.NONE;
  private boolean last;
  private byte[] out = {};
  private int outLength;
  private final List<Damage> damages = new ArrayList<>();

  Batch() {}

  /// Makes the batch empty, for records of a source.
  void begin(int source, PeerIndexTable peers) {
    this.source = source;
    this.peers = peers;
    records = 0;
    last = false;
    outLength = 0;
    damages.clear();
  }

  /// Returns the array of the octets, with room for so many; what is in it stays.
  byte[] room(int octets) {
    if (this.octets.length < octets) {
      this.octets = Arrays.copyOf(this.octets, octets);
    }
    return this.octets;
  }

  /// Says where in the source the first octet of the array is.
  void position(long position) {
    this.position = position;
  }

  void add(int start, int end) {
    if (2 * records == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * records] = start;
    bounds[2 * records + 1] = end;
    records++;
  }

  void markLast() {
    last = true;
  }

  boolean isLast() {
    return last;
  }

  /// Returns which of the sources the records come from, 0 for the first.
  public int source() {
    return source;
  }

  /// Returns the array that the records stand in.
  public byte[] octets() {
    return octets;
  }

  /// Returns how many records there are.
  public int records() {
    return records;
  }

  /// Returns where a record begins in [#octets].
  public int start(int record) {
    return bounds[2 * record];
  }

  /// Returns where a record ends in [#octets], exclusive.
  public int end(int record) {
    return bounds[2 * record + 1];
  }

  /// Returns where an index of [#octets] is in the source, in uncompressed octets.
  public long position(int index) {
    return position + index;
  }

  /// Returns the table of peers in force before the first record.
  public PeerIndexTable peers() {
    return peers;
  }

  /// Returns the array that a stage may write its result into; it may be exchanged for a larger one
  /// by [#result].
  public byte[] out() {
    return out;
  }

  /// Gives the result of a stage.
  ///
  /// @param out the array it stands in, from its beginning; the batch keeps it
  /// @param length its octets
  public void result(byte[] out, int length) {
    this.out = out;
    this.outLength = length;
  }

  /// Returns how many octets the result has.
  public int outLength() {
    return outLength;
  }

  /// Returns what was found to be damaged; stages add to it.
  public List<Damage> damages() {
    return damages;
  }
}
