package dev.weir.bgp.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a speaker is to its neighbour (RFC 9234 section 4.1).
public enum PeerRole {
  /// Gives transit to the neighbour.
  PROVIDER,
  /// A route server.
  ROUTE_SERVER,
  /// The client of a route server.
  ROUTE_SERVER_CLIENT,
  /// Takes transit from the neighbour.
  CUSTOMER,
  /// Exchanges its own routes and those of its customers.
  PEER;

  private static final PeerRole[] BY_CODE = values();

  /// Returns the role with a code, or null if there is none.
  public static @Nullable PeerRole of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /// Returns the octet on the wire.
  public int code() {
    return ordinal();
  }

  /// Returns the role the neighbour must have (RFC 9234 section 4.2).
  public PeerRole counterpart() {
    return switch (this) {
      case PROVIDER -> CUSTOMER;
      case ROUTE_SERVER -> ROUTE_SERVER_CLIENT;
      case ROUTE_SERVER_CLIENT -> ROUTE_SERVER;
      case CUSTOMER -> PROVIDER;
      case PEER -> PEER;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
