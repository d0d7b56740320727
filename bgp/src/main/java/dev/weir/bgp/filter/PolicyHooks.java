package dev.weir.bgp.filter;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.FunctionInfo;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.type.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The functions of a policy that a collector calls by their names, for one thread.
///
/// | name | parameters | called for |
/// |---|---|---|
/// | `compile_lists` | | once, before all others: to fill the named lists |
/// | `bgp_in` | `BgpMsg`, perhaps `IngressInfo` | each UPDATE of a session or archive |
/// | `bmp_in` | `BmpMsg`, perhaps `IngressInfo` | each BMP message |
/// | `rib_in_pre` | `Route`, perhaps `IngressInfo` | each route before it goes into the table |
/// | `rib_in_post` | `Route`, perhaps `IngressInfo` | each route that is in the table now |
/// | `vrp_update` | `VrpUpdate` | each payload of the RPKI that comes or goes |
/// | `rov_status_update` or `rib_in_rov_status_update` | `RovStatusUpdate` | each route that was validated again |
///
/// Each but the first gives a verdict, a `bool` or nothing. A hook that the script lacks accepts
/// everything.
public final class PolicyHooks {
  private static final String INGRESS = "IngressInfo";

  private final Globals globals;
  private final OnFault onFault;
  private final @Nullable Message<BgpMessage> bgpIn;
  private final @Nullable Message<MonitoringMessage> bmpIn;
  private final @Nullable Message<VrpUpdate> vrpUpdate;
  private final @Nullable Message<RovStatusUpdate> rovStatusUpdate;
  private final @Nullable RouteFilter ribInPre;
  private final @Nullable RouteFilter ribInPost;

  private record Message<T>(String name, Call<T> call) {}

  /// Asks a script.
  @FunctionalInterface
  private interface Call<T> {
    boolean accepts(Globals globals, T subject, IngressInfo ingress);
  }

  /// `filter bgp_in(msg: BgpMsg)`.
  interface BgpIn {
    /// Asks the script.
    boolean accepts(Globals globals, BgpMessage message);
  }

  /// `filter bgp_in(msg: BgpMsg, ingress: IngressInfo)`.
  interface BgpInFrom {
    /// Asks the script.
    boolean accepts(Globals globals, BgpMessage message, IngressInfo ingress);
  }

  /// `filter bmp_in(msg: BmpMsg)`.
  interface BmpIn {
    /// Asks the script.
    boolean accepts(Globals globals, MonitoringMessage message);
  }

  /// `filter bmp_in(msg: BmpMsg, ingress: IngressInfo)`.
  interface BmpInFrom {
    /// Asks the script.
    boolean accepts(Globals globals, MonitoringMessage message, IngressInfo ingress);
  }

  /// `filter vrp_update(vrp: VrpUpdate)`.
  interface VrpIn {
    /// Asks the script.
    boolean accepts(Globals globals, VrpUpdate update);
  }

  /// `filter rov_status_update(status: RovStatusUpdate)`.
  interface RovIn {
    /// Asks the script.
    boolean accepts(Globals globals, RovStatusUpdate update);
  }

  /// `fn rov_status_update(status: RovStatusUpdate)`.
  interface RovTold {
    /// Tells the script.
    void tell(Globals globals, RovStatusUpdate update);
  }

  /// `fn compile_lists()`.
  interface Lists {
    /// Lets the script fill the lists.
    void fill(Globals globals);
  }

  PolicyHooks(Policy policy, Globals globals, OnFault onFault) {
    CompiledPackage script = policy.script();
    this.globals = globals;
    this.onFault = onFault;
    this.bgpIn = bgpIn(policy, script);
    this.bmpIn = bmpIn(policy, script);
    this.vrpUpdate =
        script.find("vrp_update") == null
            ? null
            : new Message<>("vrp_update", from(policy.handle("vrp_update", VrpIn.class)::accepts));
    this.rovStatusUpdate = rov(policy, script);
    this.ribInPre = routes(policy, "rib_in_pre");
    this.ribInPost = routes(policy, "rib_in_post");
  }

  /// Calls `compile_lists` of a script that has it.
  static void fillLists(Policy policy, Globals globals) {
    if (policy.has("compile_lists")) {
      policy.handle("compile_lists", Lists.class).fill(globals);
    }
  }

  /// Decides about an UPDATE.
  public boolean bgpIn(BgpMessage message, IngressInfo ingress) {
    return ask(bgpIn, message, ingress);
  }

  /// Decides about a BMP message.
  public boolean bmpIn(MonitoringMessage message, IngressInfo ingress) {
    return ask(bmpIn, message, ingress);
  }

  /// Decides about a route before it goes into the table; may change it.
  public boolean ribInPre(Route route) {
    return ribInPre == null || ribInPre.accepts(route);
  }

  /// Decides about a route that is in the table: whether it is passed on.
  public boolean ribInPost(Route route) {
    return ribInPost == null || ribInPost.accepts(route);
  }

  /// Decides whether a payload of the RPKI counts.
  public boolean vrpUpdate(VrpUpdate update) {
    return ask(vrpUpdate, update, IngressInfo.UNKNOWN);
  }

  /// Tells of a route that was validated again.
  public boolean rovStatusUpdate(RovStatusUpdate update) {
    return ask(rovStatusUpdate, update, IngressInfo.UNKNOWN);
  }

  private <T> boolean ask(@Nullable Message<T> hook, T subject, IngressInfo ingress) {
    if (hook == null) {
      return true;
    }
    try {
      return hook.call.accepts(globals, subject, ingress);
    } catch (ScriptException stopped) {
      String about =
          subject instanceof BgpMessage || subject instanceof MonitoringMessage
              ? "message from " + ingress
              : subject.toString();
      onFault
          .listener()
          .accept(new PolicyFault(hook.name, String.valueOf(about), onFault.accept(), stopped));
      return onFault.accept();
    }
  }

  private @Nullable RouteFilter routes(Policy policy, String name) {
    return policy.has(name) ? policy.routeFilter(name, globals, onFault) : null;
  }

  private static @Nullable Message<BgpMessage> bgpIn(Policy policy, CompiledPackage script) {
    FunctionInfo info = script.find("bgp_in");
    if (info == null) {
      return null;
    }
    return new Message<>(
        "bgp_in",
        takesIngress(info)
            ? policy.handle("bgp_in", BgpInFrom.class)::accepts
            : from(policy.handle("bgp_in", BgpIn.class)::accepts));
  }

  private static @Nullable Message<MonitoringMessage> bmpIn(Policy policy, CompiledPackage script) {
    FunctionInfo info = script.find("bmp_in");
    if (info == null) {
      return null;
    }
    return new Message<>(
        "bmp_in",
        takesIngress(info)
            ? policy.handle("bmp_in", BmpInFrom.class)::accepts
            : from(policy.handle("bmp_in", BmpIn.class)::accepts));
  }

  private static @Nullable Message<RovStatusUpdate> rov(Policy policy, CompiledPackage script) {
    Optional<String> found =
        List.of("rov_status_update", "rib_in_rov_status_update").stream()
            .filter(policy::has)
            .findFirst();
    if (found.isEmpty()) {
      return null;
    }
    String name = found.get();
    FunctionInfo info = script.find(name);
    if (info != null && info.result() == Type.Scalar.UNIT) {
      RovTold told = policy.handle(name, RovTold.class);
      return new Message<>(
          name,
          (globals, update, _) -> {
            told.tell(globals, update);
            return true;
          });
    }
    return new Message<>(name, from(policy.handle(name, RovIn.class)::accepts));
  }

  private static boolean takesIngress(FunctionInfo info) {
    return info.parameters().size() == 2
        && info.parameters().get(1).type().toString().equals(INGRESS);
  }

  /// A call without the ingress.
  private interface Short<T> {
    boolean accepts(Globals globals, T subject);
  }

  private static <T> Call<T> from(Short<T> call) {
    return (globals, subject, _) -> call.accepts(globals, subject);
  }
}
