package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Every case of a file of cases that other implementations are held against too, at its stage.
///
/// The file is given by `-Dconformance.roto=FILE`, one JSON object a line; it is not in the
/// repository.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
  private static final String PROPERTY = "conformance.roto";

  private final Map<String, AtomicInteger> passed = new TreeMap<>();
  private final Map<String, AtomicInteger> all = new TreeMap<>();

  @Test
  void theFileOfCasesIsGiven() {
    if (System.getProperty(PROPERTY, "").isEmpty()) {
      System.err.println(
          "conformance: NO CASES WERE RUN; give a file of cases with -D" + PROPERTY + "=FILE");
      Assumptions.abort("no -D" + PROPERTY);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseHolds() throws IOException {
    String file = System.getProperty(PROPERTY, "");
    if (file.isEmpty()) {
      return Stream.empty();
    }
    List<ConformanceCase> cases =
        Files.readAllLines(Path.of(file)).stream()
            .filter(line -> !line.isBlank())
            .map(ConformanceCase::parse)
            .toList();
    if (cases.isEmpty()) {
      fail(file + " has no cases");
    }
    return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> hold(each)));
  }

  private void hold(ConformanceCase each) {
    count(all, each);
    each.hold();
    count(passed, each);
  }

  private static void count(Map<String, AtomicInteger> counts, ConformanceCase each) {
    String group = each.text("stage") + " " + each.text("kind");
    counts.computeIfAbsent(group, _ -> new AtomicInteger()).incrementAndGet();
    counts.computeIfAbsent("in all", _ -> new AtomicInteger()).incrementAndGet();
  }

  @AfterAll
  void tellTheCounts() {
    all.forEach((group, count) ->
        System.out.println(
            "conformance: "
                + passed.getOrDefault(group, new AtomicInteger())
                + " of "
                + count
                + " "
                + group));
  }

  @Test
  void theReaderOfCasesReadsJson() {
    assertThat(Json.parse(" {\"a\": [1, -2.5e3, \"x\\u00e4\\n\", true, null], \"b\": {}} "))
        .hasToString("{a=[1, -2.5E+3, xä\n, true, null], b={}}");
  }
}
