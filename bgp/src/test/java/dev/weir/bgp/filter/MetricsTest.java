package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  @Test
  void countersAddUpOverThreads() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int n = 0; n < 10_000; n++) {
                  metrics.increaseCounter("seen", 2);
                  metrics.increaseCounterFor("by_peer", "peer", "192.0.2." + n % 3, 1);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(metrics.counter("seen")).isEqualTo(80_000);
    assertThat(metrics.counter("by_peer{peer=\"192.0.2.0\"}")).isEqualTo(4 * 3334);
  }

  @Test
  void gaugesKeepTheLastValue() {
    metrics.setGauge("level", 3);
    metrics.setGauge("level", 2);
    assertThat(metrics.gauge("level")).isEqualTo(2);
    assertThat(metrics.gauge("other")).isZero();
  }

  @Test
  void theTextHasEachFamilyOnceWithItsType() {
    metrics.increaseCounter("b{x=\"1\"}", 1);
    metrics.increaseCounter("b{x=\"2\"}", 2);
    metrics.increaseCounter("a-b c", -1);
    metrics.setGaugeFor("g", "na-me", "a \"b\"", 7);
    assertThat(metrics.text("p_"))
        .isEqualTo(
            """
            # TYPE p_a_b_c counter
            p_a_b_c 18446744073709551615
            # TYPE p_b counter
            p_b{x="1"} 1
            p_b{x="2"} 2
            # TYPE p_g gauge
            p_g{na_me="a \\"b\\""} 7
            """);
  }

  @Test
  void histogramsCountWhatIsBelowEachBound() {
    metrics.buckets("len", 24, 8, 16);
    metrics.observe("len", 8);
    metrics.observe("len", 9);
    metrics.observe("len", 32.5);
    metrics.observeFor("len", "af", "6", 48);
    assertThat(metrics.observations("len")).isEqualTo(3);
    assertThat(metrics.text(""))
        .isEqualTo(
            """
            # TYPE len histogram
            len_bucket{le="8"} 1
            len_bucket{le="16"} 2
            len_bucket{le="24"} 2
            len_bucket{le="+Inf"} 3
            len_sum 49.5
            len_count 3
            len_bucket{af="6",le="8"} 0
            len_bucket{af="6",le="16"} 0
            len_bucket{af="6",le="24"} 0
            len_bucket{af="6",le="+Inf"} 1
            len_sum{af="6"} 48
            len_count{af="6"} 1
            """);
  }

  @Test
  void aBraceWithoutItsMateHarmsNothing() {
    metrics.increaseCounter("odd{", 1);
    assertThat(metrics.text("")).isEqualTo("# TYPE odd counter\nodd 1\n");
  }
}
