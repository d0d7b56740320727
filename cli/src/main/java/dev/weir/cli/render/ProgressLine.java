package dev.weir.cli.render;

import java.util.Locale;

/// One frame of the progress bar, as a pure function of how far the work is.
///
/// ```
/// sign    [=========>          ]  46%  461,000 / 1,000,000  230,500/s  3 s left
/// ```
final class ProgressLine {
  private static final int WIDTH = 20;

  private ProgressLine() {}

  /// Renders a frame; without a total (zero or less) there is no bar and no percentage.
  static String of(String stage, long done, long total, long elapsedNanos) {
    StringBuilder line = new StringBuilder(96);
    line.append(String.format(Locale.ROOT, "%-8s", stage));
    if (total > 0) {
      long part = Math.clamp(done, 0, total);
      int filled = (int) (part * WIDTH / total);
      line.append(" [").repeat("=", filled);
      if (filled < WIDTH) {
        line.append('>').repeat(" ", WIDTH - filled - 1);
      }
      line.append(
          String.format(Locale.ROOT, "] %3d%%  %,d / %,d", part * 100 / total, done, total));
    } else {
      line.append(String.format(Locale.ROOT, " %,d", done));
    }
    long millis = elapsedNanos / 1_000_000;
    if (millis > 0) {
      line.append(String.format(Locale.ROOT, "  %,d/s", done * 1000 / millis));
    }
    if (done > 0 && done < total && millis > 0) {
      line.append("  ").append(left(Math.ceilDiv(millis * (total - done) / done, 1000)));
    }
    return line.toString();
  }

  /// How long the rest takes if it goes on like this.
  private static String left(long seconds) {
    return seconds < 120
        ? seconds + " s left"
        : String.format(Locale.ROOT, "%d:%02d min left", seconds / 60, seconds % 60);
  }
}
