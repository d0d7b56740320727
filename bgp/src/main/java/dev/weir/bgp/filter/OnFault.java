package dev.weir.bgp.filter;

import java.util.function.Consumer;

/// What is done when a policy is stopped before it has decided.
///
/// @param accept whether the route or message is accepted
/// @param listener is told, on the thread that runs the policy
public record OnFault(boolean accept, Consumer<PolicyFault> listener) {

  /// Rejects, so that nothing passes that nobody has let pass. The default.
  public static OnFault reject(Consumer<PolicyFault> listener) {
    return new OnFault(false, listener);
  }

  /// Accepts, so that nothing is lost.
  public static OnFault accept(Consumer<PolicyFault> listener) {
    return new OnFault(true, listener);
  }
}
