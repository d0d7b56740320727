package dev.weir.dns.text;

import dev.weir.dns.name.Name;
import dev.weir.dns.type.RecordClass;
import org.jspecify.annotations.Nullable;

/// How a zone file is to be read.
///
/// @param origin the zone's apex and first origin; null to take the owner of the SOA record
/// @param zoneClass the class that all records must have
/// @param generateLimit the most records that one `$GENERATE` may make
/// @param includeDepth how deep `$INCLUDE` may nest; 0 to refuse it
/// @param faultLimit how many errors and how many warnings are kept, each; all are counted
/// @param pieceOctets how much text is read at once, at most; a line longer than that is no fault
public record ReadRules(
    @Nullable Name origin,
    RecordClass zoneClass,
    int generateLimit,
    int includeDepth,
    int faultLimit,
    int pieceOctets) {

  /// The usual rules: class IN, a million records by `$GENERATE`, 16 levels of `$INCLUDE`, 20
  /// faults.
  ///
  /// @param origin the zone's apex and first origin; null to take the owner of the SOA record
  public static ReadRules of(@Nullable Name origin) {
    return new ReadRules(origin, RecordClass.IN, 1 << 20, 16, 20, 4 << 20);
  }

  /// These rules with another size of pieces.
  public ReadRules withPieceOctets(int octets) {
    return new ReadRules(origin, zoneClass, generateLimit, includeDepth, faultLimit, octets);
  }

  /// These rules with another origin.
  public ReadRules withOrigin(@Nullable Name newOrigin) {
    return new ReadRules(
        newOrigin, zoneClass, generateLimit, includeDepth, faultLimit, pieceOctets);
  }
}
