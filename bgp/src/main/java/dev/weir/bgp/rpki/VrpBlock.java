package dev.weir.bgp.rpki;

import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Some payloads of one family in the order of [Vrp], immutable and packed.
///
/// Of IPv4 a payload has three words, of IPv6 six:
///
/// ```
/// | address, 1 or 4 words | origin AS | distance 16 | maximum length 8 | length 8 |
/// ```
///
/// In this order whatever covers a prefix comes before it. The *distance* leads to the nearest
/// payload before that covers this one (or is of the same prefix); 0 says that none does. So the
/// payloads that cover a route are found by a binary search for the last that is not behind it, and
/// by going back from there. A distance that does not fit is 65,535, and the rest is searched.
final class VrpBlock {
  static final VrpBlock EMPTY = new VrpBlock(new int[0], 3);

  private static final int FAR = 0xffff;

  private final int[] words;
  private final int width;

  private VrpBlock(int[] words, int width) {
    this.words = words;
    this.width = width;
  }

  /// Packs payloads of one family.
  ///
  /// @param ordered in the order of [Vrp], without duplicates
  static VrpBlock of(List<Vrp> ordered) {
    if (ordered.isEmpty()) {
      return EMPTY;
    }
    int width = ordered.getFirst().prefix() instanceof Prefix4 ? 3 : 6;
    VrpBlock block = new VrpBlock(new int[ordered.size() * width], width);
    for (int i = 0; i < ordered.size(); i++) {
      block.put(i, ordered.get(i));
    }
    for (int i = 0; i < ordered.size(); i++) {
      block.link(i);
    }
    return block;
  }

  /// This block without some payloads and with others; this one if that changes nothing.
  ///
  /// @param more in the order of [Vrp], without duplicates
  /// @param fewer likewise
  VrpBlock with(List<Vrp> more, List<Vrp> fewer) {
    if (size() == 0) {
      return of(more);
    }
    VrpBlock next = new VrpBlock(new int[words.length + more.size() * width], width);
    int count = 0;
    int i = 0;
    int j = 0;
    int k = 0;
    boolean same = true;
    while (i < size() || j < more.size()) {
      int order = i == size() ? 1 : j == more.size() ? -1 : compare(i, more.get(j));
      if (order > 0) {
        next.put(count++, more.get(j++));
        same = false;
        continue;
      }
      while (k < fewer.size() && compare(i, fewer.get(k)) > 0) {
        k++;
      }
      boolean stays = order == 0 || k == fewer.size() || compare(i, fewer.get(k)) != 0;
      if (stays) {
        System.arraycopy(words, i * width, next.words, count * width, width);
        next.words[count * width + width - 1] &= 0xffff;
        count++;
      }
      same &= stays;
      j += order == 0 ? 1 : 0;
      i++;
    }
    if (same || count == 0) {
      return same ? this : EMPTY;
    }
    VrpBlock trimmed = new VrpBlock(Arrays.copyOf(next.words, count * width), width);
    for (int index = 0; index < count; index++) {
      trimmed.link(index);
    }
    return trimmed;
  }

  /// Compares a payload with another in the order of [Vrp].
  private int compare(int index, Vrp other) {
    long otherHigh = VrpFamily.high(other.prefix());
    int byHigh = Long.compareUnsigned(high(index), otherHigh);
    if (byHigh != 0) {
      return byHigh;
    }
    int byLow = Long.compareUnsigned(low(index), VrpFamily.low(other.prefix()));
    if (byLow != 0) {
      return byLow;
    }
    int byLength = Integer.compare(length(index), other.prefix().length());
    if (byLength != 0) {
      return byLength;
    }
    int byMost = Integer.compare(maxLength(index), other.maxLength());
    return byMost != 0 ? byMost : Integer.compareUnsigned(origin(index), other.origin().bits());
  }

  private void put(int index, Vrp vrp) {
    int at = index * width;
    switch (vrp.prefix()) {
      case Prefix4 four -> words[at] = four.bits();
      case Prefix6 six -> {
        words[at] = (int) (six.high() >>> 32);
        words[at + 1] = (int) six.high();
        words[at + 2] = (int) (six.low() >>> 32);
        words[at + 3] = (int) six.low();
      }
    }
    words[at + width - 2] = vrp.origin().bits();
    words[at + width - 1] = vrp.maxLength() << 8 | vrp.prefix().length();
  }

  private void link(int index) {
    int before = index - 1;
    while (before >= 0 && !covers(before, high(index), low(index), length(index))) {
      before = before(before);
    }
    int distance = before < 0 ? 0 : Math.min(index - before, FAR);
    words[index * width + width - 1] |= distance << 16;
  }

  int size() {
    return words.length / width;
  }

  long high(int index) {
    int at = index * width;
    return width == 3
        ? (long) words[at] << 32
        : (long) words[at] << 32 | words[at + 1] & 0xffff_ffffL;
  }

  long low(int index) {
    int at = index * width;
    return width == 3 ? 0 : (long) words[at + 2] << 32 | words[at + 3] & 0xffff_ffffL;
  }

  int length(int index) {
    return words[index * width + width - 1] & 0xff;
  }

  int maxLength(int index) {
    return words[index * width + width - 1] >>> 8 & 0xff;
  }

  int origin(int index) {
    return words[index * width + width - 2];
  }

  /// The nearest payload before that covers one, or -1.
  private int before(int index) {
    int distance = words[index * width + width - 1] >>> 16;
    if (distance == 0) {
      return -1;
    }
    int before = index - distance;
    while (distance == FAR && !covers(before, high(index), low(index), length(index))) {
      before--;
    }
    return before;
  }

  private boolean covers(int index, long high, long low, int length) {
    int own = length(index);
    if (own > length) {
      return false;
    }
    long difference = high(index) ^ high;
    return own <= 64
        ? own == 0 || difference >>> 64 - own == 0
        : difference == 0 && (low(index) ^ low) >>> 128 - own == 0;
  }

  /// The last payload that covers a prefix, or -1.
  int last(long high, long low, int length) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = from + to >>> 1;
      if (isBehind(middle, high, low, length)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return covering(from - 1, high, low, length);
  }

  /// The last payload before another that covers the prefix which that one covers, or -1.
  int previous(int index) {
    return before(index);
  }

  private int covering(int index, long high, long low, int length) {
    int found = index;
    while (found >= 0 && !covers(found, high, low, length)) {
      found = before(found);
    }
    return found;
  }

  private boolean isBehind(int index, long high, long low, int length) {
    long own = high(index);
    if (own != high) {
      return Long.compareUnsigned(own, high) > 0;
    }
    long ownLow = low(index);
    if (ownLow != low) {
      return Long.compareUnsigned(ownLow, low) > 0;
    }
    return length(index) > length;
  }

  /// What [VrpSet#validate4] returns, from these payloads alone.
  int validate(long high, long low, int length, long origin) {
    int state = 0;
    for (int i = last(high, low, length); i >= 0; i = before(i)) {
      if (Integer.toUnsignedLong(origin(i)) == origin && origin != 0 && length <= maxLength(i)) {
        return 1;
      }
      state = 2;
    }
    return state;
  }

  Prefix prefix(int index) {
    return width == 3
        ? new Prefix4(words[index * width], length(index))
        : new Prefix6(high(index), low(index), length(index));
  }

  Vrp vrp(int index) {
    return new Vrp(prefix(index), maxLength(index), new Asn(origin(index)));
  }

  List<Vrp> list() {
    List<Vrp> all = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      all.add(vrp(i));
    }
    return all;
  }

  /// Memory for the words, in octets.
  long octets() {
    return 4L * words.length;
  }
}
