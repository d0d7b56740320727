package dev.weir.roto.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.run.Execution;
import dev.weir.roto.run.Fault;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.SourceTree;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RuntimeTest {
  record Route(Prefix prefix, @Unsigned int preference, Origin origin, Optional<String> note) {
    @Doc("Whether it is the route to everything.")
    boolean isDefault() {
      return prefix.length() == 0;
    }

    @Doc("A route to everything.")
    static Route any() {
      return new Route(Prefix.parse("0.0.0.0/0"), 1, Origin.IGP, Optional.empty());
    }
  }

  enum Origin {
    IGP,
    EGP,
    INCOMPLETE
  }

  sealed interface Event {
    record Announced(Route route) implements Event {}

    record Withdrawn(Prefix prefix, boolean graceful) implements Event {}
  }

  static final class Counter {
    private long count;

    @Doc("Adds a number.")
    public void add(@Unsigned int by) {
      count += by;
    }
  }

  record Session(Asn peer, Route last) {}

  private final List<String> printed = new ArrayList<>();
  private final Counter counter = new Counter();

  private final Runtime runtime =
      Runtime.builder(MethodHandles.lookup())
          .type(Route.class)
          .type(Origin.class)
          .type(Event.class)
          .type(Counter.class)
          .print(printed::add)
          .constant("COUNTER", counter, "Counts.")
          .function("fail", IntSupplier.class, RuntimeTest::fails, "Fails.")
          .module(
              "net", net -> net.function("half", IntUnaryOperator.class, x -> x / 2, "Half of it."))
          .build();

  private static int fails() {
    throw new IllegalStateException("the host is tired");
  }

  private CompiledPackage compile(String text) {
    return runtime.compile(SourceTree.of("test.roto", text)).orThrow();
  }

  @FunctionalInterface
  interface OnRoute<R> {
    R call(Route route);
  }

  interface Keeps {
    boolean call(Route route);
  }

  interface Changes {
    Route call(Route route);
  }

  interface Describes {
    String call(Event event);
  }

  private static Route route(String prefix, Origin origin) {
    return new Route(Prefix.parse(prefix), 100, origin, Optional.of("n"));
  }

  @Test
  void aRecordOfJavaHasFieldsMethodsAndPatterns() {
    Keeps keeps =
        compile(
                """
                filter keeps(route: Route) {
                    if route.is_default() || route.preference > 4000000000 { reject; }
                    match route.origin {
                        Igp => accept,
                        Egp => reject,
                        Incomplete if route.prefix.len() < 24 => accept,
                        _ => reject,
                    }
                }
                """)
            .function("keeps", Keeps.class);
    assertThat(keeps.call(route("10.0.0.0/8", Origin.IGP))).isTrue();
    assertThat(keeps.call(route("10.0.0.0/8", Origin.EGP))).isFalse();
    assertThat(keeps.call(route("10.0.0.0/8", Origin.INCOMPLETE))).isTrue();
    assertThat(keeps.call(route("10.0.0.0/24", Origin.INCOMPLETE))).isFalse();
    assertThat(keeps.call(Route.any())).isFalse();
    Route proud = new Route(Prefix.parse("10.0.0.0/8"), -1, Origin.IGP, Optional.empty());
    assertThat(keeps.call(proud)).isFalse();
  }

  @Test
  void aScriptMakesAndChangesRecordsOfJava() {
    Changes changes =
        compile(
                """
                fn change(route: Route) -> Route {
                    route.preference = route.preference + 1;
                    route.note = match route.note { Some(n) => Some(n + "!"), None => None };
                    if route == Route.any() { return Route {
                        prefix: 192.0.2.0 / 24, preference: 7, origin: Origin.Egp, note: None } }
                    route
                }
                """)
            .function("change", Changes.class);
    Route before = route("10.0.0.0/8", Origin.IGP);
    assertThat(changes.call(before))
        .isEqualTo(new Route(before.prefix(), 101, Origin.IGP, Optional.of("n!")));
    assertThat(before.preference()).isEqualTo(100);
  }

  @Test
  void aSealedInterfaceOfJavaIsMatched() {
    Describes describes =
        compile(
                """
                fn describe(event: Event) -> String {
                    match event {
                        Announced(route) => f"+{route.prefix}",
                        Withdrawn(prefix, graceful) => if graceful { f"({prefix})" } else { f"-{prefix}" },
                    }
                }
                """)
            .function("describe", Describes.class);
    assertThat(describes.call(new Event.Announced(Route.any()))).isEqualTo("+0.0.0.0/0");
    assertThat(describes.call(new Event.Withdrawn(Prefix.parse("::/0"), true))).isEqualTo("(::/0)");
  }

  @Test
  void objectsFunctionsModulesAndPrintOfTheHostAreCalled() {
    CompiledPackage compiled =
        compile(
            """
            fn main() -> i32 {
                COUNTER.add(3);
                COUNTER.add(4);
                print(f"half of 5 is {net.half(5)}");
                net.half(10)
            }
            """);
    assertThat(compiled.function("main", IntSupplier.class).getAsInt()).isEqualTo(5);
    assertThat(counter.count).isEqualTo(7);
    assertThat(printed).containsExactly("half of 5 is 2");
  }

  interface Judges {
    Verdict<String, Asn> call(@Unsigned int x);
  }

  interface Parses {
    Result<List<Long>, String> call(String text);
  }

  interface Doubles {
    Optional<Optional<Integer>> call(int x);
  }

  interface Points {
    RecordValue call(RecordValue point);
  }

  interface Colors {
    EnumValue call(EnumValue color);
  }

  enum Direction {
    UP,
    DOWN
  }

  interface Turns {
    Direction call(Direction direction);
  }

  interface Maps {
    Map<String, List<Integer>> call(Map<String, List<Integer>> map);
  }

  @Test
  void valuesWithPayloadsComeAsObjects() {
    CompiledPackage compiled =
        compile(
            """
            filtermap judge(x: u32) { if x > 2 { accept f"{x}" } else { reject AS65000 } }
            fn parse(text: String) -> Result[List[u64], String] {
                if text == "" { Err("nothing") } else { Ok([1, text.chars().len()]) }
            }
            fn double(x: i32) -> i32?? {
                if x == 0 { None } else { if x == 1 { Some(None) } else { Some(Some(x)) } }
            }
            """);
    Judges judges = compiled.function("judge", Judges.class);
    assertThat(judges.call(-1)).isEqualTo(new Verdict.Accept<>("4294967295"));
    assertThat(judges.call(1)).isEqualTo(new Verdict.Reject<>(new Asn(65000)));
    Parses parses = compiled.function("parse", Parses.class);
    assertThat(parses.call("abc")).isEqualTo(new Result.Ok<>(List.of(1L, 3L)));
    assertThat(parses.call("")).isEqualTo(new Result.Err<>("nothing"));
    Doubles doubles = compiled.function("double", Doubles.class);
    assertThat(doubles.call(0)).isEmpty();
    assertThat(doubles.call(1)).contains(Optional.empty());
    assertThat(doubles.call(2)).contains(Optional.of(2));
  }

  @Test
  void recordsAndEnumsOfTheScriptAreSeenByName() {
    CompiledPackage compiled =
        compile(
            """
            record Point { x: i32, next: List[Point] }
            enum Color { Red, Other(u8, String) }
            enum Direction { Up, Down }
            fn move(p: Point) -> Point { p.x = p.x + 1; p }
            fn mix(c: Color) -> Color {
                match c { Red => Color.Other(255, "mixed"), Other(_n, _s) => Color.Red }
            }
            fn turn(d: Direction) -> Direction {
                match d { Up => Direction.Down, Down => Direction.Up }
            }
            """);
    RecordValue inner = new RecordValue("", Map.of("x", 5, "next", List.of()));
    RecordValue moved =
        compiled
            .function("move", Points.class)
            .call(new RecordValue("", Map.of("x", 1, "next", List.of(inner))));
    assertThat(moved.get("x")).isEqualTo(2);
    assertThat(moved.get("next").toString()).contains("x=5");
    EnumValue mixed =
        compiled.function("mix", Colors.class).call(new EnumValue("", "Red", List.of()));
    assertThat(mixed.variant()).isEqualTo("Other");
    assertThat(mixed.payload()).containsExactly(255, "mixed");
    assertThat(compiled.function("turn", Turns.class).call(Direction.UP)).isEqualTo(Direction.DOWN);
  }

  @Test
  void mapsAreCopied() {
    Maps maps =
        compile(
                """
                fn main(m: Map[String, List[i32]]) -> Map[String, List[i32]] {
                    m.insert("b", [2]);
                    m
                }
                """)
            .function("main", Maps.class);
    Map<String, List<Integer>> given = Map.of("a", List.of(1));
    assertThat(maps.call(given)).isEqualTo(Map.of("a", List.of(1), "b", List.of(2)));
  }

  // ---- faults -----------------------------------------------------------------------------------

  private static ScriptException faultOf(IntSupplier call) {
    return catchThrowableOfType(ScriptException.class, call::getAsInt);
  }

  @Test
  void aFaultHasItsPlaceAndTheFunctionsThatRan() {
    CompiledPackage compiled =
        compile(
            """
            fn divide(a: i32, b: i32) -> i32 {
                a / b
            }
            fn main() -> i32 {
                divide(1, 0)
            }
            """);
    ScriptException fault = faultOf(compiled.function("main", IntSupplier.class));
    assertThat(fault.fault()).isEqualTo(Fault.DIVISION_BY_ZERO);
    assertThat(fault.frames())
        .extracting(ScriptException.Frame::toString)
        .containsExactly("pkg.divide (test.roto:2:7)", "pkg.main (test.roto:5:5)");
  }

  @Test
  void anExceptionOfTheHostIsAFaultWithItsCause() {
    CompiledPackage compiled = compile("fn main() -> i32 { fail() }");
    ScriptException fault = faultOf(compiled.function("main", IntSupplier.class));
    assertThat(fault.fault()).isEqualTo(Fault.HOST);
    assertThat(fault).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(fault.getMessage()).contains("the host is tired").contains("test.roto:1:");
  }

  @Test
  void limitsHoldForEachCall() {
    CompiledPackage compiled =
        compile(
            """
            fn count(to: i32) -> i32 { let i = 0; while i < to { i = i + 1; } i }
            fn down(n: i32) -> i32 { if n == 0 { 0 } else { 1 + down(n - 1) } }
            """);
    Limits small = Limits.USUAL.fuel(10_000).depth(100);
    IntUnaryOperator count = compiled.function("count", IntUnaryOperator.class, small);
    for (int i = 0; i < 10; i++) {
      assertThat(count.applyAsInt(5_000)).isEqualTo(5_000);
    }
    assertThat(faultOf(() -> count.applyAsInt(50_000)).fault()).isEqualTo(Fault.FUEL);
    IntUnaryOperator down = compiled.function("down", IntUnaryOperator.class, small);
    assertThat(down.applyAsInt(50)).isEqualTo(50);
    assertThat(faultOf(() -> down.applyAsInt(1_000)).fault()).isEqualTo(Fault.DEPTH);
  }

  @Test
  @Timeout(60)
  void aScriptIsStoppedFromAnotherThread() throws InterruptedException {
    CompiledPackage compiled =
        compile("fn main() -> i32 { while true { fine(); } 1 } fn fine() {}");
    IntSupplier main =
        compiled.function("main", IntSupplier.class, Limits.USUAL.fuel(Long.MAX_VALUE));
    AtomicReference<@Nullable Execution> execution = new AtomicReference<>();
    AtomicReference<@Nullable ScriptException> stopped = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              execution.set(Execution.current());
              stopped.set(faultOf(main));
            });
    while (stopped.get() == null) {
      Execution running = execution.get();
      if (running != null) {
        running.interrupt();
      }
      Thread.onSpinWait();
    }
    thread.join();
    assertThat(stopped.get()).extracting(ScriptException::fault).isEqualTo(Fault.INTERRUPTED);
  }

  // ---- context, tests ---------------------------------------------------------------------------

  interface InSession {
    String call(Session session, int x);
  }

  @Test
  void theContextComesWithEveryCall() {
    Runtime inSession =
        Runtime.builder(MethodHandles.lookup())
            .type(Route.class)
            .type(Origin.class)
            .context(Session.class)
            .build();
    CompiledPackage compiled =
        inSession
            .compile(
                SourceTree.of(
                    "test.roto",
                    """
                    fn main(x: i32) -> String { f"{peer} {x} {deep()}" }
                    fn deep() -> String { f"{last.prefix}" }
                    fn free(x: i32) -> i32 { x }
                    test it_has_a_context { if peer == AS7 { accept } else { reject } }
                    """))
            .orThrow();
    Session session = new Session(new Asn(7), Route.any());
    assertThat(compiled.function("main", InSession.class).call(session, 3))
        .isEqualTo("AS7 3 0.0.0.0/0");
    assertThat(compiled.function("free", IntUnaryOperator.class).applyAsInt(3)).isEqualTo(3);
    assertThatThrownBy(() -> compiled.function("main", Function.class))
        .isInstanceOf(LookupException.class)
        .hasMessageContaining("needs the context");
    ScriptTest test = compiled.tests().getFirst();
    assertThat(test.run(Limits.USUAL, session)).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void testsPassAreRejectedOrAreStopped() {
    CompiledPackage compiled =
        compile(
            """
            test c_faults { let list: List[i32] = []; if list[0] == 1 { accept } else { accept } }
            test b_is_wrong { reject }
            test a_is_right { accept }
            """);
    assertThat(compiled.tests())
        .extracting(ScriptTest::path)
        .containsExactly("pkg.a_is_right", "pkg.b_is_wrong", "pkg.c_faults");
    assertThat(compiled.tests().stream().map(ScriptTest::run).toList())
        .hasExactlyElementsOfTypes(
            Outcome.Passed.class, Outcome.Rejected.class, Outcome.Faulted.class);
  }

  @Test
  void functionsAreListedWithWhatIsKnown() {
    CompiledPackage compiled =
        compile(
            "/// Says yes.\nfilter main(x: u32, who: String) { accept }\nfn generic[T](x: T) {}");
    assertThat(compiled.functions()).hasSize(1);
    FunctionInfo main = compiled.functions().getFirst();
    assertThat(main.signature()).isEqualTo("filter main(x: u32, who: String) -> Verdict[(), ()]");
    assertThat(main.documentation()).isEqualTo("Says yes.");
  }

  @Test
  void valuesArePrintedAsScriptsWriteThem() {
    CompiledPackage compiled =
        compile(
            """
            record Point { x: f64, name: String }
            enum Shape { Dot, At(Point, char) }
            fn a() -> List[u64?] { [Some(18446744073709551615), None] }
            fn b() -> Shape { Shape.At(Point { x: 1.0, name: "a\\"b\\n" }, 'é') }
            fn c() -> Verdict[(), ()] { Verdict.Reject(()) }
            fn d() -> Prefix { 10.0.0.0 / 8 }
            fn e() -> { z: Asn, a: bool } { { z: AS1, a: true } }
            fn f() -> Origin { Origin.Incomplete }
            fn g() -> Map[String, i8] { let m = Map.new(); m.insert("k", -1); m }
            """);
    assertThat(shown(compiled, "a")).isEqualTo("[Some(18446744073709551615), None]");
    assertThat(shown(compiled, "b"))
        .isEqualTo("Shape.At(Point { x: 1.0, name: \"a\\\"b\\n\" }, 'é')");
    assertThat(shown(compiled, "c")).isEqualTo("Verdict.Reject(())");
    assertThat(shown(compiled, "d")).isEqualTo("10.0.0.0/8");
    assertThat(shown(compiled, "e")).isEqualTo("{ a: true, z: AS1 }");
    assertThat(shown(compiled, "f")).isEqualTo("Origin.Incomplete");
    assertThat(shown(compiled, "g")).isEqualTo("Map { \"k\": -1 }");
  }

  private String shown(CompiledPackage compiled, String function) {
    FunctionInfo info = compiled.find(function);
    assertThat(info).isNotNull();
    return ValuePrinter.print(
        runtime.library(),
        java.util.Objects.requireNonNull(info).result(),
        compiled.call(function));
  }

  @Test
  void aPackageCanBeUsedByManyThreads() {
    BooleanSupplier main =
        compile("fn main() -> bool { let s = 0; for x in [1, 2, 3] { s += x; } s == 6 }")
            .function("main", BooleanSupplier.class);
    boolean all =
        java.util.stream.IntStream.range(0, 10_000).parallel().allMatch(_ -> main.getAsBoolean());
    assertThat(all).isTrue();
    assertThat(IpAddress.parse("::1")).isNotNull();
  }
}
