package dev.weir.roto.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.roto.run.IntList;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.RefList;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Program;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Handles over code that is not compiled: each function here is Java in the forms of compiled
/// code.
class HandlesTest {
  private static final Type FLAG = BuiltIn.VERDICT.of(Scalar.UNIT, Scalar.UNIT);

  private final CompiledPackage compiled =
      packageOf(
          null,
          function("twice", Scalar.U32, Scalar.U32),
          function("narrow", Scalar.U8, Scalar.U8),
          function("odd", FLAG, Scalar.I64),
          function("find", BuiltIn.option(Scalar.U64), Scalar.STRING),
          function("sum", Scalar.I32, BuiltIn.list(Scalar.I32)),
          function("names", BuiltIn.list(Scalar.STRING)),
          function("same", Scalar.ASN, Scalar.ASN),
          function("nothing", Scalar.UNIT));

  static int twice(int x) {
    return 2 * x;
  }

  static int narrow(int x) {
    return x;
  }

  static int odd(long x) {
    return (x & 1) == 1 ? 0 : 1;
  }

  static @Nullable Object find(String text) {
    int at = text.indexOf('x');
    return at < 0 ? null : (Object) (long) at;
  }

  static int sum(IntList list) {
    return list.stream().mapToInt(each -> (Integer) each).sum();
  }

  static RefList names() {
    RefList list = new RefList();
    list.addAll(List.of("a", "b"));
    return list;
  }

  static int same(int asn) {
    return asn;
  }

  static void nothing() {}

  private static FunctionInfo function(String name, Type result, Type... parameters) {
    List<Type.Field> fields = new ArrayList<>();
    for (Type type : parameters) {
      fields.add(new Type.Field("p" + fields.size(), type));
    }
    return new FunctionInfo(
        name,
        Function.Kind.FUNCTION,
        fields,
        result,
        "",
        new Source("test.roto", ""),
        new Span(0, 0));
  }

  private static CompiledPackage packageOf(@Nullable Class<?> context, FunctionInfo... functions) {
    Program nothing = new Program(List.of("pkg"), List.of(), List.of(), List.of(), List.of());
    CompiledPackage.Code code =
        new CompiledPackage.Code() {
          @Override
          public List<FunctionInfo> functions() {
            return Arrays.asList(functions);
          }

          @Override
          public List<FunctionInfo> tests() {
            return List.of();
          }

          @Override
          public MethodHandle entry(FunctionInfo function, Limits limits) {
            return java(function.path());
          }

          @Override
          public boolean takesContext() {
            return context != null;
          }

          @Override
          public boolean usesContext(FunctionInfo function) {
            return false;
          }
        };
    return new CompiledPackage(
        nothing, code, new Retrieval(new Access(MethodHandles.publicLookup()), context), 1);
  }

  private static MethodHandle java(String name) {
    try {
      for (var method : HandlesTest.class.getDeclaredMethods()) {
        if (method.getName().equals(name) && !method.isSynthetic()) {
          return MethodHandles.lookup().unreflect(method);
        }
      }
    } catch (IllegalAccessException closed) {
      throw new AssertionError(closed);
    }
    throw new AssertionError(name);
  }

  interface LongOfLong {
    long call(long x);
  }

  interface IntOfByte {
    int call(byte x);
  }

  interface IntOfInt {
    int call(int x);
  }

  interface Decide {
    boolean call(long x);
  }

  enum Answer {
    REJECT,
    ACCEPT
  }

  interface Choose {
    Answer call(long x);
  }

  interface Judge {
    Verdict<?, ?> call(long x);
  }

  interface Find {
    Optional<Long> call(String text);
  }

  interface FindOrNull {
    @Nullable Long call(String text);
  }

  interface Sum {
    int call(List<Integer> list);
  }

  interface SumInPlace {
    int call(IntList list);
  }

  interface Names {
    List<String> call();
  }

  interface OfAsn {
    Asn call(Asn asn);
  }

  interface Two {
    int call(int a, int b);
  }

  interface NotOne {
    void a();

    void b();
  }

  @Test
  void numbersGoOverAsTheyAreOrWidened() {
    assertThat(compiled.function("twice", IntUnaryOperator.class).applyAsInt(-1)).isEqualTo(-2);
    LongOfLong wide = compiled.function("pkg.twice", LongOfLong.class);
    assertThat(wide.call(2_000_000_000L)).isEqualTo(4_000_000_000L);
    assertThatThrownBy(() -> wide.call(-1)).hasMessageContaining("-1 is no u32");
    assertThat(compiled.function("narrow", IntOfByte.class).call((byte) -1)).isEqualTo(255);
    assertThatThrownBy(() -> compiled.function("narrow", IntOfInt.class).call(256))
        .hasMessage("256 is no u8, which goes from 0 to 255");
  }

  @Test
  void aVerdictWithoutPayloadsIsABooleanAnEnumOrAVerdict() {
    assertThat(compiled.function("odd", Decide.class).call(3)).isTrue();
    assertThat(compiled.function("odd", Decide.class).call(4)).isFalse();
    assertThat(compiled.function("odd", Choose.class).call(3)).isEqualTo(Answer.ACCEPT);
    assertThat(compiled.function("odd", Judge.class).call(4)).isInstanceOf(Verdict.Reject.class);
  }

  @Test
  void anOptionIsOptionalOrNull() {
    assertThat(compiled.function("find", Find.class).call("ax")).contains(1L);
    assertThat(compiled.function("find", Find.class).call("a")).isEmpty();
    assertThat(compiled.function("find", FindOrNull.class).call("ax")).isEqualTo(1);
    assertThat(compiled.function("find", FindOrNull.class).call("a")).isNull();
  }

  @Test
  void listsAreCopiedOrPassedAsTheyAre() {
    assertThat(compiled.function("sum", Sum.class).call(List.of(1, 2, 3))).isEqualTo(6);
    assertThat(compiled.function("sum", SumInPlace.class).call(new IntList())).isZero();
    assertThat(compiled.function("names", Names.class).call()).containsExactly("a", "b");
  }

  @Test
  void numbersOfAutonomousSystemsAreObjectsToHosts() {
    Asn asn = new Asn(64500);
    assertThat(compiled.function("same", OfAsn.class).call(asn)).isEqualTo(asn);
  }

  @Test
  void nothingIsRunnable() {
    compiled.function("nothing", Runnable.class).run();
  }

  @Test
  void nullIsNoValue() {
    Find find = compiled.function("find", Find.class);
    assertThatThrownBy(() -> find.call(nothingAtAll())).hasMessage("null where a String must be");
  }

  @SuppressWarnings("NullAway")
  private static String nothingAtAll() {
    return null;
  }

  @Test
  void whatDiffersIsSaid() {
    assertThatThrownBy(() -> compiled.function("twise", IntUnaryOperator.class))
        .isInstanceOf(LookupException.class)
        .hasMessageStartingWith("there is no function `twise`; did you mean `twice`?")
        .hasMessageContaining("fn find(p0: String) -> Option[u64]");
    assertThatThrownBy(() -> compiled.function("twice", Two.class))
        .hasMessage("`fn twice(p0: u32) -> u32` has 1 parameter, and Two.call has 2 (int, int)");
    assertThatThrownBy(() -> compiled.function("find", IntOfInt.class))
        .hasMessage(
            "parameter 1 of `find`, `p0`, is String in the script and int in IntOfInt.call;"
                + " String is String");
    assertThatThrownBy(() -> compiled.function("odd", LongOfLong.class))
        .hasMessageContaining("the result of `odd` is Verdict[(), ()] in the script and long");
    assertThatThrownBy(() -> compiled.function("odd", NotOne.class))
        .hasMessageContaining("is no interface with one method");
  }

  record Session(IpAddress peer) {}

  interface WithSession {
    int call(Session session, int x);
  }

  interface WithSessionLong {
    long call(Session session, long x);
  }

  static int inSession(Object session, int x) {
    return ((Session) session).peer().width() + x;
  }

  @Test
  void theContextIsTheFirstParameter() {
    CompiledPackage inContext =
        packageOf(Session.class, function("inSession", Scalar.U32, Scalar.U32));
    Session session = new Session(IpAddress.parse("::1"));
    assertThat(inContext.function("inSession", WithSession.class).call(session, 1)).isEqualTo(129);
    assertThat(inContext.function("inSession", WithSessionLong.class).call(session, 1))
        .isEqualTo(129);
  }

  @Test
  void valuesCanBeGivenAndTakenWithoutTypes() {
    assertThat(compiled.call("twice", 21)).isEqualTo(42);
    assertThat(compiled.callFriendly("twice", Limits.USUAL, null, 21)).isEqualTo(42L);
    assertThat(compiled.callFriendly("sum", Limits.USUAL, null, List.of(1L, 2))).isEqualTo(3);
    assertThat(compiled.callFriendly("find", Limits.USUAL, null, "x")).isEqualTo(Optional.of(0L));
    assertThat(compiled.callFriendly("nothing", Limits.USUAL, null)).hasToString("()");
    assertThatThrownBy(() -> compiled.callFriendly("narrow", Limits.USUAL, null, 256))
        .hasMessage("256 is no u8, which goes from 0 to 255");
    assertThatThrownBy(() -> compiled.call("twice"))
        .hasMessage("`fn twice(p0: u32) -> u32` was given 0 arguments");
  }

  @Test
  void aHandleIsOfTheInterfaceAlsoWhereOnlyThePlatformCanMakeIt() {
    MethodHandle entry =
        MethodHandles.identity(int.class).asType(MethodType.methodType(int.class, int.class));
    Retrieval retrieval = new Retrieval(new Access(MethodHandles.publicLookup()), null);
    IntUnaryOperator same =
        retrieval.implement(
            IntUnaryOperator.class, Retrieval.methodOf(IntUnaryOperator.class), entry);
    assertThat(same.applyAsInt(3)).isEqualTo(3);
  }
}
