package dev.weir.bgp.rtr;

import dev.weir.bgp.octets.Octets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts what arrives into messages. Belongs to one connection.
final class RtrStream {
  private byte[] buffer = new byte[1024];
  private int start;
  private int end;

  void append(Octets more) {
    if (end + more.length() > buffer.length) {
      byte[] next = buffer;
      if (end - start + more.length() > buffer.length / 2) {
        next = new byte[Math.max(2 * buffer.length, 2 * (end - start + more.length()))];
      }
      System.arraycopy(buffer, start, next, 0, end - start);
      end -= start;
      start = 0;
      buffer = next;
    }
    System.arraycopy(more.array(), more.offset(), buffer, end, more.length());
    end += more.length();
  }

  /// Takes the next whole message, a copy, or null if it has not arrived yet.
  ///
  /// @throws RtrFault if what comes can be no message
  @Nullable Octets next() {
    int length = RtrCodec.measure(new Octets(buffer, start, end - start));
    if (length < 0 || length > end - start) {
      return null;
    }
    start += length;
    return Octets.of(Arrays.copyOfRange(buffer, start - length, start));
  }

  /// What has arrived and was not taken, at most so many octets.
  Octets rest(int most) {
    return Octets.of(Arrays.copyOfRange(buffer, start, Math.min(end, start + most)));
  }
}
