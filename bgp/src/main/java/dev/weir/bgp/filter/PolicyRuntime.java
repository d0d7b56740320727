package dev.weir.bgp.filter;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathPattern;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.rib.RovState;
import dev.weir.bgp.rpki.AspaState;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.IpAddress;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.RuntimeBuilder;
import dev.weir.roto.source.SourceTree;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What policies are compiled in: the standard library of Roto, and the types of BGP. Immutable,
/// and shared by all threads; making one costs some tens of milliseconds, so a program makes one.
public final class PolicyRuntime {
  private final Runtime runtime;

  private PolicyRuntime(Runtime runtime) {
    this.runtime = runtime;
  }

  /// The library of Roto and the types of BGP.
  public static PolicyRuntime standard() {
    return new PolicyRuntime(register(Runtime.builder(MethodHandles.lookup())).build());
  }

  /// The library of Roto, the types of BGP, and `print`.
  ///
  /// @param print takes what scripts print, a line at a time
  public static PolicyRuntime printing(Consumer<String> print) {
    return new PolicyRuntime(
        register(Runtime.builder(MethodHandles.lookup())).print(print).build());
  }

  /// Adds the types of BGP to a runtime for tools, in which scripts are called without a context:
  /// what calls of policies bring with them are constants there.
  public static RuntimeBuilder addTo(RuntimeBuilder builder, Globals globals) {
    return types(builder)
        .constant("output: Log", globals.output(), "Where to write to.")
        .constant("rpki: Rpki", globals.rpki(), "Origin validation.")
        .constant("asn_lists: AsnLists", globals.asnLists(), "Named lists of AS numbers.")
        .constant("prefix_lists: PrefixLists", globals.prefixLists(), "Named lists of prefixes.")
        .constant(
            "community_lists: CommunityLists",
            globals.communityLists(),
            "Named lists of communities.")
        .constant("metrics: Metrics", globals.metrics(), "Counters, gauges and histograms.");
  }

  private static RuntimeBuilder register(RuntimeBuilder builder) {
    return types(builder).context(Globals.class);
  }

  private static RuntimeBuilder types(RuntimeBuilder builder) {
    // What may be missing is known by this annotation, which must be there when the program runs.
    Objects.requireNonNull(Nullable.class);
    builder
        .type(RibType.class)
        .type(Origin.class)
        .type(Aggregator.class)
        .opaque("PathAttributes", PathAttributes.class)
        .type(AsPath.class)
        .type(AsPathPattern.class)
        .opaque("Community", StandardCommunity.class)
        .opaque("LargeCommunity", LargeCommunity.class)
        .opaque("ExtendedCommunity", ExtendedCommunity.class)
        .type(CommunityPattern.class)
        .type(IngressInfo.class)
        .alias("Peer", IngressInfo.class)
        .type(Route.class)
        .type("RovStatus", RovState.class)
        .type("AspaStatus", AspaState.class)
        .type(Rpki.class)
        .type(VrpUpdate.class)
        .type(RovStatusUpdate.class)
        .type(BgpMessage.class)
        .alias("BgpMsg", BgpMessage.class)
        .type("BmpMessage", MonitoringMessage.class)
        .alias("BmpMsg", MonitoringMessage.class)
        .type("Table", RouteTable.class)
        .type(AsnLists.class)
        .type(PrefixLists.class)
        .type(CommunityLists.class)
        .type(LogEntry.class)
        .type(Log.class)
        .type(Metrics.class);
    functions(builder, "PathAttributes", AttributesFunctions.class);
    functions(builder, "AsPath", AsPathFunctions.class);
    functions(builder, "AsPathPattern", PatternFunctions.OfPaths.class);
    functions(builder, "CommunityPattern", PatternFunctions.OfCommunities.class);
    functions(builder, "Community", PatternFunctions.OfStandard.class);
    functions(builder, "LargeCommunity", PatternFunctions.OfLarge.class);
    functions(builder, "ExtendedCommunity", PatternFunctions.OfExtended.class);
    functions(builder, "RovStatus", RovFunctions.class);
    functions(builder, "AspaStatus", RovFunctions.OfPaths.class);
    functions(builder, "Route", RouteFunctions.class);
    functions(builder, "Route", RouteChanges.class);
    functions(builder, "Route", RouteMaking.class);
    functions(builder, "IngressInfo", RouteMaking.OfPeers.class);
    return constants(builder);
  }

  private static RuntimeBuilder constants(RuntimeBuilder builder) {
    return builder
        .constant("NO_EXPORT: Community", StandardCommunity.NO_EXPORT, "Not beyond the AS.")
        .constant("NO_ADVERTISE: Community", StandardCommunity.NO_ADVERTISE, "To no peer at all.")
        .constant(
            "NO_EXPORT_SUBCONFED: Community",
            StandardCommunity.NO_EXPORT_SUBCONFED,
            "To no external peer, other members of a confederation included.")
        .constant("NO_PEER: Community", StandardCommunity.NO_PEER, "Not to bilateral peers.")
        .constant("BLACKHOLE: Community", StandardCommunity.BLACKHOLE, "Traffic is to be dropped.")
        .constant(
            "GRACEFUL_SHUTDOWN: Community",
            StandardCommunity.GRACEFUL_SHUTDOWN,
            "The link goes down soon.")
        .constant("LOCALHOSTV4: IpAddr", IpAddress.parse("127.0.0.1"), "This host, IPv4.")
        .constant("LOCALHOSTV6: IpAddr", IpAddress.parse("::1"), "This host, IPv6.");
  }

  /// Adds the documented static methods of a class, in the order of their names.
  private static void functions(RuntimeBuilder builder, String type, Class<?> functions) {
    builder.module(type, scope -> functions(scope, functions));
  }

  private static void functions(RuntimeBuilder scope, Class<?> functions) {
    Stream.of(functions.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Doc.class))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(scope::function);
  }

  /// Compiles a script. Never throws at one: whatever is wrong is a diagnostic.
  public Compilation compile(SourceTree tree) {
    return runtime.compile(tree);
  }

  /// What scripts are compiled in.
  public Runtime runtime() {
    return runtime;
  }
}
