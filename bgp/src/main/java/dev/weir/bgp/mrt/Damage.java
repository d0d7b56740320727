package dev.weir.bgp.mrt;

/// Something in an archive that cannot be what it says it is, and how much of the archive was
/// passed over for it.
///
/// @param position where it is, in octets of the uncompressed archive
/// @param skipped how many octets nobody could use; 0 if only a part of a record was left out
/// @param reason what is wrong with it, a phrase
public record Damage(long position, long skipped, String reason) {
  @Override
  public String toString() {
    return skipped == 0
        ? "offset " + position + ": " + reason
        : "offset " + position + ": " + reason + "; " + skipped + " octets skipped";
  }
}
