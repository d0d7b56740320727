package dev.weir.bgp.bmp;

import dev.weir.bgp.type.Negotiated;

/// How to read an UPDATE of a Route Monitoring, and how that is known.
///
/// @param negotiated what its octets were written under
/// @param width how the width of AS numbers is known
/// @param pathIds how the presence of path identifiers is known
public record UpdateReading(Negotiated negotiated, Basis width, Basis pathIds) {
  /// How something is known.
  public enum Basis {
    /// The message itself says it: a flag of the per-peer header, or a TLV.
    STATED("stated"),
    /// The OPEN messages of the peer say it.
    OPENS("opens"),
    /// The octets tell it, against what the message or the OPEN messages say.
    OCTETS("octets"),
    /// Earlier messages of the peer told it, against what this one says.
    MEMORY("memory"),
    /// Nothing says it: what most sessions use is supposed.
    SUPPOSED("supposed");

    private final String text;

    Basis(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// Returns whether the router said the width of AS numbers wrong.
  public boolean isWidthCorrected() {
    return width == Basis.OCTETS || width == Basis.MEMORY;
  }
}
