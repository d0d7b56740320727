package dev.weir.signer.engine;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Arrays;

/// Many messages to be signed with one key, and where each signature goes.
///
/// The messages lie one behind the other in one buffer. The caller appends to [#messages] what is
/// to be signed (RRSIG data without the signature, then the records in canonical form, RFC 4034
/// §3.1.8.1) and closes the message with [#end]. One thread fills and clears a batch again and
/// again; after the first rounds that allocates nothing.
///
/// ```
/// messages  |  message 0  |  message 1      | message 2 |
///           0         to(0) = from(1)   to(1) = from(2)  to(2)
/// ```
public final class SigningBatch {
  private static final byte[] NONE = {};

  private final OctetBuffer messages;
  private int[] ends = new int[64];
  private byte[][] targets = new byte[64][];
  private int[] targetsAt = new int[64];
  private int count;

  /// An empty batch.
  public SigningBatch() {
    this(16 * 1024);
  }

  /// An empty batch with room for `octets` octets of messages; it grows when more come.
  public SigningBatch(int octets) {
    messages = new OctetBuffer(octets);
  }

  /// Where messages are appended to.
  public OctetBuffer messages() {
    return messages;
  }

  /// Closes the message begun since the last call.
  ///
  /// @param target takes the signature
  /// @param at where in `target` the signature begins
  public void end(byte[] target, int at) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
      targets = Arrays.copyOf(targets, count * 2);
      targetsAt = Arrays.copyOf(targetsAt, count * 2);
    }
    ends[count] = messages.length();
    targets[count] = target;
    targetsAt[count] = at;
    count++;
  }

  /// Points every signature at another array, at the places given: the array that the targets were
  /// in has grown.
  public void retarget(byte[] target) {
    Arrays.fill(targets, 0, count, target);
  }

  /// Messages closed so far.
  public int count() {
    return count;
  }

  /// Where message `i` begins in [#messages].
  public int from(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  /// Where message `i` ends in [#messages].
  public int to(int i) {
    return ends[i];
  }

  /// The array that takes the signature of message `i`.
  public byte[] target(int i) {
    return targets[i];
  }

  /// Where the signature of message `i` begins in its target.
  public int targetAt(int i) {
    return targetsAt[i];
  }

  /// Forgets all messages and targets, and keeps the room.
  public void clear() {
    messages.clear();
    Arrays.fill(targets, 0, count, NONE);
    count = 0;
  }
}
