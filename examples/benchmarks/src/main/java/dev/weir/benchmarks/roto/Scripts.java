package dev.weir.benchmarks.roto;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;

/// The scripts that are measured, and the runtimes they are compiled in.
final class Scripts {
  private Scripts() {}

  static String text(String name) {
    try (InputStream stream = Scripts.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static CompiledPackage workloads() {
    return compile(words(), "workloads.roto");
  }

  static CompiledPackage filter() {
    return compile(Runtime.builder().type(Route.class).methods(Route.class).build(), "filter.roto");
  }

  private static CompiledPackage compile(Runtime runtime, String name) {
    return runtime.compile(SourceTree.of(name, text(name))).orThrow();
  }

  private static Runtime words() {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      return Runtime.builder()
          .function(
              "fn word(index: u64) -> String",
              lookup.findStatic(
                  Words.class, "word", MethodType.methodType(String.class, long.class)),
              "One of the words.")
          .function(
              "fn is_less(a: String, b: String) -> bool",
              lookup.findStatic(
                  Words.class,
                  "isLess",
                  MethodType.methodType(boolean.class, String.class, String.class)),
              "Whether a word comes before another.")
          .build();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
