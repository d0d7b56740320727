package dev.weir.bgp.rpki;

import dev.weir.inet.Asn;
import java.util.List;

/// The outcome of the verification of a path, and why.
///
/// @param state the outcome
/// @param direction how it was verified
/// @param reason what decided it
/// @param hops from the origin on, the pairs of neighbours on the path, repeated ASes counted once;
///   empty if the path was refused without looking at them
public record AspaVerdict(AspaState state, AspaDirection direction, Reason reason, List<Hop> hops) {

  /// What decided the outcome.
  public enum Reason {
    /// A path from outside has at least one AS.
    EMPTY_PATH("the path is empty"),

    /// A set has no order.
    HAS_SET("the path has an AS_SET"),

    /// The path begins with another AS than the neighbour's.
    WRONG_NEIGHBOUR("the path does not begin with the AS of the neighbour"),

    /// So few ASes are always in order.
    SHORT_PATH("the path is too short to leak"),

    /// Every hop is attested, as far as it must be.
    ALL_ATTESTED("every hop that must be is attested"),

    /// Too few hops are attested.
    NOT_ATTESTED("some hops have no attestation"),

    /// A customer's attestation does not name the next AS as a provider.
    NOT_A_PROVIDER("a hop goes to an AS that is not a provider"),

    /// The path goes down and then up again.
    VALLEY("the path goes up again after it went down or across");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /// Returns the reason in words.
    @Override
    public String toString() {
      return text;
    }
  }

  /// What an AS attests about another (section 5 of the draft: the hop check function).
  public enum Attestation {
    /// The AS has no attestation.
    NONE,

    /// The other is among its providers.
    PROVIDER,

    /// The AS names its providers and the other is not among them.
    NOT_PROVIDER
  }

  /// Two neighbours on the path.
  ///
  /// @param nearer the one nearer to the origin
  /// @param farther the one nearer to us
  /// @param up what the nearer attests about the farther: whether the route went up
  /// @param down what the farther attests about the nearer: whether it went down
  /// @param decisive whether this hop is one because of which the path is not valid
  public record Hop(Asn nearer, Asn farther, Attestation up, Attestation down, boolean decisive) {
    /// Returns the hop and what is attested.
    @Override
    public String toString() {
      return "AS"
          + nearer.number()
          + " to AS"
          + farther.number()
          + ": "
          + says(nearer, up, farther)
          + ", "
          + says(farther, down, nearer);
    }

    private static String says(Asn one, Attestation attestation, Asn other) {
      return "AS"
          + one.number()
          + switch (attestation) {
            case NONE -> " has no ASPA";
            case PROVIDER -> " names AS" + other.number() + " as a provider";
            case NOT_PROVIDER -> " does not name AS" + other.number();
          };
    }
  }

  /// Copies the list.
  public AspaVerdict {
    hops = List.copyOf(hops);
  }

  /// Returns the hops because of which the path is not valid.
  public List<Hop> decisiveHops() {
    return hops.stream().filter(Hop::decisive).toList();
  }

  /// Returns the outcome and the reason in a line.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(state + ": " + reason);
    String before = ": ";
    for (Hop hop : decisiveHops()) {
      text.append(before).append(hop);
      before = "; ";
    }
    return text.toString();
  }
}
