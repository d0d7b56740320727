package dev.weir.cli.bgp;

import dev.weir.bgp.flow.Batch;
import dev.weir.bgp.mrt.Damage;
import dev.weir.cli.render.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Tells what was damaged in archives: the first places of them all, and how many more.
final class DamageReport {
  private static final int SHOWN = 10;

  private final Console console;
  private final List<Path> files;
  private long count;
  private long skipped;

  DamageReport(Console console, List<Path> files) {
    this.console = console;
    this.files = files;
  }

  void add(Batch batch) {
    for (Damage damage : batch.damages()) {
      count++;
      skipped += damage.skipped();
      if (count <= SHOWN) {
        console.say(files.get(batch.source()) + ": " + damage);
      }
    }
  }

  void finish() {
    if (count > SHOWN) {
      console.say(
          String.format(
              Locale.ROOT, "%,d damaged places in all, %,d octets skipped", count, skipped));
    }
  }

  long count() {
    return count;
  }
}
