package dev.weir.cli.bgp;

import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.MonitoredPeers;
import dev.weir.bgp.capture.StreamEvent;
import org.jspecify.annotations.Nullable;

/// Who takes the messages of `weir bmp decode`.
sealed interface BmpOutput permits BmpPrinter, BmpTally {
  /// Takes a message.
  ///
  /// @param event where it was captured; null if it was not
  /// @param peers what is known of the peers of its session; takes note of the message
  void message(@Nullable StreamEvent event, BmpMessage message, MonitoredPeers peers);

  /// Takes note of octets that are no message, or that are missing.
  ///
  /// @param event where; null if there was no capture
  void skip(@Nullable StreamEvent event, String words);

  /// Takes note that the input ends early.
  void fault(String sentence);

  /// Ends the output.
  void finish();

  /// Returns how many messages there were.
  long count();

  /// Returns whether anything was wrong.
  boolean hasFindings();
}
