package dev.weir.bgp.rpki;

import dev.weir.inet.Asn;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A validated ASPA payload: the ASes through which a customer's routes may go up
/// (draft-ietf-sidrops-aspa-profile).
///
/// @param customer the AS that says so
/// @param providers its providers, in order and each once; AS 0 alone says that there are none
public record Aspa(Asn customer, List<Asn> providers) implements Comparable<Aspa> {

  /// Sorts the providers.
  public Aspa {
    providers = providers.stream().sorted().distinct().toList();
  }

  /// Makes the payload of a customer.
  public static Aspa of(Asn customer, Collection<Asn> providers) {
    return new Aspa(customer, List.copyOf(providers));
  }

  /// Orders by customer, then by the providers one after another.
  @Override
  public int compareTo(Aspa other) {
    int byCustomer = customer.compareTo(other.customer);
    if (byCustomer != 0) {
      return byCustomer;
    }
    for (int i = 0; i < Math.min(providers.size(), other.providers.size()); i++) {
      int byProvider = providers.get(i).compareTo(other.providers.get(i));
      if (byProvider != 0) {
        return byProvider;
      }
    }
    return Integer.compare(providers.size(), other.providers.size());
  }

  /// Returns `AS65000 => AS65001, AS65002`.
  @Override
  public String toString() {
    return "AS"
        + customer.number()
        + " => "
        + providers.stream().map(p -> "AS" + p.number()).collect(Collectors.joining(", "));
  }
}
