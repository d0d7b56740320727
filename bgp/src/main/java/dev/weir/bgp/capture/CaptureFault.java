package dev.weir.bgp.capture;

/// Why a capture could not be read further.
///
/// @param offset where in the file, in octets
/// @param problem what is wrong there, a sentence without a full stop
public record CaptureFault(long offset, String problem) {
  @Override
  public String toString() {
    return "octet " + offset + ": " + problem;
  }
}
