package dev.weir.bgp.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Sentences about damaged compression.
final class Damaged {
  private Damaged() {}

  static UnusableArchive stream(
      RawInput input, String format, long written, @Nullable IOException cause) {
    String why = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    String sentence =
        input.name()
            + ": the "
            + format
            + " data is torn or damaged near offset "
            + input.count()
            + ", behind "
            + written
            + " uncompressed octets"
            + why;
    return cause == null ? new UnusableArchive(sentence) : new UnusableArchive(sentence, cause);
  }
}
