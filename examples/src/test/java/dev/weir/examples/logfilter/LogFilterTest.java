package dev.weir.examples.logfilter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.store.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogFilterTest {
  private final List<String> printed = new ArrayList<>();
  private final LogFilter filter =
      new LogFilter(
          Objects.requireNonNull(Sources.read(Path.of("roto/log.roto")).tree()), printed::add);

  @Test
  void keepsErrorsSlowRequestsAndAttacks() {
    String error = "10:00:00 ERROR disk: full";
    String slow = "10:00:01 WARN http: GET / took 1200 ms";
    String attack = "10:00:02 INFO http: GET /wp-admin from 192.0.2.1";
    Stream<String> lines =
        Stream.of(
            error,
            slow,
            attack,
            "10:00:03 WARN http: GET / took 12 ms",
            "10:00:04 INFO http: GET /index.html",
            "10:00:05 DEBUG disk: full",
            "no log line");
    assertThat(filter.kept(lines)).containsExactly(error, slow, attack);
    assertThat(printed).containsExactly("attack at 10:00:02");
  }
}
