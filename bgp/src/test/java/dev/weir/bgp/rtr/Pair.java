package dev.weir.bgp.rtr;

import dev.weir.bgp.octets.Octets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A client and a cache with a clock of their own; what is sent arrives at once, cut at random.
final class Pair {
  final RtrClient client;
  final List<RtrEffect> effects = new ArrayList<>();
  final List<RtrPdu> sent = new ArrayList<>();
  final RandomGenerator random;
  Instant now = Instant.EPOCH;
  RtrCache cache;
  boolean reachable = true;
  RtrCache.@Nullable Connection connection;
  private final Deque<RtrEvent> waiting = new ArrayDeque<>();

  Pair(RtrConfig config, RtrCache cache, RandomGenerator random) {
    this.client = new RtrClient(config);
    this.cache = cache;
    this.random = random;
  }

  void tell(RtrEvent event) {
    waiting.add(event);
    while (!waiting.isEmpty()) {
      for (RtrEffect effect : client.step(waiting.remove(), now)) {
        effects.add(effect);
        perform(effect);
      }
    }
  }

  private void perform(RtrEffect effect) {
    switch (effect) {
      case RtrEffect.Connect _ -> {
        connection = reachable ? cache.connect() : null;
        waiting.add(reachable ? new RtrEvent.Connected() : new RtrEvent.Disconnected());
      }
      case RtrEffect.Send(RtrPdu pdu) -> {
        sent.add(pdu);
        RtrCache.Connection to = connection;
        if (to != null && !to.isClosed()) {
          to.receive(pdu.write()).forEach(this::arrive);
          if (to.isClosed()) {
            waiting.add(new RtrEvent.Disconnected());
          }
        }
      }
      case RtrEffect.Close _ -> connection = null;
      case RtrEffect.Update _, RtrEffect.Expire _ -> {}
    }
  }

  /// A message of the cache, in pieces.
  void arrive(RtrPdu pdu) {
    Octets octets = pdu.write();
    int at = 0;
    while (at < octets.length()) {
      int piece = 1 + random.nextInt(octets.length() - at);
      waiting.add(
          new RtrEvent.Received(
              Octets.of(java.util.Arrays.copyOfRange(octets.array(), at, at + piece))));
      at += piece;
    }
  }

  void deliver(RtrPdu pdu) {
    arrive(pdu);
    tell(new RtrEvent.Received(Octets.EMPTY));
  }

  /// Lets time pass to the next deadline.
  void fire() {
    now = client.deadline();
    tell(new RtrEvent.Fired());
  }

  void announceNews() {
    RtrCache.Connection from = connection;
    if (from != null) {
      deliver(from.notification());
    }
  }

  <T extends RtrEffect> List<T> effects(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
