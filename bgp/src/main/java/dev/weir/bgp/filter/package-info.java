/// Policies: what a script in Roto sees of routes, messages and peers, and how it is run.
///
/// **To build routes.** A thread that walks messages, archive records or a table owns one [Route]
/// and moves it: [Route#share] says whose attributes and which peer, once for each message or table
/// entry; [Route#announce] and [Route#withdraw] say which prefix, once for each. Nothing is copied
/// and nothing is decoded before it is asked for; what is found is kept until the next `share`. A
/// route that must outlive the move is [Route#detach]ed.
///
/// **To decide.** [PolicyRuntime] compiles a script into a [Policy], which all threads share. Each
/// thread takes a [RouteFilter] of its own from it, by the name of a filter and with the [Globals]
/// of the thread:
///
/// ```java
/// Compilation compiled = PolicyRuntime.standard().compile(tree);
/// Policy policy = Policy.of(compiled.orThrow());
/// RouteFilter filter = policy.routeFilter("rib_in_pre", globals); // one for each thread
/// route.share(ingress, attributes, micros);
/// route.announce(AfiSafi.IPV4_UNICAST, prefixes);
/// if (filter.accepts(route)) { keep(route.prefix(), route.attributes()); }
/// ```
///
/// A policy may change a route. Then [Route#isChanged] is true and [Route#attributes] are fresh
/// octets, written canonically; the octets it was built over are never touched.
///
/// A policy that is stopped (out of fuel, an error of the script) does not stop the caller: the
/// fault goes to the listener of the globals with the route and the place, the route is as it was
/// before the call, and the answer is the default that the filter was made with, which is to
/// reject.
package dev.weir.bgp.filter;
