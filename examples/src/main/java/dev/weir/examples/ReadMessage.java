package dev.weir.examples;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.wire.MessageView;
import dev.weir.dns.wire.RecordView;

/// Walks a received message: one check, then views over the octets, and no copies.
public final class ReadMessage {
  /// An answer to `www.example. A`, with a compressed owner name.
  private static final String ANSWER =
      "abcd8400000100010000000003777777076578616d706c650000010001"
          + "c00c0001000100000e100004c0000201";

  private ReadMessage() {}

  /// Prints the answers of a message.
  public static void main(String[] args) {
    System.out.print(answers(Octets.parseHex(ANSWER)));
  }

  /// Returns the answers, one a line.
  static String answers(Octets received) {
    StringBuilder text = new StringBuilder();
    for (RecordView record : MessageView.read(received).answers()) {
      text.append(record.owner())
          .append(' ')
          .append(record.ttl().seconds())
          .append(' ')
          .append(record.type())
          .append(' ')
          .append(record.rdata())
          .append('\n');
    }
    return text.toString();
  }

  static Octets sample() {
    return Octets.parseHex(ANSWER);
  }
}
