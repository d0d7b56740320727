package dev.weir.dns.name;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Names made of a seeded random, and an oracle for their order that knows nothing of keys.
public final class RandomNames {
  private RandomNames() {}

  /// A name under `apex` of up to four labels more.
  ///
  /// @param octets how many different octets labels are made of, from 0 up; few make collisions
  public static Name name(Random random, Name apex, int octets) {
    Name name = apex;
    int labels = random.nextInt(5);
    for (int i = 0; i < labels; i++) {
      byte[] label = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 63 : 4)];
      for (int j = 0; j < label.length; j++) {
        label[j] = (byte) random.nextInt(octets);
      }
      try {
        name = name.child(label);
      } catch (MalformedWire _) {
        return name;
      }
    }
    return name;
  }

  /// Compares as RFC 4034 §6.1 says, label by label from the right.
  public static int compareByLabels(Name a, Name b) {
    List<Octets> left = labels(a);
    List<Octets> right = labels(b);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareUnsigned(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<Octets> labels(Name name) {
    byte[] wire = name.canonicalWire();
    List<Octets> labels = new ArrayList<>();
    for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
      labels.addFirst(new Octets(wire, at + 1, wire[at]));
    }
    return labels;
  }
}
