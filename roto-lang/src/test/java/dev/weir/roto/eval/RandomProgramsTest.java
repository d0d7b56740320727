package dev.weir.roto.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.emit.Compiled;
import dev.weir.roto.emit.EmitOptions;
import dev.weir.roto.emit.Emitter;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.Standard;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Compiled code and the evaluator give the same for every program: the same text, or a stop for
/// the same reason.
class RandomProgramsTest {
  private static final int ENTRIES = 25;
  private static final long STEPS = 20_000;
  private static final int PROGRAMS = Integer.getInteger("roto.programs", 500);
  private static final long SEED = Long.getLong("roto.seed", 1);
  private static final Pattern CODE = Pattern.compile("\\[E\\d+]");
  private static final Limits LIMITS = Limits.USUAL.fuel(1_000_000);
  private static final Library LIBRARY = Standard.library();

  static final List<Object[]> ARGUMENTS =
      List.of(
          new Object[] {7L, 3L, 1.5, "weir", 5, true, -3, 9},
          new Object[] {Long.MIN_VALUE, -1L, Double.NaN, "", 255, false, Integer.MIN_VALUE, -1},
          new Object[] {0L, 1L << 63, -0.0, "größe 😀", 0, true, 0, 0});

  @Test
  void compiledCodeAndEvaluatorAgree() {
    Tally tally = new Tally();
    List<String> failures = new ArrayList<>();
    for (int i = 0;
        i * ENTRIES < PROGRAMS && failures.size() < Integer.getInteger("roto.failures", 3);
        i++) {
      String text = ProgramWriter.write(SEED * 1_000_000 + i, ENTRIES, LIBRARY);
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
    return other != null && kind(failure).equals(kind(other));
  }

  /// What remains the same when a failing program is made smaller.
  private static String kind(String failure) {
    Matcher code = CODE.matcher(failure);
    return failure.startsWith("rejected") && code.find()
        ? code.group()
        : failure.lines().findFirst().orElse("").replaceAll("[^a-zA-Z ]", "").substring(0, 12);
  }

  /// What is wrong with a package, or null.
  private static String failure(String text, int entries, Tally tally) {
    try {
      return difference(text, entries, tally);
    } catch (RuntimeException | Error thrown) {
      return "compiler threw: " + trace(thrown);
    }
  }

  private static String difference(String text, int entries, Tally tally) {
    Parsed parsed = Parser.parse(new Source("random.roto", text));
    List<Diagnostic> found = new ArrayList<>(parsed.diagnostics());
    Checked checked = Checker.check(List.of(new ParsedModule("pkg", parsed.file())), LIBRARY);
    found.addAll(checked.diagnostics());
    found.removeIf(one -> one.severity() != Severity.ERROR);
    if (!found.isEmpty()) {
      return "rejected: " + found.subList(0, Math.min(5, found.size()));
    }
    Compiled compiled = Emitter.emit(checked.program(), LIBRARY, EmitOptions.USUAL);
    if (!compiled.diagnostics().isEmpty()) {
      return "rejected: " + compiled.diagnostics();
    }
    Evaluation evaluation = new Evaluation(checked.program());
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

  private static String run(Compiled compiled, String path, Object[] arguments) {
    try {
      Compiled.Entry entry = compiled.find("pkg." + path).orElseThrow();
      return "text " + entry.handle(LIMITS).invokeWithArguments(arguments);
    } catch (ScriptException stopped) {
      return "fault "
          + stopped.fault()
          + (stopped.getCause() == null ? "" : " " + trace(stopped.getCause()));
    } catch (Throwable thrown) {
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
