package dev.weir.roto.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.library.Standard;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compiled code and the evaluator give the same for every program: the same text, or a stop for
/// the same reason.
class RandomProgramsTest {
  private static final int ENTRIES = 25;
  private static final long STEPS = 20_000;
  private static final int PROGRAMS = Integer.getInteger("roto.programs", 1_500);
  private static final long SEED = Long.getLong("roto.seed", 1);
  private static final Runtime RUNTIME = Runtime.of(Standard.library());

  static final List<Object[]> ARGUMENTS =
      List.of(
          new Object[] {7L, 3L, 1.5, "weir", 5, true, -3, 9},
          new Object[] {Long.MIN_VALUE, -1L, Double.NaN, "", 255, false, Integer.MIN_VALUE, -1},
          new Object[] {0L, 1L << 63, -0.0, "größe 😀", 0, true, 0, 0});

  @Test
  void compiledCodeAndEvaluatorAgree() {
    Tally tally = new Tally();
    List<String> failures = new ArrayList<>();
    for (int i = 0; i * ENTRIES < PROGRAMS && failures.size() < 3; i++) {
      String text = ProgramWriter.write(SEED * 1_000_000 + i, ENTRIES, RUNTIME.library());
      String failure = failure(text, ENTRIES, tally);
      if (failure != null) {
        String smaller = Shrinking.smaller(text, t -> sameKind(failure, failure(t, 1_000, null)));
        failures.add("package " + i + ": " + failure(smaller, 1_000, null) + "\n" + smaller);
      }
    }
    assertThat(failures).isEmpty();
    System.out.println(tally);
    assertThat(tally.texts).isGreaterThan(tally.runs() / 2);
    assertThat(tally.skipped).isLessThan(tally.runs() / 5);
  }

  private static boolean sameKind(String failure, String other) {
    return other != null && failure.substring(0, 8).equals(other.substring(0, 8));
  }

  /// What is wrong with a package, or null.
  private static String failure(String text, int entries, Tally tally) {
    CompiledPackage compiled;
    try {
      compiled = RUNTIME.compile(SourceTree.of("random.roto", text)).orThrow();
    } catch (IllegalStateException rejected) {
      return "rejected: " + rejected.getMessage().lines().limit(5).toList();
    } catch (RuntimeException | Error thrown) {
      return "compiler threw: " + trace(thrown);
    }
    Evaluation evaluation = new Evaluation(compiled.program());
    for (int entry = 0; entry < entries; entry++) {
      String path = "entry" + entry;
      if (entries > ENTRIES && !text.contains("fn " + path + "(")) {
        continue;
      }
      for (Object[] arguments : ARGUMENTS) {
        String expected = evaluated(evaluation, path, arguments);
        if (expected.equals("skipped")) {
          count(tally, expected);
          continue;
        }
        String actual = run(compiled, path, arguments);
        if (!expected.equals(actual)) {
          return "differs: "
              + path
              + List.of(arguments)
              + ": evaluator "
              + expected
              + ", compiled "
              + actual;
        }
        count(tally, expected);
      }
    }
    return null;
  }

  private static void count(Tally tally, String outcome) {
    if (tally != null) {
      tally.count(outcome);
    }
  }

  private static String run(CompiledPackage compiled, String path, Object[] arguments) {
    try {
      return "text " + compiled.call(path, Limits.USUAL, null, arguments);
    } catch (ScriptException stopped) {
      return "fault " + stopped.fault();
    } catch (RuntimeException | Error thrown) {
      return "threw " + trace(thrown);
    }
  }

  static String evaluated(Evaluation evaluation, String path, Object[] arguments) {
    Object[] own = arguments.clone();
    own[4] = (long) (Integer) own[4];
    own[6] = (long) (Integer) own[6];
    own[7] = Integer.toUnsignedLong((Integer) own[7]);
    try {
      return "text " + evaluation.call("pkg." + path, STEPS, own);
    } catch (Stop stop) {
      return "fault " + stop.fault;
    } catch (Evaluation.TooLong tooLong) {
      return "skipped";
    } catch (RuntimeException | Error thrown) {
      return "evaluator threw " + trace(thrown);
    }
  }

  private static String trace(Throwable thrown) {
    return thrown
        + " "
        + java.util.Arrays.stream(thrown.getStackTrace()).limit(8).map(Object::toString).toList();
  }

  /// How programs ended.
  private static final class Tally {
    int texts;
    int faults;
    int skipped;

    void count(String outcome) {
      if (outcome.startsWith("text")) {
        texts++;
      } else if (outcome.startsWith("fault")) {
        faults++;
      } else {
        skipped++;
      }
    }

    int runs() {
      return texts + faults + skipped;
    }

    @Override
    public String toString() {
      return runs() + " runs: " + texts + " texts, " + faults + " faults, " + skipped + " skipped";
    }
  }
}
