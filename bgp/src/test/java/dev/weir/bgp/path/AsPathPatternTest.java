package dev.weir.bgp.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.weir.bgp.type.MalformedPattern;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsPathPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ^65000_             | 65000 3356 701          | true
          ^65000_             | 650001 3356             | false
          ^65000_             | 65000                   | true
          _3356_              | 65000 3356 701          | true
          _3356_              | 65000 13356 701         | false
          _3356_              | 65000 {701,3356}        | true
          _3356_              | (3356 1) 2              | true
          3356                | 65000 13356 701         | true
          _701$               | 65000 3356 701          | true
          _701$               | 701 3356                | false
          ^$                  | ""                      | true
          ^$                  | 1                       | false
          .*                  | ""                      | true
          .                   | ""                      | false
          _                   | ""                      | true
          ^[0-9]+$            | 65000                   | true
          ^[0-9]+$            | 65000 1                 | false
          ^[0-9]+_[0-9]+$     | 65000 1                 | true
          ^[^ ]+$             | 65000 1                 | false
          ^65000(_65000)*$    | 65000 65000 65000       | true
          ^65000(_65000)*$    | 65000 65000 1           | false
          ^65000( [0-9]+)?$   | 65000 7                 | true
          "^1|2$"             | 5 2                     | true
          "^1|2$"             | 5 1                     | false
          "_(701|702)_"       | 5 701 6                 | true
          \\{7                | 1 {7,8}                 | true
          {7                  | 1 {7,8}                 | true
          \\[7,8\\]$          | 1 [7,8]                 | true
          ,8                  | 1 {7,8}                 | true
          ()                  | 1                       | true
          1**                 | 1                       | true
          ^_1                 | 1                       | true
          __1__               | 1                       | true
          1^                  | 1                       | false
          $1                  | 1                       | false
          <65000 .* 3356>     | 65000 3356              | true
          <65000 .* 3356>     | 1 65000 5 6 3356 7      | true
          <65000 .* 3356>     | 3356 65000              | false
          <^65000 .* 3356$>   | 1 65000 3356            | false
          <3356>              | 13356                   | false
          <^AS65000 as7$>     | 65000 7                 | true
          <^[64512-65534]+$>  | 64512 65000 65534       | true
          <^[64512-65534]+$>  | 64511                   | false
          <^[^64512-65534]+$> | 64511 4294967295        | true
          <^[1 3, 5-7]{2}$>   | 1 6                     | true
          <^[1 3, 5-7]{2}$>   | 1 6 7                   | false
          <^1{2,}$>           | 1                       | false
          <^1{2,}$>           | 1 1 1                   | true
          <^1{1,2} 2?$>       | 1 1 2                   | true
          <^1{1,2} 2?$>       | 1 1 1 2                 | false
          <^$>                | ""                      | true
          <.>                 | ""                      | false
          <^1 [2 3] 4$>       | 1 {9,3} 4               | true
          <^1 [2 3] 4$>       | 1 {9,8} 4               | false
          <^1 2 3$>           | 1 {2,3}                 | false
          <^(1 2)$>           | (1 2)                   | true
          <^1 .$>             | 1 [5,6,7]               | true
          <^.$>               | {5,6,7}                 | true
          """)
  void matches(String pattern, String path, boolean expected) {
    AsPathPattern compiled = AsPathPattern.compile(pattern);
    assertThat(compiled.matches(SamplePaths.parse(path)))
        .as("%s on %s", pattern, path)
        .isEqualTo(expected);
    assertThat(compiled).hasToString(pattern);
  }

  @Test
  void numbersNeedNoAngleBracketsWhereTheyAreAskedFor() {
    AsPathPattern pattern = AsPathPattern.numbers("65000 .* 3356");
    assertThat(pattern.matches(SamplePaths.parse("65000 3356"))).isTrue();
    assertThat(pattern.matches(SamplePaths.parse("3356"))).isFalse();
  }

  @Test
  void readsWideAndNarrowPathsInPlace() {
    byte[] narrow = {9, 9, 2, 2, (byte) 0xfd, (byte) 0xe8, 0x0d, 0x1c, 9};
    AsPathPattern pattern = AsPathPattern.compile("^65000 3356$");
    assertThat(pattern.matches(narrow, 2, 6, false)).isTrue();
    assertThat(pattern.matches(narrow, 2, 5, false)).isFalse();
    assertThat(AsPathPattern.compile("^4294967295$").matches(SamplePaths.parse("4294967295")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          _(701            | 2  | group is not closed
          701)             | 4  | closes nothing
          *701             | 1  | nothing before
          "(_|*)"          | 4  | nothing before
          [0-9             | 1  | not closed
          []               | 1  | list nothing
          [9-0]            | 2  | digit to one not smaller
          [64512-65534]    | 6  | <^[64512-65534]$>
          [_]              | 2  | delimiters
          AS65000          | 1  | without letters
          _(\\d+)          | 4  | never in the text
          (1)_\\1          | 5  | list the numbers
          1]               | 2  | closes nothing
          1\\              | 2  | must follow
          <65000           | 7  | not closed
          <                | 2  | not closed
          <_65000_>        | 2  | leave out
          <AS-FOO>         | 2  | list the AS numbers
          <AS65000:AS-FOO> | 9  | expected an AS number
          <1.10>           | 3  | 65546
          <4294967296>     | 2  | 4294967295
          <[5-1]>          | 3  | ends before it begins
          <[1>             | 2  | not closed
          <[]>             | 2  | list nothing
          <[x]>            | 3  | expected an AS number
          <1{300}>         | 4  | more than 255
          <1{3,2}>         | 3  | at least 3
          <1{>             | 4  | how often
          <1{3>            | 5  | how often
          <{3}>            | 2  | nothing before
          <1~*>            | 3  | not supported
          <(.{255}){255}>  | 4  | too large
          """)
  void saysWhereAndWhatToDo(String pattern, int column, String problem) {
    assertThatExceptionOfType(MalformedPattern.class)
        .isThrownBy(() -> AsPathPattern.compile(pattern))
        .withMessageContaining(problem)
        .withMessageStartingWith("column " + column + " of '" + pattern + "': ")
        .satisfies(e -> assertThat(e.column()).isEqualTo(column));
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThatExceptionOfType(MalformedPattern.class)
        .isThrownBy(() -> AsPathPattern.compile("1".repeat(20_000)))
        .withMessageContaining("too long");
    assertThatExceptionOfType(MalformedPattern.class)
        .isThrownBy(() -> AsPathPattern.compile("(".repeat(5_000)))
        .withMessageContaining("too deeply");
    assertThatExceptionOfType(MalformedPattern.class)
        .isThrownBy(() -> AsPathPattern.compile("1".repeat(5_000)))
        .withMessageContaining("too large");
  }

  /// The states of this pattern double with every dot; it must neither fill the memory nor err.
  @Test
  void followsPatternsWithTooManyStatesWithoutATable() {
    String dots = ".".repeat(30);
    AsPathPattern text = AsPathPattern.compile("7" + dots + "$");
    AsPathPattern numbers = AsPathPattern.compile("<[7 100]" + " .".repeat(14) + "$>");
    Pattern model = Pattern.compile("7" + dots + "$");
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 3000; i++) {
      StringBuilder path = new StringBuilder();
      for (int j = 0; j < 30; j++) {
        path.append(SamplePaths.asn(random)).append(' ');
      }
      AsPath parsed = SamplePaths.parse(path.toString());
      assertThat(text.matches(parsed)).isEqualTo(model.matcher(parsed.toString()).find());
      int[] asns = parsed.asns();
      int decides = asns[asns.length - 15];
      assertThat(numbers.matches(parsed)).isEqualTo(decides == 7 || decides == 100);
    }
  }

  @Test
  void manyThreadsMayUseAPatternWhileItLearns() {
    for (int round = 0; round < 30; round++) {
      AsPathPattern pattern = AsPathPattern.compile("_(65000|701)_.*_3356_.*[17]$");
      Pattern model = TextModel.of("_(65000|701)_.*_3356_.*[17]$");
      long seed = round;
      boolean agree =
          IntStream.range(0, 64)
              .parallel()
              .allMatch(worker -> {
                SplittableRandom random = new SplittableRandom(seed * 64 + worker);
                boolean same = true;
                for (int i = 0; i < 100; i++) {
                  AsPath path = SamplePaths.next(random);
                  same &= pattern.matches(path) == model.matcher(path.toString()).find();
                }
                return same;
              });
      assertThat(agree).isTrue();
    }
  }

  @Test
  void allocatesNothingOnceWarm() {
    AsPathPattern[] patterns = {
      AsPathPattern.compile("_(65000|701)_.*_3356_"),
      AsPathPattern.compile("<^65000 [64512-65534 3356]* 701>")
    };
    SplittableRandom random = new SplittableRandom(3);
    AsPath[] paths = new AsPath[200];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = SamplePaths.next(random);
    }
    int matched = 0;
    for (int round = 0; round < 200; round++) {
      matched += count(patterns, paths);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 200; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      matched += count(patterns, paths);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(matched).isPositive();
    assertThat(least).isZero();
  }

  private static int count(AsPathPattern[] patterns, AsPath[] paths) {
    int matched = 0;
    for (AsPathPattern pattern : patterns) {
      for (AsPath path : paths) {
        matched += pattern.matches(path) ? 1 : 0;
      }
    }
    return matched;
  }
}
