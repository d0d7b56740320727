package dev.weir.bgp.rib;

import dev.weir.inet.Asn;
import java.util.Set;
import java.util.function.ToLongFunction;

/// What differs from one router's decision process to another's.
///
/// @param internal AS numbers whose routes are internal: the own one, and those of other members of
///   a confederation; none at a collector, to which every route is external. A path with one of
///   them is not used.
/// @param med between which routes MEDs are compared
/// @param missingMedIsWorst whether a route without MED counts as 4,294,967,295, else as 0
/// @param preferOldest whether the external route that is there longest wins before identifiers are
///   compared (RFC 5004)
/// @param defaultPreference local preference of routes without one
/// @param interiorCost cost to the next hop of a route; the same for all if nothing is known
public record DecisionRules(
    Set<Asn> internal,
    MedRule med,
    boolean missingMedIsWorst,
    boolean preferOldest,
    long defaultPreference,
    ToLongFunction<RibRoute> interiorCost) {

  /// Between which routes MEDs are compared.
  public enum MedRule {
    /// Of the same neighbouring AS, as RFC 4271 says.
    SAME_NEIGHBOUR,

    /// Of all.
    ALWAYS,

    /// Not at all.
    NEVER
  }

  /// The rules of RFC 4271 as they stand, for a collector.
  public static final DecisionRules STANDARD =
      new DecisionRules(Set.of(), MedRule.SAME_NEIGHBOUR, false, false, 100, _ -> 0);

  /// Copies the set.
  public DecisionRules {
    internal = Set.copyOf(internal);
  }

  /// The same rules for a router of an AS.
  public DecisionRules within(Asn... own) {
    return new DecisionRules(
        Set.of(own), med, missingMedIsWorst, preferOldest, defaultPreference, interiorCost);
  }

  /// The same rules with MEDs compared otherwise.
  public DecisionRules with(MedRule rule, boolean missingIsWorst) {
    return new DecisionRules(
        internal, rule, missingIsWorst, preferOldest, defaultPreference, interiorCost);
  }

  /// The same rules, but the oldest external route wins before identifiers are compared.
  public DecisionRules oldestFirst() {
    return new DecisionRules(
        internal, med, missingMedIsWorst, true, defaultPreference, interiorCost);
  }

  /// The same rules with a cost to next hops.
  public DecisionRules costing(ToLongFunction<RibRoute> cost) {
    return new DecisionRules(
        internal, med, missingMedIsWorst, preferOldest, defaultPreference, cost);
  }
}
