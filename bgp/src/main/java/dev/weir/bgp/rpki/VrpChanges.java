package dev.weir.bgp.rpki;

import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What makes one [VrpSet] out of another, both lists in the order of [Vrp].
///
/// @param announced what the other has more
/// @param withdrawn what the other has no longer
public record VrpChanges(List<Vrp> announced, List<Vrp> withdrawn) {
  /// Copies the lists.
  public VrpChanges {
    announced = List.copyOf(announced);
    withdrawn = List.copyOf(withdrawn);
  }

  /// Returns whether the sets are equal.
  public boolean isEmpty() {
    return announced.isEmpty() && withdrawn.isEmpty();
  }

  /// Returns the blocks that a change touches: only routes to one of these prefixes, or to a part
  /// of one, can have a new verdict. No block is inside another, and they are in order.
  ///
  /// A payload bears on every route inside its prefix, also on one longer than its maximum: that
  /// route is invalid by it.
  public List<Prefix> touched() {
    List<Prefix> touched = new ArrayList<>();
    Stream.concat(announced.stream(), withdrawn.stream())
        .map(Vrp::prefix)
        .sorted()
        .forEach(prefix -> {
          if (touched.isEmpty() || !touched.getLast().covers(prefix)) {
            touched.add(prefix);
          }
        });
    return List.copyOf(touched);
  }
}
