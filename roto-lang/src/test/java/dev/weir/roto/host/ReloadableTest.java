package dev.weir.roto.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.SourceTree;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReloadableTest {
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final Runtime runtime =
      Runtime.builder(MethodHandles.lookup())
          .function("wait_for_reload", Runnable.class, this::waitForReload, "")
          .build();

  private void waitForReload() {
    inside.countDown();
    try {
      released.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static SourceTree adds(int number) {
    return SourceTree.of(
        "v" + number + ".roto",
        "fn main(x: i32) -> i32 { x + "
            + number
            + " }\nfn other(x: i32) -> i32 { x - "
            + number
            + " }");
  }

  private Reloadable first(SourceTree tree) {
    return new Reloadable(runtime, runtime.compile(tree).orThrow());
  }

  @Test
  void handlesFollowToTheNewestVersion() {
    Reloadable script = first(adds(1));
    IntUnaryOperator main = script.function("main", IntUnaryOperator.class);
    IntUnaryOperator other = script.function("other", IntUnaryOperator.class);
    long before = script.version();
    assertThat(main.applyAsInt(10)).isEqualTo(11);
    assertThat(script.reload(adds(2))).isInstanceOf(Compilation.Compiled.class);
    assertThat(main.applyAsInt(10)).isEqualTo(12);
    assertThat(other.applyAsInt(10)).isEqualTo(8);
    assertThat(script.version()).isGreaterThan(before);
  }

  @Test
  void handlesOfAVersionStayWithIt() {
    Reloadable script = first(adds(1));
    IntUnaryOperator fixed = script.current().function("main", IntUnaryOperator.class);
    script.reload(adds(2));
    assertThat(fixed.applyAsInt(10)).isEqualTo(11);
  }

  @Test
  void whatDoesNotCompileLeavesTheOldVersion() {
    Reloadable script = first(adds(1));
    IntUnaryOperator main = script.function("main", IntUnaryOperator.class);
    long before = script.version();
    Compilation refused = script.reload(SourceTree.of("bad.roto", "fn main(x: i32) -> i32 { y }"));
    assertThat(refused).isInstanceOf(Compilation.Rejected.class);
    assertThat(refused.diagnostics()).extracting(Diagnostic::code).contains(Code.UNKNOWN_NAME);
    assertThat(main.applyAsInt(1)).isEqualTo(2);
    assertThat(script.version()).isEqualTo(before);
  }

  @Test
  void aVersionThatLacksWhatTheHostUsesIsRefused() {
    Reloadable script = first(adds(1));
    IntUnaryOperator main = script.function("main", IntUnaryOperator.class);
    Diagnostic missing =
        script.reload(SourceTree.of("v.roto", "fn other() {}")).diagnostics().getFirst();
    assertThat(missing.code()).isEqualTo(Code.FUNCTION_IN_USE);
    assertThat(missing.message()).startsWith("the host uses `main`: there is no function `main`");
    Diagnostic changed =
        script
            .reload(SourceTree.of("v.roto", "fn main(x: u8) -> String { \"\" }"))
            .diagnostics()
            .getFirst();
    assertThat(changed.toString()).startsWith("v.roto:1:4: the host uses `main`: the result of");
    assertThat(main.applyAsInt(1)).isEqualTo(2);
  }

  @Test
  void aFunctionThatIsNotThereCannotBeFetched() {
    Reloadable script = first(adds(1));
    assertThatThrownBy(() -> script.function("mine", IntUnaryOperator.class))
        .isInstanceOf(LookupException.class);
    assertThat(script.reload(adds(2))).isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  @Timeout(60)
  void aCallThatRunsEndsOnTheOldVersion() throws InterruptedException, ExecutionException {
    String text = "fn main(x: i32) -> i32 { wait_for_reload(); helper(x) }\n";
    Reloadable script =
        first(SourceTree.of("v1.roto", text + "fn helper(x: i32) -> i32 { x + 1 }"));
    IntUnaryOperator main = script.function("main", IntUnaryOperator.class);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> running = other.submit(() -> main.applyAsInt(10));
      inside.await();
      script.reload(SourceTree.of("v2.roto", text + "fn helper(x: i32) -> i32 { x + 2 }"));
      released.countDown();
      assertThat(running.get()).isEqualTo(11);
    }
    assertThat(main.applyAsInt(10)).isEqualTo(12);
  }

  @Test
  @Timeout(60)
  void callsFromManyThreadsGetOneVersionOrTheOther() throws Exception {
    String text = "fn main(x: i32) -> i32 { a() + b() }\n";
    Reloadable script = first(SourceTree.of("v0.roto", text + bodies(0)));
    IntUnaryOperator main = script.function("main", IntUnaryOperator.class);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService others = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> results =
          List.of(
              others.submit(() -> alwaysEven(main, done)),
              others.submit(() -> alwaysEven(main, done)));
      for (int version = 1; version <= 50; version++) {
        script.reload(SourceTree.of("v" + version + ".roto", text + bodies(version)));
      }
      done.set(true);
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  private static String bodies(int version) {
    return "fn a() -> i32 { " + version + " }\nfn b() -> i32 { " + version + " }";
  }

  private static boolean alwaysEven(IntUnaryOperator main, AtomicBoolean done) {
    boolean even = true;
    while (!done.get()) {
      even &= main.applyAsInt(0) % 2 == 0;
    }
    return even;
  }

  @Test
  @Timeout(120)
  void theClassesOfOldVersionsAreCollected() {
    Reloadable script = first(adds(0));
    IntUnaryOperator main = script.function("main", IntUnaryOperator.class);
    WeakReference<CompiledPackage> old = new WeakReference<>(script.current());
    WeakReference<Object> handle =
        new WeakReference<>(script.current().function("main", IntUnaryOperator.class).getClass());
    for (int version = 1; version <= 200; version++) {
      assertThat(script.reload(adds(version))).isInstanceOf(Compilation.Compiled.class);
    }
    assertThat(main.applyAsInt(0)).isEqualTo(200);
    for (int tries = 0; tries < 50 && (old.get() != null || handle.get() != null); tries++) {
      System.gc();
    }
    assertThat(old.get()).isNull();
    assertThat(handle.get()).isNull();
  }
}
