package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.source.SourceTree.Module;
import dev.weir.roto.store.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that are meant to break a compiler: all give a package or diagnostics, soon.
@Timeout(60)
class HostileTextTest {
  private static final Runtime RUNTIME = Runtime.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "!",
        "- ",
        "f\"{",
        "if ",
        "if true {",
        "match ",
        "f(",
        "|x| ",
        "x = ",
        "Some(",
        "a.",
        "while x {",
        "for x in ",
        "return ",
        "1 + (",
        "{a: ",
        "x[",
        "/*"
      })
  void aHundredThousandOpeningsAreRefused(String opening) {
    rejected("fn f() -> u32 { " + opening.repeat(100_000) + " }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "{", "Option[", "List[", "{ a: "})
  void aHundredThousandOpeningsOfATypeAreRefused(String opening) {
    rejected("fn f(x: " + opening.repeat(100_000) + ") {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Some(", "A | (", "{ a: ", "-"})
  void aHundredThousandOpeningsOfAPatternAreRefused(String opening) {
    rejected("fn f(x: u32?) { match x { " + opening.repeat(100_000) + " => {} } }");
  }

  @Test
  void balancedNestingIsRefusedWithoutAnOverflow() {
    for (int depth : new int[] {2_000, 100_000}) {
      rejected("fn f() -> u32 { " + "(".repeat(depth) + "1" + ")".repeat(depth) + " }");
      rejected("fn f() -> u32 { " + "{".repeat(depth) + "1" + "}".repeat(depth) + " }");
      rejected("fn f(x: u32" + "?".repeat(depth) + ") -> u32 { " + "!".repeat(depth) + "1 }");
    }
  }

  @Test
  void nestingThatPeopleWriteIsAccepted() {
    compiled("fn f() -> u32 { " + "(".repeat(60) + "1" + ")".repeat(60) + " }");
    compiled(
        "fn f() -> u32 { " + "if true { ".repeat(40) + "1" + " } else { 0 }".repeat(40) + " }");
  }

  @Test
  void aLineOfTenMegabytesIsRead() {
    String text = "x".repeat(10_000_000);
    rejected("fn f() -> u32 { " + text + " }");
    compiled("// " + text + "\nfn f() -> u32 { 1 }");
    rejected("fn f() -> u32 { \"" + text);
    rejected(")".repeat(1_000_000));
    rejected("\u0001 ".repeat(500_000));
  }

  @Test
  void aLongTextLiteralIsAPackageOrADiagnostic() {
    String text = "fn f() -> String { \"" + "ä".repeat(200_000) + "\" }";
    Compilation compilation = RUNTIME.compile(SourceTree.of("long.roto", text));
    if (compilation instanceof Compilation.Compiled(CompiledPackage result, var _)) {
      assertThat((String) result.call("f")).hasSize(200_000);
    }
  }

  @Test
  void octetsThatAreNotUtf8AreADiagnostic(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("bad.roto");
    Files.write(file, new byte[] {'f', 'n', ' ', (byte) 0xff, (byte) 0xc0, '(', ')', '{', '}'});
    assertThat(Sources.read(file).tree()).isNull();
    assertThat(Sources.read(file).diagnostics().getFirst().code()).isEqualTo(Code.INVALID_UTF8);
    Files.write(file, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    assertThat(Sources.read(file).tree()).isNull();
  }

  @Test
  void nulAndOtherControlsAreDiagnostics() {
    rejected("fn f\0() {}");
    rejected("\0\0\0");
    rejected("fn f() { let x = \u0007 1; }");
    rejected("\ufefffn f() { \ud800 }");
  }

  @Test
  void modulesThatImportEachOtherInACircleEnd() {
    SourceTree tree =
        new SourceTree(
            List.of(
                module("pkg", "import pkg.a.x; fn f() -> u32 { x() }"),
                module("pkg.a", "import pkg.b.x;"),
                module("pkg.b", "import pkg.a.x;")));
    assertThat(RUNTIME.compile(tree)).isInstanceOf(Compilation.Rejected.class);
    SourceTree sound =
        new SourceTree(
            List.of(
                module("pkg", "import pkg.a.x; fn f() -> u32 { x() }"),
                module("pkg.a", "import pkg.b.y; fn x() -> u32 { y(3) }"),
                module(
                    "pkg.b",
                    "import pkg.a.x; fn y(n: u32) -> u32 { if n == 0 { x() } else { n } }")));
    assertThat(RUNTIME.compile(sound).orThrow().call("f")).isEqualTo(3);
  }

  @Test
  void typesAndConstantsInACircleAreDiagnostics() {
    rejected("record A { b: B } record B { a: A }");
    rejected("enum E { V(E, E) }");
    rejected("const A: u32 = B; const B: u32 = A;");
    rejected("const A: u32 = f(); fn f() -> u32 { A }");
    compiled("record T { children: List[T], parent: T? } fn f() -> u32 { 1 }");
  }

  @Test
  void tenThousandArmsAreCompiled() {
    StringBuilder numbers = new StringBuilder("fn f(x: u32) -> u32 { match x { ");
    StringBuilder texts = new StringBuilder("fn g(x: String) -> u32 { match x { ");
    for (int i = 0; i < 10_000; i++) {
      numbers.append(i * 3).append(" => ").append(i).append(",\n");
      texts.append("\"t").append(i).append("\" => ").append(i).append(",\n");
    }
    CompiledPackage compiled =
        compiled(numbers + "_ => 1000000, } }\n" + texts + "_ => 1000000, } }");
    assertThat(compiled.call("f", 9_000)).isEqualTo(3_000);
    assertThat(compiled.call("f", 9_001)).isEqualTo(1_000_000);
    assertThat(compiled.call("g", "t9999")).isEqualTo(9_999);
    assertThat(compiled.call("g", "u")).isEqualTo(1_000_000);
  }

  @Test
  void hugeLiteralsAreDiagnostics() {
    rejected("fn f() -> u64 { " + "9".repeat(100_000) + " }");
    rejected("fn f() -> u64 { 0x" + "f".repeat(100_000) + " }");
    rejected("fn f() -> u64 { 18446744073709551616 }");
    rejected("fn f() -> Asn { AS" + "9".repeat(1_000) + " }");
    rejected("fn f() -> IpAddr { 1.2.3." + "4".repeat(1_000) + " }");
    rejected("fn f() -> IpAddr { " + "a:".repeat(50_000) + " }");
    rejected("fn f() -> u8 { 1" + "u8".repeat(1_000) + " }");
    compiled("fn f() -> f64 { 1e" + "9".repeat(1_000) + " }");
  }

  @Test
  void manyErrorsAreReportedAndEnd() {
    List<Diagnostic> found = rejected("fn f() { let x: u8 = true; }\n".repeat(5_000));
    assertThat(found).isNotEmpty();
    rejected("fn f( { ".repeat(20_000));
    rejected("let ; ".repeat(20_000));
  }

  @Test
  void functionsLargerThanAMethodOfTheMachineAreCompiled() {
    StringBuilder text = new StringBuilder("fn f(x: u64) -> u64 {\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("if x > ").append(i).append(" { x = x * 3 + ").append(i).append("; }\n");
    }
    assertThat(compiled(text + "x }").call("f", 0L)).isEqualTo(0L);
  }

  @Test
  void longChainsTakeTimeInProportion() {
    grows(n -> "fn f(x: u64) -> u64 { " + chain(n, "x", " + ") + " }");
    grows(n -> "fn f(x: bool) -> bool { " + chain(n, "x", " && ") + " }");
    grows(n -> "fn f(x: String) -> String { " + chain(n, "x", " + ") + " }");
    grows(n -> "fn f(x: u64) -> u64 { " + chain(n, "x", " / ") + " }");
  }

  /// Eight times the text takes about eight times the time: not quadratic, let alone exponential.
  private static void grows(IntFunction<String> text) {
    String small = text.apply(2_500);
    String large = text.apply(20_000);
    compiled(text.apply(200));
    double ratio = Double.MAX_VALUE;
    for (int i = 0; i < 5 && ratio > 24; i++) {
      ratio = Math.min(ratio, (double) nanoseconds(large) / nanoseconds(small));
    }
    assertThat(ratio).isLessThan(24);
  }

  private static long nanoseconds(String text) {
    long start = System.nanoTime();
    RUNTIME.compile(SourceTree.of("chain.roto", text));
    return System.nanoTime() - start;
  }

  private static String chain(int terms, String term, String operator) {
    return String.join(operator, Collections.nCopies(terms, term));
  }

  private static Module module(String path, String text) {
    return new Module(path, new Source(path + ".roto", text));
  }

  private static CompiledPackage compiled(String text) {
    return RUNTIME.compile(SourceTree.of("hostile.roto", text)).orThrow();
  }

  private static List<Diagnostic> rejected(String text) {
    Compilation compilation = RUNTIME.compile(SourceTree.of("hostile.roto", text));
    assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
    assertThat(compilation.diagnostics()).isNotEmpty();
    assertThat(compilation.diagnostics().getFirst().toString()).isNotEmpty();
    return compilation.diagnostics();
  }
}
