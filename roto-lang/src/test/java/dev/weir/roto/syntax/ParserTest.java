package dev.weir.roto.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.inet.IpAddress;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each form of the language and the tree it gives.
class ParserTest {
  private static Parsed parse(String text) {
    return Parser.parse(new Source("t", text));
  }

  private static Ast.File file(String text) {
    Parsed parsed = parse(text);
    assertThat(parsed.diagnostics()).as(text).isEmpty();
    return parsed.file();
  }

  private static Ast.Block body(String statements) {
    Ast.Item item = file("fn f() { " + statements + " }").items().getFirst();
    return ((Ast.Function) item).body();
  }

  private static Ast.Expression value(String expression) {
    Ast.Let let = (Ast.Let) body("let it = " + expression + ";").statements().getFirst();
    return let.value();
  }

  private static Ast.Pattern pattern(String pattern) {
    return ((Ast.Match) value("match it { " + pattern + " => 1 }")).arms().getFirst().pattern();
  }

  private static String shape(String expression) {
    return AstPrinter.print(value(expression), null);
  }

  private static List<Code> codes(String expression) {
    return parse("fn f() { let it = " + expression + "; }").diagnostics().stream()
        .map(Diagnostic::code)
        .toList();
  }

  // ---- literals ---------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "0,0,",
    "1_000,1000,",
    "1__,1,",
    "255u8,255,u8",
    "0x1F,31,",
    "9i64,9,i64",
    "99999999999999999999,99999999999999999999,"
  })
  void integersHaveAMagnitudeAndASuffix(String text, BigInteger magnitude, String suffix) {
    Ast.IntegerLiteral literal = (Ast.IntegerLiteral) value(text);
    assertThat(literal.magnitude()).isEqualTo(magnitude);
    assertThat(literal.suffix()).isEqualTo(suffix);
  }

  @ParameterizedTest
  @CsvSource({"10.,10.,", "1e3,1e3,", "1.5e-7,1.5e-7,", "10f32,10,f32", "1_0.5_0,10.50,"})
  void numbersWithAPointExponentOrSuffixAreFloats(String text, String digits, String suffix) {
    Ast.FloatLiteral literal = (Ast.FloatLiteral) value(text);
    assertThat(literal.text()).isEqualTo(digits);
    assertThat(literal.suffix()).isEqualTo(suffix);
  }

  @Test
  void aPointBeforeANameIsAMember() {
    assertThat(value("10.foo")).isInstanceOf(Ast.Member.class);
    assertThat(value("10.e5")).isInstanceOf(Ast.Member.class);
    assertThat(value("1._0")).isInstanceOf(Ast.Member.class);
    assertThat(value("10u32.to_string()")).isInstanceOf(Ast.Call.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1u7",
        "12abc",
        "1f16",
        "10.0.0.256",
        "10.0.0.",
        "01.2.3.4",
        "1:2:3",
        "1:::2",
        "AS4294967296",
        "''",
        "'ab'"
      })
  void literalsThatAreNoneAreReportedOnceAndAreBad(String text) {
    assertThat(codes(text)).containsExactly(Code.INVALID_LITERAL);
  }

  @Test
  void addressesComeBeforeNames() {
    assertThat(((Ast.AddressLiteral) value("10.0.0.1")).address())
        .isEqualTo(IpAddress.parse("10.0.0.1"));
    assertThat(((Ast.AddressLiteral) value("dead::beef")).address())
        .isEqualTo(IpAddress.parse("dead::beef"));
    assertThat(((Ast.AddressLiteral) value("::")).address()).isEqualTo(IpAddress.parse("::"));
    assertThat(((Ast.AsnLiteral) value("AS4294967295")).number()).isEqualTo(4294967295L);
  }

  @Test
  void escapesAreResolved() {
    assertThat(((Ast.StringLiteral) value("\"\\0\\t\\n\\r\\\"\\'\\\\\\x7F\\u{1F_600}\"")).value())
        .isEqualTo("\0\t\n\r\"'\\\u007F\uD83D\uDE00");
    assertThat(((Ast.StringLiteral) value("\"a\\\n   b\nc\"")).value()).isEqualTo("ab\nc");
    assertThat(((Ast.CharacterLiteral) value("'\\u{e9}'")).codePoint()).isEqualTo(0xE9);
    assertThat(((Ast.CharacterLiteral) value("'😀'")).codePoint()).isEqualTo(0x1F600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\q",
        "\\x8",
        "\\x80",
        "\\xg0",
        "\\u12",
        "\\u{}",
        "\\u{1234567}",
        "\\u{110000}",
        "\\u{D800}",
        "\\u{_1}",
        "a\rb"
      })
  void wrongEscapesAreReportedInEveryKindOfText(String inner) {
    assertThat(codes("\"" + inner + "\"")).containsExactly(Code.INVALID_ESCAPE);
    assertThat(codes("f\"" + inner + "\"")).contains(Code.INVALID_ESCAPE);
  }

  // ---- f-strings --------------------------------------------------------------------------------

  @Test
  void fStringsHoldTextsAndValues() {
    assertThat(shape("f\"é{a}{{b}} }c{f\"{\"}\"}\"}😀\""))
        .isEqualTo(
            """
            FString
              parts:
                FStringText text="é"
                FStringValue
                  value: Name name="a"
                FStringText text="{b} }c"
                FStringValue
                  value: FString
                    parts:
                      FStringValue
                        value: StringLiteral value="}"
                FStringText text="😀"
            """);
    assertThat(value("f\"{ if a { R { b: 1 } } else { {} } }\"")).isInstanceOf(Ast.FString.class);
  }

  @Test
  void formatsAreRead() {
    Ast.FString text = (Ast.FString) value("f\"{a:*^+#012.3x}{b:>5}{c:.2}\"");
    Ast.FormatSpec first = ((Ast.FStringValue) text.parts().getFirst()).format();
    assertThat(first.fill()).isEqualTo('*');
    assertThat(first.align()).isEqualTo('^');
    assertThat(first.sign() && first.alternate() && first.zero()).isTrue();
    assertThat(first.width()).isEqualTo(12);
    assertThat(first.precision()).isEqualTo(3);
    assertThat(first.kind()).isEqualTo('x');
    Ast.FormatSpec last = ((Ast.FStringValue) text.parts().getLast()).format();
    assertThat(last.width()).isEqualTo(-1);
    assertThat(last.precision()).isEqualTo(2);
    assertThat(codes("f\"{a:>5q}\"")).containsExactly(Code.INVALID_FORMAT);
    assertThat(codes("f\"{a:99999}\"")).containsExactly(Code.INVALID_FORMAT);
    assertThat(codes("f\"{}\"")).hasSize(1);
  }

  // ---- operators and suffixes -------------------------------------------------------------------

  @Test
  void precedenceMakesChains() {
    assertThat(shape("a + b * -c - d == !e"))
        .isEqualTo(
            """
            Chain
              first: Chain
                first: Name name="a"
                links:
                  Link operator=ADD
                    operand: Chain
                      first: Name name="b"
                      links:
                        Link operator=MULTIPLY
                          operand: Unary operator=NEGATE
                            operand: Name name="c"
                  Link operator=SUBTRACT
                    operand: Name name="d"
              links:
                Link operator=EQUAL
                  operand: Unary operator=NOT
                    operand: Name name="e"
            """);
  }

  @Test
  void prefixesBindLooserThanSuffixes() {
    assertThat(value("-a.b()?")).isInstanceOf(Ast.Unary.class);
    assertThat(((Ast.Unary) value("-a[1]")).operand()).isInstanceOf(Ast.Index.class);
    assertThat(((Ast.Index) value("a[1..=2]")).index()).isInstanceOf(Ast.Range.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a && b || c", "a < b < c", "a == b != c", "a || b && c"})
  void someOperatorsDoNotMix(String text) {
    assertThat(codes(text)).containsExactly(Code.CHAINED_OPERATORS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 = 2", "f() = 2", "(a) = 2", "a + b = 2"})
  void onlyPlacesAreAssignedTo(String text) {
    assertThat(codes(text)).containsExactly(Code.INVALID_ASSIGNMENT);
  }

  @Test
  void closuresTakeAllThatFollows() {
    Ast.Closure closure = (Ast.Closure) value("|a, b: u32| a + b");
    assertThat(closure.parameters()).hasSize(2);
    assertThat(closure.body()).isInstanceOf(Ast.Chain.class);
    assertThat(((Ast.Closure) value("|| 1")).parameters()).isEmpty();
    assertThat(((Ast.Closure) value("|| || 1")).body()).isInstanceOf(Ast.Closure.class);
    Ast.Call call = (Ast.Call) value("f(|x| x, |y,| { y })");
    assertThat(call.arguments()).hasSize(2).allMatch(Ast.Closure.class::isInstance);
    Ast.Chain sum = (Ast.Chain) value("a + |x| x + 1");
    assertThat(sum.links()).hasSize(1);
    assertThat(value("a || b")).isInstanceOf(Ast.Chain.class);
  }

  @Test
  void leavingTakesAValueIfOneFollows() {
    assertThat(shape("return")).isEqualTo("Leave exit=RETURN\n");
    assertThat(((Ast.Leave) value("return a + b")).value()).isInstanceOf(Ast.Chain.class);
    assertThat(((Ast.Leave) value("accept 'x'")).value()).isInstanceOf(Ast.CharacterLiteral.class);
    assertThat(((Ast.Leave) value("reject if a { b } else { c }")).value())
        .isInstanceOf(Ast.If.class);
    assertThat(((Ast.Chain) value("a + return b + c")).links()).hasSize(1);
    assertThat(value("accept == b")).isInstanceOf(Ast.Chain.class);
  }

  // ---- braces -----------------------------------------------------------------------------------

  @Test
  void aBraceOpensARecordIfAFieldFollows() {
    assertThat(((Ast.RecordLiteral) value("{ a: 1, b: 2, }")).fields()).hasSize(2);
    assertThat(((Ast.RecordLiteral) value("{}")).path()).isNull();
    assertThat(value("{ a }")).isInstanceOf(Ast.Block.class);
    assertThat(((Ast.RecordLiteral) value("pkg.m.R { a: 1 }")).path().text()).isEqualTo("pkg.m.R");
  }

  @Test
  void aHeadHasNoTypedRecordOutsideBrackets() {
    assertThat(((Ast.If) value("if a { b } else { c }")).otherwise()).isNotNull();
    assertThat(((Ast.Match) value("match (R { a: 1 }) { _ => 1 }")).value())
        .isInstanceOf(Ast.RecordLiteral.class);
    assertThat(((Ast.Match) value("match f(R { a: 1 }) { _ => 1 }")).value())
        .isInstanceOf(Ast.Call.class);
    assertThat(((Ast.Match) value("match {} { _ => 1 }")).value())
        .isInstanceOf(Ast.RecordLiteral.class);
  }

  @Test
  void controlFlowAtTheStartOfAStatementEndsAtItsBrace() {
    Ast.Block block = body("if a { 1 } else { 2 } -b");
    assertThat(block.statements()).hasSize(1);
    assertThat(block.result()).isInstanceOf(Ast.Unary.class);
    assertThat(body("match a { _ => 1 } (b)").statements()).hasSize(1);
    assertThat(body("{ 1 } + 2").result()).isInstanceOf(Ast.Chain.class);
    assertThat(((Ast.Chain) value("if a { 1 } else { 2 } + 3")).links()).hasSize(1);
    assertThat(parse("fn f() { if a { 1 } else { 2 } + 3 }").succeeded()).isFalse();
  }

  @Test
  void anArmThatBeginsWithABraceIsABlock() {
    Ast.Match match = (Ast.Match) value("match a { A => {} B => { b } C => ({ c: 1 }), D => 1 }");
    assertThat(match.arms().stream().map(arm -> arm.body().getClass().getSimpleName()))
        .containsExactly("Block", "Block", "RecordLiteral", "IntegerLiteral");
  }

  @Test
  void breakIsAWordWhereItStandsAloneAndANameElsewhere() {
    assertThat(((Ast.Block) value("{ break }")).result()).isInstanceOf(Ast.Break.class);
    assertThat(((Ast.Block) value("{ continue }")).result()).isInstanceOf(Ast.Continue.class);
    assertThat(value("break + 1")).isInstanceOf(Ast.Chain.class);
    assertThat(body("let continue = 1; continue").result()).isInstanceOf(Ast.Name.class);
  }

  // ---- patterns ---------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      value = {
        "_ # Wildcard",
        "a # NamePattern",
        "A.B # VariantPattern",
        "A(_, b,) # VariantPattern",
        "'x' # LiteralPattern",
        "-1 # LiteralPattern",
        "AS1 # LiteralPattern",
        "1..10 # RangePattern",
        "..=5 # RangePattern",
        "-5.. # RangePattern",
        "10.0.0.0..=10.0.0.9 # RangePattern",
        "10.0.0.0/8 # PrefixPattern",
        "2001:db8::/32 # PrefixPattern",
        "1 | 2 | A(3 | 4) # OrPattern",
        "{ a: 1, b, .. } # RecordPattern",
        "R { a } # RecordPattern"
      })
  void everyKindOfPatternIsRead(String text, String kind) {
    assertThat(pattern(text).getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1..=", "10.0.0.0/33", "1/8", "10.0.0.0/8..9", "-'a'", "a | ", "{ .., a }", "1 2"})
  void wrongPatternsAreReportedOnce(String text) {
    assertThat(codes("match it { " + text + " => 1 }")).hasSize(1);
  }

  // ---- items and trivia -------------------------------------------------------------------------

  @Test
  void importsAreTrees() {
    Ast.Import deep = (Ast.Import) file("import pkg.a.{b, c.{d, super}};").items().getFirst();
    assertThat(AstPrinter.print(deep, null))
        .isEqualTo(
            """
            Import
              tree: ImportTree
                segments:
                  pkg
                  a
                group:
                  ImportTree
                    segments:
                      b
                    group: none
                  ImportTree
                    segments:
                      c
                    group:
                      ImportTree
                        segments:
                          d
                        group: none
                      ImportTree
                        segments:
                          super
                        group: none
            """);
    assertThat(body("import a.b; b").statements().getFirst()).isInstanceOf(Ast.Import.class);
    assertThat(parse("import a.{b,};").succeeded()).isFalse();
  }

  @Test
  void docCommentsBelongToWhatFollowsThem() {
    List<Ast.Item> items =
        file("""
        /// one
        ///   two
        fn f(
          /// p
          a: u32) {}
        /** block
         * more
         */
        test t {}
        // plain
        /// constant
        const C: u32 = 1;
        /// record
        record R {
          /// field
          a: u32, /// other
          b: u32 }
        /// enum
        enum E {
          /** variant */ A,
          B }
        //// no doc
        fn g() {}
        /***/
        fn h() {}
        """)
            .items();
    Ast.Function function = (Ast.Function) items.get(0);
    assertThat(function.documentation()).isEqualTo("one\n  two");
    assertThat(function.parameters().getFirst().documentation()).isEqualTo("p");
    assertThat(((Ast.Test) items.get(1)).documentation()).isEqualTo("block\nmore");
    assertThat(((Ast.Constant) items.get(2)).documentation()).isEqualTo("constant");
    Ast.Record record = (Ast.Record) items.get(3);
    assertThat(record.documentation()).isEqualTo("record");
    assertThat(record.fields().stream().map(Ast.Parameter::documentation))
        .containsExactly("field", "other");
    Ast.Enum choice = (Ast.Enum) items.get(4);
    assertThat(choice.documentation()).isEqualTo("enum");
    assertThat(choice.variants().stream().map(Ast.Variant::documentation))
        .containsExactly("variant", null);
    assertThat(((Ast.Function) items.get(5)).documentation()).isNull();
    assertThat(((Ast.Function) items.get(6)).documentation()).isNull();
  }

  @Test
  void commentsAndShebangLeaveNothing() {
    assertThat(file("#!/bin/roto\nfn f() { /* a /* b */ c */ 1 // d\n }").items()).hasSize(1);
    assertThat(file("/**/ fn f() { 1 /**/ }").items()).hasSize(1);
    assertThat(parse("/* /* */ fn f() {}").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.UNTERMINATED);
    assertThat(parse("\n#!/bin/roto\nfn f() {}").succeeded()).isFalse();
  }

  @Test
  void wordsOfOtherLanguagesAreNames() {
    assertThat(file("fn mod(type: u32, and: u32) { let loop = not; self.struct }").items())
        .hasSize(1);
    assertThat(file("fn größe(_x: u32, ünder: u32) {}").items()).hasSize(1);
  }
}
