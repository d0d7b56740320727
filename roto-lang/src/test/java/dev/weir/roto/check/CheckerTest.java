package dev.weir.roto.check;

import static dev.weir.roto.check.Checks.check;
import static dev.weir.roto.check.Checks.errors;
import static dev.weir.roto.check.Checks.findings;
import static dev.weir.roto.check.Checks.modules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.source.Diagnostic;
import org.junit.jupiter.api.Test;

class CheckerTest {
  // ---- names and scopes -------------------------------------------------------------------------

  @Test
  void parametersAndBodyAreOneScope() {
    assertThat(errors("fn f(x: u32) { let x = 1; }")).containsExactly("DUPLICATE_NAME 1:20");
    assertThat(errors("fn f(x: u32) { if true { let x = 1; } }")).isEmpty();
  }

  @Test
  void theNamesOfAnArmAndOfALoopBelongToTheirBodies() {
    assertThat(errors("fn f(x: u8?) { match x { Some(y) => { let y = 1; } None => {} } }"))
        .containsExactly("DUPLICATE_NAME 1:43");
    assertThat(errors("fn f(x: List[u8]) { for y in x { let y = 1; } }"))
        .containsExactly("DUPLICATE_NAME 1:38");
  }

  @Test
  void underscoreIsDeclaredAsOftenAsOneLikes() {
    assertThat(findings("fn f(_: u8, _: u8) { let _ = 1; let _ = 2; }")).isEmpty();
  }

  @Test
  void aVariableIsVisibleAfterItsLet() {
    assertThat(errors("fn f() { let a = a; }")).containsExactly("UNKNOWN_NAME 1:18");
    assertThat(errors("fn f() { let a = b; let b = 1; }")).containsExactly("UNKNOWN_NAME 1:18");
  }

  @Test
  void aLocalHidesAFunction() {
    assertThat(errors("fn g() {} fn f() { let g = 1; g(); }")).containsExactly("NOT_CALLABLE 1:31");
  }

  @Test
  void aNearNameIsSuggested() {
    Diagnostic diagnostic = check("fn f(counter: u8) -> u8 { countr }").diagnostics().getFirst();
    assertThat(diagnostic.notes()).contains("did you mean `counter`?");
    assertThat(diagnostic.fix())
        .hasValueSatisfying(fix -> assertThat(fix.replacement()).isEqualTo("counter"));
  }

  @Test
  void testsHaveNamesOfTheirOwn() {
    assertThat(errors("fn a() {} test a { accept }")).isEmpty();
    assertThat(errors("test a { accept } test a { accept }"))
        .containsExactly("DUPLICATE_NAME 1:24");
  }

  @Test
  void aTypeOfTheScriptMayHaveABuiltInName() {
    assertThat(findings("enum Result { Good } fn f() -> Result { Result.Good }"))
        .containsExactly("SHADOWED_BUILT_IN 1:6");
  }

  // ---- modules and imports ----------------------------------------------------------------------

  @Test
  void importsMayBuildOnOneAnotherInAnyOrder() {
    assertThat(
            errors(
                check(
                    modules(
                        "pkg", "import b.f; import a.b; fn g() -> u8 { f() }",
                        "pkg.a", "",
                        "pkg.a.b", "fn f() -> u8 { 1 }"))))
        .isEmpty();
  }

  @Test
  void aModuleDoesNotSeeItsParentsNames() {
    assertThat(
            errors(
                check(
                    modules(
                        "pkg", "fn f() {} import a.g;", "pkg.a", "fn g() { f(); super.f(); }"))))
        .containsExactly("UNKNOWN_NAME pkg.a:1:10");
  }

  @Test
  void importsAreNotReExported() {
    assertThat(
            errors(
                check(
                    modules(
                        "pkg", "import a.f; fn g() { f() }",
                        "pkg.a", "import b.f;",
                        "pkg.a.b", "fn f() {}"))))
        .containsExactly("UNKNOWN_IMPORT 1:10");
  }

  @Test
  void methodsAndVariantsCanBeImported() {
    assertThat(
            errors(
                "import String.append; import Color.{Red, Green}; enum Color { Red, Green }\n"
                    + "fn f(c: Color) -> String { if c == Red || c == Green { append(\"a\", \"b\")"
                    + " } else { String.trim(\" c\") } }"))
        .isEmpty();
  }

  @Test
  void importsOfABlockAreVisibleInAllOfIt() {
    assertThat(
            errors(
                check(
                    modules(
                        "pkg", "fn g() -> u8 { let x = f(); import a.f; x }",
                        "pkg.a", "fn f() -> u8 { 1 }"))))
        .isEmpty();
  }

  @Test
  void unusedImportsAreTold() {
    assertThat(findings("import String.append; fn f() {}")).containsExactly("UNUSED_IMPORT 1:15");
  }

  // ---- types ------------------------------------------------------------------------------------

  @Test
  void recursionThroughListsAndOptionsIsFine() {
    assertThat(errors("record A { next: A?, all: List[A] } enum T { Leaf, Node(List[T]) }"))
        .isEmpty();
    assertThat(errors("record W[T] { v: T } record A { x: W[A] }"))
        .containsExactly("INFINITE_TYPE 1:29");
    assertThat(errors("enum P[T] { X } record A { x: P[A] }")).isEmpty();
  }

  @Test
  void typeArgumentsAreCounted() {
    assertThat(errors("fn f(x: List) {}")).containsExactly("TYPE_ARGUMENTS 1:9");
    assertThat(errors("fn f(x: u32[u8]) {}")).containsExactly("TYPE_ARGUMENTS 1:9");
  }

  @Test
  void anonymousRecordsBecomeNamedOnes() {
    assertThat(
            errors(
                "record P { x: u8, y: u8 }\n"
                    + "fn f() -> P { let p = { y: 1, x: 2 }; p.x += 3; p }"))
        .isEmpty();
    assertThat(errors("record P { x: u8 } fn f() -> P { { z: 1 } }"))
        .containsExactly("MISMATCHED_TYPES 1:34");
    assertThat(errors("fn f(a: { x: u8, y: u8 }) -> { y: u8, x: u8 } { a }")).isEmpty();
  }

  @Test
  void defaultsComeOnlyAtTheEnd() {
    assertThat(errors("fn f() -> String { let x = 10; x.to_string() }"))
        .containsExactly("UNKNOWN_TYPE 1:34");
    assertThat(errors("fn f() -> String { let x = 10; f\"{x}\" }")).isEmpty();
    assertThat(errors("fn f() -> String { 10u8.to_string() }")).isEmpty();
  }

  @Test
  void negatedLiteralsAreSigned() {
    assertThat(errors("fn f() { let x: u8 = -1; }")).containsExactly("MISMATCHED_TYPES 1:22");
    assertThat(errors("fn f() -> i64 { -9223372036854775808 }")).isEmpty();
    assertThat(errors("fn f() -> i64 { 9223372036854775808 }"))
        .containsExactly("LITERAL_RANGE 1:17");
    assertThat(errors("fn f() -> u64 { 18446744073709551615 }")).isEmpty();
    assertThat(errors("fn f() { let x: u8 = 300; }")).containsExactly("LITERAL_RANGE 1:22");
  }

  @Test
  void aSlashAfterAnAddressMakesAPrefix() {
    assertThat(errors("fn f(a: IpAddr, n: u8) -> Prefix { a / n }")).isEmpty();
    assertThat(errors("fn f() -> Prefix { 1.2.3.4 / 8 }")).isEmpty();
    assertThat(errors("fn f() -> Prefix { 1.2.3.4 / 40 }")).containsExactly("LITERAL_RANGE 1:30");
    assertThat(errors("fn f(a: IpAddr) { a /= 8; }")).isNotEmpty();
    assertThat(errors("fn f() { 1.2.3.4 / 8 + 16; }")).isNotEmpty();
  }

  @Test
  void partsOfTextsNeedATextForm() {
    assertThat(errors("fn f(x: List[u8]) -> String { f\"a{x}b\" }"))
        .containsExactly("NOT_PRINTABLE 1:35");
  }

  @Test
  void longChainsAreLinear() {
    String sum = "x" + " + x".repeat(20_000);
    assertThat(errors("fn f(x: u64) -> u64 { " + sum + " }")).isEmpty();
  }

  @Test
  void typesThatDoubleDoNotExplode() {
    StringBuilder text = new StringBuilder("fn f() { let a0 = { x: 1 };\n");
    for (int i = 1; i < 60; i++) {
      text.append("let a%d = { x: a%d, y: a%d };%n".formatted(i, i - 1, i - 1));
    }
    assertThat(errors(text + "}")).contains("TOO_LARGE 11:11");
  }

  @Test
  void aListDoesNotContainItself() {
    assertThat(errors("fn f() { let a = []; a.push(a); }"))
        .containsExactly("MISMATCHED_TYPES 1:29");
  }

  // ---- functions, filters, verdicts -------------------------------------------------------------

  @Test
  void whatAFilterLeavesOpenIsUnit() {
    assertThat(Checks.program("filter f(x: u8) { if x > 1 { accept x } reject }").functions())
        .singleElement()
        .satisfies(f -> assertThat(f.result()).hasToString("Verdict[u8, ()]"));
  }

  @Test
  void filtersMayCallOneAnotherInAnyOrder() {
    assertThat(Checks.program("filter a() { b() } filter b() { accept 5u8 }").functions())
        .allSatisfy(f -> assertThat(f.result()).hasToString("Verdict[u8, ()]"));
  }

  @Test
  void aBodyThatMayEndNeedsAValue() {
    assertThat(errors("fn f(c: bool) -> u32 { while c { return 1; } }"))
        .containsExactly("MISMATCHED_TYPES 1:24");
    assertThat(errors("fn f(c: bool) -> u32 { while c { return 1; }; }"))
        .containsExactly("MISSING_VALUE 1:22");
    assertThat(errors("fn f() -> u32 { while true { return 1; } }")).isEmpty();
    assertThat(errors("fn f(c: bool) -> u32 { while true { if c { break; } } }"))
        .containsExactly("MISMATCHED_TYPES 1:24");
    assertThat(errors("fn f(c: bool) -> u32 { c && return 1; }")).isNotEmpty();
  }

  @Test
  void acceptNeedsAVerdict() {
    assertThat(errors("fn f() { accept }")).containsExactly("MISPLACED_CONTROL 1:10");
    assertThat(errors("fn f() -> Verdict[u8, ()] { accept 1 }")).isEmpty();
    assertThat(errors("const C: u8 = { return 1; };")).containsExactly("MISPLACED_CONTROL 1:17");
  }

  @Test
  void questionMarksNeedAFunctionThatCanFail() {
    assertThat(errors("fn f(x: u8?) -> u8 { x? }")).containsExactly("MISPLACED_CONTROL 1:22");
    assertThat(errors("fn f(x: u8?) -> u8? { Some(x? + 1) }")).isEmpty();
    assertThat(errors("fn f(x: Result[u8, String]) -> Result[u16, String] { x?; Ok(1) }"))
        .isEmpty();
    assertThat(errors("fn f(x: Result[u8, String]) -> Verdict[u8, String] { accept x? }"))
        .isEmpty();
    assertThat(errors("filter f(x: u8?) { let y = x?; accept y }")).isEmpty();
    assertThat(errors("fn f(x: u8?) -> Verdict[u8, u8] { accept x? }")).hasSize(1);
    assertThat(errors("fn g() -> Result[u8, String] { Ok(1) } test t { g()?; accept }")).isEmpty();
  }

  @Test
  void constantsAreOrderedAndMayNotNeedThemselves() {
    assertThat(Checks.program("const A: u8 = f(); fn f() -> u8 { B } const B: u8 = 1;").constants())
        .extracting(constant -> constant.path())
        .containsExactly("pkg.B", "pkg.A");
    assertThat(errors("const A: u8 = f(); fn f() -> u8 { A }"))
        .containsExactly("RECURSIVE_CONSTANT 1:7");
    assertThat(errors("const A: u8 = 1; fn f() { A = 2; }")).containsExactly("NOT_ASSIGNABLE 1:27");
  }

  @Test
  void constantsMayNotDependOnTheContext() {
    assertThat(errors("const A: u32 = peer;")).containsExactly("CONTEXT_IN_CONSTANT 1:16");
    assertThat(errors("const A: u32 = f(); fn f() -> u32 { g() } fn g() -> u32 { peer }"))
        .containsExactly("CONTEXT_IN_CONSTANT 1:7");
    assertThat(errors("fn f() -> u32 { peer } fn g() { peer = 1; }"))
        .containsExactly("NOT_ASSIGNABLE 1:33");
  }

  // ---- patterns ---------------------------------------------------------------------------------

  @Test
  void matchesCoverAllVariants() {
    assertThat(errors("fn f(x: u8?) -> u8 { match x { Some(y) => y } }"))
        .containsExactly("NOT_EXHAUSTIVE 1:28");
    assertThat(errors("fn f(x: u8?) -> u8 { match x { Some(y) if y > 1 => y, None => 0 } }"))
        .containsExactly("NOT_EXHAUSTIVE 1:28");
    assertThat(errors("fn f(x: u8?) -> u8 { match x { _ => 1, None => 0 } }"))
        .containsExactly("UNREACHABLE_ARM 1:40");
    assertThat(findings("fn f(x: u8?) -> u8 { match x { None => 1, None => 2, Some(y) => y } }"))
        .containsExactly("DUPLICATE_ARM 1:43");
  }

  @Test
  void aBareNameIsAVariantOfAnEnumAndOtherwiseBinds() {
    assertThat(errors("fn f(x: u8?) { match x { Nome => {} _ => {} } }"))
        .containsExactly("UNKNOWN_VARIANT 1:26");
    assertThat(errors("fn f(x: u8) -> u8 { match x { 0 => 1, n => n } }")).isEmpty();
    assertThat(
            findings(
                "enum C { Red, Blue } fn f(x: C?) -> u8 { match x { Some(Red) => 1, None => 2 } }"))
        .contains("BINDING_LIKE_VARIANT 1:57");
    assertThat(
            findings(
                "enum C { Red, Blue } fn f(x: C?) -> u8"
                    + " { match x { Some(C.Red) => 1, Some(C.Blue) => 3, None => 2 } }"))
        .isEmpty();
  }

  @Test
  void patternsNest() {
    assertThat(
            errors(
                "record P { x: u8, y: u8 }\n"
                    + "fn f(p: P?) -> u8 { match p { Some({ x: 1..=9, y }) => y,"
                    + " Some(P { x, .. }) => x, None => 0 } }"))
        .isEmpty();
    assertThat(
            errors(
                "enum E { A(u8), B(u8), C }\n"
                    + "fn f(e: E) -> u8 { match e { A(x) | B(x) => x, C => 0 } }"))
        .isEmpty();
    assertThat(
            errors(
                "enum E { A(u8), B(u8), C }\n"
                    + "fn f(e: E) -> u8 { match e { A(x) | B(y) => 1, C => 0 } }"))
        .containsExactly("INVALID_PATTERN 2:37");
  }

  @Test
  void addressesMatchPrefixes() {
    assertThat(
            errors(
                "fn f(a: IpAddr) -> u8 { match a { 10.0.0.0/8 => 1, ::1 => 2,"
                    + " 1.0.0.0..=1.0.0.9 => 3, _ => 4 } }"))
        .isEmpty();
    assertThat(errors("fn f(a: Prefix) -> u8 { match a { 10.0.0.0/8 => 1, _ => 4 } }")).isEmpty();
    assertThat(errors("fn f(a: u8) -> u8 { match a { 10.0.0.0/8 => 1, _ => 4 } }"))
        .containsExactly("MISMATCHED_TYPES 1:31");
  }

  @Test
  void ifLetBinds() {
    assertThat(errors("fn f(x: u8?) -> u8 { if let Some(y) = x { y } else { 0 } }")).isEmpty();
    assertThat(errors("fn f(x: List[u8]) { while let Some(y) = x.pop() { print(f\"{y}\"); } }"))
        .isEmpty();
  }

  // ---- beyond 0.12 ------------------------------------------------------------------------------

  @Test
  void loopsGoOverRangesAndCanBeLeft() {
    assertThat(
            errors(
                "fn f(n: u64) -> u64 { let s = 0; for i in 0..n { if i == 3 { continue; } s += i; }"
                    + " s }"))
        .isEmpty();
    assertThat(errors("fn f() { break; }")).containsExactly("MISPLACED_CONTROL 1:10");
  }

  @Test
  void elementsAreReadAndAssigned() {
    assertThat(errors("fn f(x: List[u8]) -> u8 { x[0] = 1; x[1] += 2; x[0] + x[1] }")).isEmpty();
    assertThat(errors("fn f(x: List[u8]) -> List[u8] { x[1..3] }")).isEmpty();
    assertThat(errors("fn f(m: Map[String, u8]) -> u8 { m[\"a\"] }")).isEmpty();
    assertThat(errors("fn f(m: Map[f64, u8]) {}")).containsExactly("NOT_A_KEY 1:9");
  }

  @Test
  void closuresAreArguments() {
    assertThat(errors("fn f(x: List[u32]) -> u32 { x.fold(0, |a, b| a + b) }")).isEmpty();
    assertThat(errors("fn f(x: List[u32]) -> List[String] { x.map(|n| n.to_string()) }")).isEmpty();
    assertThat(errors("fn g(n: u32) -> bool { n > 1 } fn f(x: List[u32]) -> bool { x.any(g) }"))
        .isEmpty();
    assertThat(errors("fn f(x: List[String]) -> List[String] { x.map(String.trim) }")).isEmpty();
    assertThat(errors("fn f(x: List[u8]) -> List[u8?] { x.map(Some) }")).isEmpty();
    assertThat(errors("fn f() { let g = |x| x; }")).containsExactly("WRONG_KIND 1:18");
    assertThat(errors("fn f(x: List[u8]) -> List[u8] { x.map(|y| { return x; }) }")).hasSize(1);
  }

  @Test
  void genericFunctionsAreInstantiatedAtEachUse() {
    assertThat(errors("fn id[T](x: T) -> T { x } fn f() -> String { id(1u8); id(\"a\") }"))
        .isEmpty();
    assertThat(errors("fn f[T](x: T) -> T { x + x }")).containsExactly("INVALID_OPERAND 1:22");
    assertThat(errors("fn f[T](x: T) { f(Some(x)) } fn g() { f(1) }"))
        .containsExactly("TOO_DEEP 1:17");
  }

  @Test
  void textsAndAddressesHaveAnOrder() {
    assertThat(
            errors(
                "fn f(a: String, b: Prefix, c: Asn, d: char, e: IpAddr) -> bool {"
                    + " a < \"x\" && b >= b && c < AS3 && d < 'a' && e < ::1 }"))
        .isEmpty();
    assertThat(errors("fn f(a: bool) -> bool { a < a }")).containsExactly("INVALID_OPERAND 1:25");
  }

  // ---- many findings ----------------------------------------------------------------------------

  @Test
  void oneMistakeIsOneMessageAndManyAreMany() {
    assertThat(
            errors(
                "fn f() -> u8 { let a = nothing; let b = a + 1; let c = a.x.y(b); c }\n"
                    + "fn g() -> u8 { \"text\" }\n"
                    + "fn h(x: Missing) -> Missing { x.y }"))
        .containsExactly(
            "UNKNOWN_NAME 1:24", "MISMATCHED_TYPES 2:16", "UNKNOWN_NAME 3:9", "UNKNOWN_NAME 3:21");
  }

  @Test
  void unusedThingsAreTold() {
    assertThat(findings("fn f(x: u8) { let y = 1; let _z = 2; 1 + 2; }"))
        .containsExactly("UNUSED_VARIABLE 1:6", "UNUSED_VARIABLE 1:19", "UNUSED_RESULT 1:38");
    assertThat(findings("fn f() -> u8 { return 1; 2 }")).containsExactly("UNREACHABLE_CODE 1:26");
  }
}
