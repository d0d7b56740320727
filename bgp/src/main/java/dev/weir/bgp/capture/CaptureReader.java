package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import org.jspecify.annotations.Nullable;

/// Steps over the packets of a capture file, pcap or pcapng, in either byte order, with times in
/// microseconds, nanoseconds or any unit that pcapng can say.
///
/// ```
/// CaptureReader reader = CaptureReader.over(file);
/// while (reader.next()) { ... reader.packet() ... }
/// ```
///
/// Packets are views of the file. A file that is cut or damaged gives the packets before the
/// damage; [#fault] then says where it ended and why. A file that is no capture is a fault at octet
/// 0\. Nothing throws.
public sealed interface CaptureReader permits PcapReader, PcapngReader, NoCapture {

  /// Returns whether octets begin like a capture file.
  static boolean recognises(Octets file) {
    return PcapReader.recognises(file) || PcapngReader.recognises(file);
  }

  /// Begins before the first packet of a file.
  static CaptureReader over(Octets file) {
    if (PcapReader.recognises(file)) {
      return new PcapReader(file);
    }
    if (PcapngReader.recognises(file)) {
      return new PcapngReader(file);
    }
    return new NoCapture();
  }

  /// Moves to the next packet; false behind the last one and at damage.
  boolean next();

  /// Returns the packet that [#next] moved to.
  ///
  /// @throws IllegalStateException if there is none
  Packet packet();

  /// Returns why the walk ended, or null if the file simply ended.
  @Nullable CaptureFault fault();
}
