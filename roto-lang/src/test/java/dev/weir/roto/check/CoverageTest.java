package dev.weir.roto.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.check.Coverage.Result;
import dev.weir.roto.check.Coverage.Row;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Span SPAN = new Span(0, 0);
  private static final Pattern ANY = new Pattern.Any(SPAN);
  private static final Type.Named COLOR =
      new TypeDefinition("pkg.Color", List.of(), null, "")
          .define(new EnumBody(List.of(unit("Red"), unit("Green"), unit("Blue"))))
          .of();
  private static final Type.Named POINT =
      new TypeDefinition("pkg.Point", List.of(), null, "")
          .define(
              new RecordBody(
                  List.of(new Type.Field("x", Scalar.BOOL), new Type.Field("color", COLOR))))
          .of();

  @Test
  void missingVariantsOfAFlatEnumAreAllNamed() {
    assertThat(of(COLOR, variant(COLOR, 0)).missing()).containsExactly("Green", "Blue");
    assertThat(of(COLOR).missing()).containsExactly("Red", "Green", "Blue");
    assertThat(of(COLOR, variant(COLOR, 0), variant(COLOR, 1), variant(COLOR, 2)))
        .isEqualTo(new Result(List.of(), List.of(), List.of()));
  }

  @Test
  void theWildcardOfAnArmWithoutGuardCoversTheRest() {
    assertThat(of(COLOR, variant(COLOR, 0), ANY).missing()).isEmpty();
    assertThat(of(COLOR, bind()).missing()).isEmpty();
  }

  @Test
  void guardedArmsCoverNothingButAreReached() {
    Result result =
        Coverage.of(
            COLOR,
            List.of(
                new Row(variant(COLOR, 0), true),
                new Row(variant(COLOR, 0), true),
                new Row(ANY, true)));
    assertThat(result.missing()).containsExactly("Red", "Green", "Blue");
    assertThat(result.unreachable()).isEmpty();
    assertThat(result.repeated()).isEmpty();
  }

  @Test
  void whatFollowsAWildcardIsUnreachableAndWhatFollowsAnEqualArmIsRepeated() {
    Result result = of(COLOR, variant(COLOR, 0), variant(COLOR, 0), ANY, variant(COLOR, 1), ANY);
    assertThat(result.repeated()).containsExactly(1);
    assertThat(result.unreachable()).containsExactly(3, 4);
  }

  @Test
  void theWildcardBehindAllVariantsIsOnlyRepeated() {
    Result result = of(COLOR, variant(COLOR, 0), variant(COLOR, 1), variant(COLOR, 2), ANY);
    assertThat(result.unreachable()).isEmpty();
    assertThat(result.repeated()).containsExactly(3);
  }

  @Test
  void emptyEnumsNeedNoArm() {
    Type none = new TypeDefinition("pkg.None", List.of(), null, "").define(body()).of();
    assertThat(of(none).missing()).isEmpty();
    assertThat(of(Scalar.NEVER).missing()).isEmpty();
    Type.Named result = BuiltIn.RESULT.of(Scalar.U8, none);
    assertThat(of(result, variant(result, 0, ANY)).missing()).isEmpty();
  }

  @Test
  void nestedPatternsGiveNestedWitnesses() {
    Type.Named some = BuiltIn.option(COLOR);
    assertThat(of(some, variant(some, 0, variant(COLOR, 0)), variant(some, 1)).missing())
        .containsExactly("Some(Green)", "Some(Blue)");
    Type.Named twice = BuiltIn.option(some);
    assertThat(of(twice, variant(twice, 0, variant(some, 0, ANY)), variant(twice, 1)).missing())
        .containsExactly("Some(None)");
    assertThat(of(some, variant(some, 1)).missing()).containsExactly("Some(_)");
  }

  @Test
  void recordsAreTakenApartByTheirFields() {
    Pattern red = record(ANY, variant(COLOR, 0));
    Pattern yes = record(bool(true), ANY);
    assertThat(of(POINT, red, yes).missing())
        .containsExactly("Point { x: false, color: Green }", "Point { x: false, color: Blue }");
    assertThat(of(POINT, red, yes, record(ANY, ANY), yes).unreachable()).containsExactly(3);
    assertThat(of(POINT, red, red, record(ANY, bind())).repeated()).containsExactly(1);
    assertThat(of(POINT, yes).missing()).containsExactly("Point { x: false, .. }");
  }

  @Test
  void alternativesCountAsRows() {
    Pattern both = or(variant(COLOR, 0), variant(COLOR, 2));
    assertThat(of(COLOR, both).missing()).containsExactly("Green");
    assertThat(of(COLOR, both, variant(COLOR, 2), variant(COLOR, 1)).repeated()).containsExactly(1);
    assertThat(of(COLOR, or(variant(COLOR, 1), ANY), ANY).unreachable()).containsExactly(1);
  }

  @Test
  void integersAreExhaustiveWhenTheirIntervalsAre() {
    assertThat(of(Scalar.U8, range(0L, 255L)).missing()).isEmpty();
    assertThat(of(Scalar.U8, range(0L, 2L), range(10L, 255L)).missing()).containsExactly("3..=9");
    assertThat(of(Scalar.U8, number(7)).missing()).containsExactly("0..=6", "8..=255");
    assertThat(of(Scalar.I8, range(-128L, -1L), range(1L, null)).missing()).containsExactly("0");
    assertThat(of(Scalar.I16, range(null, 3L), range(4L, null)).missing()).isEmpty();
    assertThat(of(Scalar.I32, number(0)).missing()).containsExactly("..=-1", "1..");
    assertThat(of(Scalar.U64, range(0L, -2L)).missing()).containsExactly("18446744073709551615");
    assertThat(of(Scalar.I64, range(Long.MIN_VALUE, Long.MAX_VALUE)).missing()).isEmpty();
    assertThat(of(Scalar.U32).missing()).containsExactly("_");
  }

  @Test
  void rangesWithoutTheirLastValueEndBeforeIt() {
    Pattern below = new Pattern.Between(SPAN, literal(0L), literal(10L), false);
    assertThat(of(Scalar.U16, below, range(11L, null)).missing()).containsExactly("10");
    Pattern nothing = new Pattern.Between(SPAN, literal(5L), literal(5L), false);
    assertThat(of(Scalar.U16, nothing, ANY).repeated()).containsExactly(0);
  }

  @Test
  void integersInsideOthersAreRepeated() {
    Result result = of(Scalar.U8, range(0L, 9L), range(5L, 12L), range(3L, 11L), ANY);
    assertThat(result.repeated()).containsExactly(2);
  }

  @Test
  void neighbouringPiecesOfAGapAreOneWitness() {
    Result result =
        Coverage.of(
            Scalar.U8,
            List.of(
                new Row(range(3L, 5L), true), new Row(number(4), true), new Row(number(9), false)));
    assertThat(result.missing()).containsExactly("0..=8", "10..=255");
  }

  @Test
  void charactersHaveNoSurrogates() {
    Pattern low = characters(0, 0xd7ff);
    assertThat(of(Scalar.CHAR, low, characters(0xe000, 0x10ffff)).missing()).isEmpty();
    assertThat(of(Scalar.CHAR, characters('b', 0x10ffff)).missing())
        .containsExactly("'\\u{0}'..='a'");
  }

  @Test
  void booleansAndUnitAreFinite() {
    assertThat(of(Scalar.BOOL, bool(true)).missing()).containsExactly("false");
    assertThat(of(Scalar.BOOL, bool(true), bool(false), ANY).repeated()).containsExactly(2);
    assertThat(of(Scalar.UNIT, new Pattern.Equal(SPAN, new Tree.Literal(SPAN, Scalar.UNIT, "()"))))
        .isEqualTo(new Result(List.of(), List.of(), List.of()));
  }

  @Test
  void textsAndPrefixesAlwaysNeedAWildcard() {
    assertThat(of(Scalar.STRING, text("a"), text("b")).missing()).containsExactly("_");
    assertThat(of(Scalar.STRING, text("a"), text("b"), text("a"), ANY).repeated())
        .containsExactly(2);
    Tree.Literal prefix = new Tree.Literal(SPAN, Scalar.PREFIX, Prefix.parse("10.0.0.0/8"));
    assertThat(of(Scalar.PREFIX, new Pattern.Equal(SPAN, prefix)).missing()).containsExactly("_");
  }

  @Test
  void addressesAreTwoFamilies() {
    assertThat(of(Scalar.IP_ADDR, inside("0.0.0.0/0"), inside("::/0")).missing()).isEmpty();
    assertThat(of(Scalar.IP_ADDR, inside("0.0.0.0/1"), inside("8000::/1")).missing())
        .containsExactly("128.0.0.0/1", "::/1");
    assertThat(of(Scalar.IP_ADDR, inside("10.0.0.0/8"), inside("10.1.0.0/16"), ANY).repeated())
        .containsExactly(1);
    Pattern above = new Pattern.Between(SPAN, address("10.0.0.1"), null, true);
    assertThat(of(Scalar.IP_ADDR, above, inside("::/0")).missing())
        .containsExactly("0.0.0.0..=10.0.0.0");
  }

  @Test
  void numbersOfAutonomousSystemsAreAnInterval() {
    Tree.Literal first = new Tree.Literal(SPAN, Scalar.ASN, 0);
    Tree.Literal last = new Tree.Literal(SPAN, Scalar.ASN, -2);
    assertThat(of(Scalar.ASN, new Pattern.Between(SPAN, first, last, true)).missing())
        .containsExactly("AS4294967295");
  }

  @Test
  void tenThousandArmsTakeOneWalk() {
    List<Pattern> arms = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      arms.add(number(3L * i));
    }
    assertThat(of(Scalar.U32, arms.toArray(Pattern[]::new)).missing())
        .containsExactly("1..=2", "4..=5", "7..=8");
    arms.add(ANY);
    Result result = of(Scalar.U32, arms.toArray(Pattern[]::new));
    assertThat(result).isEqualTo(new Result(List.of(), List.of(), List.of()));
    List<Pattern> texts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      texts.add(text("t" + i));
    }
    texts.add(ANY);
    assertThat(of(Scalar.STRING, texts.toArray(Pattern[]::new)).missing()).isEmpty();
  }

  @Test
  void intricateMatchesEndInAskingForAWildcard() {
    Type.Field[] fields = new Type.Field[40];
    Arrays.setAll(fields, i -> new Type.Field("f%02d".formatted(i), Scalar.BOOL));
    Type wide = new Type.Anonymous(List.of(fields));
    List<Pattern> arms = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      for (int j = i + 1; j < fields.length; j++) {
        List<Pattern> values = new ArrayList<>(Collections.nCopies(fields.length, ANY));
        values.set(i, bool(true));
        values.set(j, bool(false));
        arms.add(new Pattern.Record(SPAN, wide, values));
        values.set(i, bool(false));
        values.set(j, bool(true));
        arms.add(new Pattern.Record(SPAN, wide, values));
      }
    }
    Collections.reverse(arms);
    Result open = of(wide, arms.toArray(Pattern[]::new));
    assertThat(open.missing()).isNotEmpty();
    arms.add(ANY);
    assertThat(of(wide, arms.toArray(Pattern[]::new)).missing()).isEmpty();
  }

  private static Result of(Type type, Pattern... arms) {
    return Coverage.of(type, Arrays.stream(arms).map(arm -> new Row(arm, false)).toList());
  }

  private static EnumBody body(Variant... variants) {
    return new EnumBody(List.of(variants));
  }

  private static Variant unit(String name) {
    return new Variant(name, List.of(), "");
  }

  private static Pattern bind() {
    return new Pattern.Bind(SPAN, new Local("x", Scalar.BOOL, SPAN));
  }

  private static Pattern variant(Type.Named type, int index, Pattern... payload) {
    return new Pattern.Variant(SPAN, type, index, List.of(payload));
  }

  private static Pattern record(Pattern... fields) {
    return new Pattern.Record(SPAN, POINT, List.of(fields));
  }

  private static Pattern or(Pattern... alternatives) {
    return new Pattern.Or(SPAN, List.of(alternatives));
  }

  private static Tree.Literal literal(long value) {
    return new Tree.Literal(SPAN, Scalar.I64, value);
  }

  private static Pattern number(long value) {
    return new Pattern.Equal(SPAN, literal(value));
  }

  private static Pattern range(@Nullable Long from, @Nullable Long to) {
    return new Pattern.Between(
        SPAN, from == null ? null : literal(from), to == null ? null : literal(to), true);
  }

  private static Pattern characters(int from, int to) {
    Tree.Literal first = new Tree.Literal(SPAN, Scalar.CHAR, from);
    return new Pattern.Between(SPAN, first, new Tree.Literal(SPAN, Scalar.CHAR, to), true);
  }

  private static Pattern bool(boolean value) {
    return new Pattern.Equal(SPAN, new Tree.Literal(SPAN, Scalar.BOOL, value));
  }

  private static Pattern text(String value) {
    return new Pattern.Equal(SPAN, new Tree.Literal(SPAN, Scalar.STRING, value));
  }

  private static Pattern inside(String prefix) {
    return new Pattern.Inside(SPAN, Prefix.parse(prefix));
  }

  private static Tree.Literal address(String text) {
    return new Tree.Literal(SPAN, Scalar.IP_ADDR, IpAddress.parse(text));
  }
}
