package dev.weir.bgp.check;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.NotificationCode;

/// What a receiver does about a message (RFC 7606 section 2). The kinds are ordered by strength; of
/// several the strongest is applied (section 3 (h)).
public sealed interface Treatment {
  /// The message is used as it is.
  static Treatment accept() {
    return new Accept();
  }

  /// All routes of the message are taken as withdrawn.
  static Treatment withdraw() {
    return new TreatAsWithdraw();
  }

  /// Nothing is done.
  record Accept() implements Treatment {
    @Override
    public String toString() {
      return "accept";
    }
  }

  /// One attribute is taken out, and the rest of the message used.
  ///
  /// @param type the type code of the attribute
  /// @param offset where it begins, in octets from the beginning of the message, header included
  record DiscardAttribute(int type, int offset) implements Treatment {
    @Override
    public String toString() {
      return "discard attribute";
    }
  }

  /// All routes of the message are taken as withdrawn.
  record TreatAsWithdraw() implements Treatment {
    @Override
    public String toString() {
      return "treat as withdraw";
    }
  }

  /// No more routes of a family are taken in this session, and those that were are dropped (RFC
  /// 4760 section 7).
  ///
  /// @param family the family
  record DisableFamily(AfiSafi family) implements Treatment {
    @Override
    public String toString() {
      return "disable " + family;
    }
  }

  /// The session ends with a NOTIFICATION.
  ///
  /// @param code the error code
  /// @param subcode the error subcode
  /// @param data what the NOTIFICATION quotes
  record ResetSession(int code, int subcode, Octets data) implements Treatment {
    @Override
    public String toString() {
      return "reset session (" + NotificationCode.name(code, subcode) + ")";
    }
  }

  /// Returns how strong the treatment is: 0 for accept, 4 for the end of the session.
  default int strength() {
    return switch (this) {
      case Accept _ -> 0;
      case DiscardAttribute _ -> 1;
      case TreatAsWithdraw _ -> 2;
      case DisableFamily _ -> 3;
      case ResetSession _ -> 4;
    };
  }
}
