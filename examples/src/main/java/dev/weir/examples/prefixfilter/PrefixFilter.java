package dev.weir.examples.prefixfilter;

import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Reloadable;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.Unsigned;
import dev.weir.roto.host.Verdict;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.store.Sources;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// Decides which routes of a neighbour are taken.
///
///     PrefixFilter roto/routes.roto 64500 192.0.2.0/24,64501 10.0.0.0/8,64502
///
/// Shows: sets of prefixes in constants, a context, a verdict with payloads, and replacing the
/// script while it is used.
public final class PrefixFilter {
  private final Runtime runtime =
      Runtime.builder(MethodHandles.lookup()).context(Session.class).build();
  private final Reloadable script;
  private final Import filter;

  /// What comes with every call.
  ///
  /// @param neighbour the AS that announces
  /// @param customer whether it pays
  public record Session(
      @Doc("The AS that announces.") Asn neighbour, @Doc("Whether it pays.") boolean customer) {}

  /// What the script decides: a preference for the route, or why it is not taken.
  @FunctionalInterface
  public interface Import {
    /// Looks at a route.
    Verdict<@Unsigned Integer, String> decide(Session session, Prefix prefix, Asn origin);
  }

  /// Compiles a script with a filter `import_route`.
  PrefixFilter(SourceTree tree) {
    script = new Reloadable(runtime, runtime.compile(tree).orThrow());
    filter = script.function("import_route", Import.class);
  }

  /// Prints what becomes of each route.
  public static void main(String[] args) {
    Sources.Reading reading = Sources.read(Path.of(args[0]));
    reading.diagnostics().forEach(System.err::println);
    PrefixFilter routes = new PrefixFilter(Objects.requireNonNull(reading.tree()));
    Session session = new Session(Asn.parse(args[1]), true);
    Stream.of(args)
        .skip(2)
        .map(route -> {
          String[] parts = route.split(",", 2);
          return route + " " + routes.decide(session, Prefix.parse(parts[0]), Asn.parse(parts[1]));
        })
        .forEach(System.out::println);
  }

  /// What the script in use says, as a sentence.
  String decide(Session session, Prefix prefix, Asn origin) {
    return switch (filter.decide(session, prefix, origin)) {
      case Verdict.Accept<Integer, String>(Integer preference) -> "preference " + preference;
      case Verdict.Reject<Integer, String>(String reason) -> "no: " + reason;
    };
  }

  /// Replaces the script, unless the new one is wrong.
  Compilation replace(SourceTree tree) {
    return script.reload(tree);
  }
}
