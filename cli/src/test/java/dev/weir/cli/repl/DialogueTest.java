package dev.weir.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.roto.HostLibrary;
import dev.weir.roto.tool.Completion;
import dev.weir.roto.tool.Completions;
import dev.weir.roto.tool.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueTest {
  private final List<String> out = new ArrayList<>();
  private final List<String> err = new ArrayList<>();
  private final Session session = new Session(HostLibrary.runtime(out::add), System::nanoTime);
  private final Dialogue dialogue = new Dialogue(session, out::add, err::add, false);

  @TempDir private Path directory;

  @Test
  void valuesComeWithTheirTypes() {
    assertThat(say("1 + 2")).isEqualTo("3: i32");
    assertThat(say("\"a\" + \"b\"")).isEqualTo("\"ab\": String");
    assertThat(say("10.1.2.3/8")).isEqualTo("10.0.0.0/8: Prefix");
    assertThat(say("print(\"hello\")")).isEqualTo("hello");
  }

  @Test
  void variablesStayAndCanBeAssignedAndDeclaredAnew() {
    assertThat(say("let x = 5;")).isEmpty();
    assertThat(say("x = x + 1")).isEmpty();
    assertThat(say("x")).isEqualTo("6: i32");
    assertThat(say("let x = f\"<{x}>\";")).isEmpty();
    assertThat(say("x")).isEqualTo("\"<6>\": String");
  }

  @Test
  void aListIsSharedBetweenInputs() {
    say("let a = [1]; let b = a;");
    say("b.push(2);");
    assertThat(say("a")).isEqualTo("[1, 2]: List[i32]");
  }

  @Test
  void aZoneFileBecomesAVariable() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("example.zone"),
            "example. 60 SOA ns.example. host.example. 7 1 1 1 1\nexample. 60 NS ns.example.\n");
    assertThat(say(":zone " + file)).startsWith("zone: zone example., 1 nodes, 2 records");
    assertThat(say("zone.serial()")).isEqualTo("Some(7): Option[u32]");
    assertThat(say("zone.count(rtype.NS)")).isEqualTo("1: u64");
    assertThat(dialogue.answer(":zone " + file + " fn")).isFalse();
    assertThat(dialogue.answer(":zone " + directory.resolve("none"))).isFalse();
  }

  @Test
  void itemsStayAndLaterOnesTakeTheirPlace() {
    assertThat(say("fn f(x: u8) -> u8 { x }")).isEqualTo("defined f");
    assertThat(say("f(3)")).isEqualTo("3: u8");
    say("fn f(x: u8) -> u8 { x * 2 }");
    assertThat(say("f(3)")).isEqualTo("6: u8");
  }

  @Test
  void variablesOfAChangedTypeAreDropped() {
    say("record P { a: u8 }");
    say("let p = [P { a: 1 }]; let q = 1;");
    assertThat(say("record P { b: u8 }")).contains("p was of a type that has changed");
    assertThat(session.bindings()).extracting("name").containsExactly("q");
  }

  @Test
  void anErrorChangesNothingAndPointsIntoTheInput() {
    say("fn f() -> u8 { 1 }");
    assertThat(dialogue.answer("let y = 1; let z = nope;")).isFalse();
    assertThat(err).singleElement().asString().contains("<prompt:2>:1:20").contains("^^^^");
    assertThat(session.bindings()).isEmpty();
  }

  @Test
  void aStoppedInputShowsWhereItWasInEarlierInputs() {
    say("fn d(a: i32) -> i32 { 1 / a }");
    assertThat(dialogue.answer("d(0)")).isFalse();
    assertThat(err)
        .singleElement()
        .asString()
        .contains("division by zero")
        .contains("pkg.d (<prompt:1>:1:25)")
        .contains("prompt (<prompt:2>:1:1)");
  }

  @Test
  void anInterruptedThreadStopsWhatRunsAndNothingMore() {
    Thread.currentThread().interrupt();
    assertThat(dialogue.answer("while true {}")).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(err).singleElement().asString().contains("stopped");
    assertThat(say("1")).isEqualTo("1: i32");
  }

  @Test
  void inputsGoOnUntilTheyAreWhole() {
    assertThat(Dialogue.isIncomplete("fn f() {")).isTrue();
    assertThat(Dialogue.isIncomplete("[1,")).isTrue();
    assertThat(Dialogue.isIncomplete("1 +")).isTrue();
    assertThat(Dialogue.isIncomplete("1 + 1")).isFalse();
    assertThat(Dialogue.isIncomplete("fn )")).isFalse();
    assertThat(Dialogue.isIncomplete(":type [")).isFalse();
  }

  @Test
  void theLastSemicolonMayBeLeftOut() {
    for (String whole :
        List.of("let x = 5", "x = 6", "import String.split", "const C: u8 = 1", "let x = 5 // a")) {
      assertThat(Dialogue.isIncomplete(whole)).as(whole).isFalse();
    }
    for (String open :
        List.of(
            "let x =", "let x = [1", "let x = f(", "let x = { 1", "import a.{b", "while true")) {
      assertThat(Dialogue.isIncomplete(open)).as(open).isTrue();
    }
    assertThat(say("let x = 5")).isEmpty();
    assertThat(say("x = 6 // six")).isEmpty();
    assertThat(say("let y = x // six")).isEmpty();
    assertThat(say("const C: i32 = 1")).isEqualTo("defined C");
    assertThat(say("enum E { A, B }")).isEqualTo("defined E");
    say("import E.A");
    assertThat(say("A")).isEqualTo("E.A: pkg.E");
    assertThat(say("x + y + C")).isEqualTo("13: i32");
    assertThat(dialogue.answer("let z = nope")).isFalse();
    assertThat(String.join("\n", err)).contains("let z = nope");
  }

  @Test
  void scriptsAreLoadedAndLoadedAgain() throws IOException {
    Path file = Files.writeString(directory.resolve("a.roto"), "fn one() -> u8 { 1 }\n");
    assertThat(say(":load " + file)).isEqualTo("defined one");
    Files.writeString(file, "fn two() -> u8 { 2 }\n");
    assertThat(say(":reload")).isEqualTo("defined two");
    assertThat(session.declarations()).containsOnlyKeys("two");
    Files.writeString(file, "fn two( -> u8 { 2 }\n");
    assertThat(dialogue.answer(":reload")).isFalse();
    assertThat(say("two()")).isEqualTo("2: u8");
  }

  @Test
  void commandsAnswer() {
    say("fn twice(a: i32) -> i32 { a * 2 }");
    assertThat(say(":type [1u8]")).isEqualTo("List[u8]");
    assertThat(say(":doc String.split")).contains("separator");
    assertThat(say(":env")).contains("fn twice(a: i32) -> i32");
    assertThat(say(":time twice(2)")).contains("4: i32").contains("ms running");
    assertThat(say(":bytecode twice")).containsIgnoringCase("imul");
    assertThat(say(":help")).contains(":bytecode");
    assertThat(dialogue.answer(":nonsense")).isFalse();
    assertThat(dialogue.isOver()).isFalse();
    say(":quit");
    assertThat(dialogue.isOver()).isTrue();
  }

  @Test
  void completionKnowsTheTypeLeftOfThePoint() {
    say("record Route { prefix: Prefix, med: u32 }");
    say("let r = Route { prefix: 10.0.0.0/8, med: 1 };");
    assertThat(complete("r.")).contains("prefix", "med").doesNotContain("len");
    assertThat(complete("r.prefix.le")).containsExactly("len");
    assertThat(complete("\"a,b\".split(\",\").ge")).contains("get");
    assertThat(complete("let s = \"a\"; s.tri")).contains("trim", "trim_start");
    assertThat(complete("Prefix.ne")).contains("new");
    assertThat(complete("pri")).contains("print");
    assertThat(complete("Rou")).contains("Route");
    assertThat(complete("nonsense.")).isEmpty();
  }

  private List<String> complete(String text) {
    return Completions.at(session, text, text.length()).stream().map(Completion::name).toList();
  }

  private String say(String input) {
    out.clear();
    assertThat(dialogue.answer(input)).as(input + " " + err).isTrue();
    return String.join("\n", out);
  }
}
