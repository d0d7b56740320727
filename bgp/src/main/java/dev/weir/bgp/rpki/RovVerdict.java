package dev.weir.bgp.rpki;

import dev.weir.inet.Prefix;
import java.util.List;

/// The validation state of a route's origin, and why.
///
/// @param prefix the prefix of the route
/// @param origin its origin AS, or [VrpSet#NO_ORIGIN]
/// @param state the outcome
/// @param candidates every payload that covers the prefix, those with the longest prefix first,
///   with what it says
public record RovVerdict(Prefix prefix, long origin, RovState state, List<Candidate> candidates) {

  /// Why a payload that covers the prefix matches the route, or does not.
  public enum Finding {
    /// The AS may originate the prefix.
    MATCHES("matches"),

    /// Another AS may.
    WRONG_ORIGIN("another AS"),

    /// The AS may originate the block, but not so long a prefix.
    TOO_LONG("prefix too long"),

    /// Another AS may, and not so long a prefix either.
    WRONG_ORIGIN_AND_TOO_LONG("another AS, prefix too long"),

    /// AS 0: nobody may (RFC 6483 section 4).
    NOBODY("AS 0, nobody may originate this"),

    /// The path names no single origin, because it is empty or ends in a set.
    NO_ORIGIN("the path has no single origin");

    private final String text;

    Finding(String text) {
      this.text = text;
    }

    /// Returns the finding in words.
    @Override
    public String toString() {
      return text;
    }
  }

  /// One payload that covers the prefix.
  ///
  /// @param vrp the payload
  /// @param finding what it says of the route
  public record Candidate(Vrp vrp, Finding finding) {}

  /// Copies the list.
  public RovVerdict {
    candidates = List.copyOf(candidates);
  }

  static RovVerdict of(Prefix prefix, long origin, List<Vrp> covering) {
    List<Candidate> candidates =
        covering.stream().map(vrp -> new Candidate(vrp, finding(vrp, prefix, origin))).toList();
    RovState state =
        candidates.isEmpty()
            ? RovState.NOT_FOUND
            : candidates.stream().anyMatch(c -> c.finding == Finding.MATCHES)
                ? RovState.VALID
                : RovState.INVALID;
    return new RovVerdict(prefix, origin, state, candidates);
  }

  private static Finding finding(Vrp vrp, Prefix prefix, long origin) {
    if (vrp.origin().bits() == 0) {
      return Finding.NOBODY;
    }
    if (origin == VrpSet.NO_ORIGIN) {
      return Finding.NO_ORIGIN;
    }
    boolean isShort = prefix.length() <= vrp.maxLength();
    if (vrp.origin().number() == origin) {
      return isShort ? Finding.MATCHES : Finding.TOO_LONG;
    }
    return isShort ? Finding.WRONG_ORIGIN : Finding.WRONG_ORIGIN_AND_TOO_LONG;
  }

  /// Returns the state and the reason in a line: `invalid: 192.0.2.0/24 AS65000 (another AS)`.
  @Override
  public String toString() {
    if (candidates.isEmpty()) {
      return state + ": no VRP covers " + prefix;
    }
    StringBuilder text = new StringBuilder(state.toString());
    String before = ": ";
    for (Candidate candidate : candidates) {
      if (state == RovState.VALID && candidate.finding != Finding.MATCHES) {
        continue;
      }
      text.append(before).append(candidate.vrp).append(" (").append(candidate.finding).append(')');
      before = "; ";
    }
    return text.toString();
  }
}
