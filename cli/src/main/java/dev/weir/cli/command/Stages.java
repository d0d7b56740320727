package dev.weir.cli.command;

import dev.weir.cli.render.Progress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The stages of a command's work, shown as they pass and timed for `--verbose`.
final class Stages {
  private final Progress progress;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String current = "";
  private long since;

  Stages(Progress progress) {
    this.progress = progress;
  }

  /// Ends the stage before, if there is one, and begins another.
  void begin(String name) {
    end();
    progress.stage(name, 0);
    current = name;
    since = System.nanoTime();
  }

  /// Ends the last stage.
  void end() {
    if (!current.isEmpty()) {
      seconds.merge(current, (System.nanoTime() - since) / 1e9, Double::sum);
      current = "";
    }
  }

  /// Prints the stages that have ended: `read 0.21 s, sign 1.40 s, write 0.18 s`.
  @Override
  public String toString() {
    return seconds.entrySet().stream()
        .map(stage -> String.format(Locale.ROOT, "%s %.2f s", stage.getKey(), stage.getValue()))
        .collect(Collectors.joining(", "));
  }
}
