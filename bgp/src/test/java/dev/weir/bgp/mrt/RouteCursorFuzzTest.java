package dev.weir.bgp.mrt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class RouteCursorFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void printsOrReports(byte[] data) {
    RecordFramer framer =
        new RecordFramer(damage -> assertThat(damage.position()).isBetween(0L, (long) data.length));
    RouteCursor route = new RouteCursor();
    BgpdumpPrinter text = new BgpdumpPrinter(route);
    MrtPrinter archive = new MrtPrinter(route);
    framer.feed(data, 0, data.length, 0, true);
    while (framer.next() == RecordFramer.Step.RECORD) {
      text.print(data, framer.start(), framer.end());
      int walked = 0;
      if (route.open(data, framer.start(), framer.end())) {
        while (route.next()) {
          walked++;
          if ((walked & 1) == 0) {
            archive.route();
          }
        }
        archive.endRecord(walked);
      }
    }
    assertThat(text.lines()).isLessThanOrEqualTo(data.length + 1L);
  }
}
