package dev.weir.bgp.rtr;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.Aspa;
import dev.weir.bgp.rpki.RouterKey;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.inet.Asn;
import java.util.List;

/// A message (RFC 8210 section 5). All begin alike:
///
/// ```
/// 0          8          16         24        31
/// +----------+----------+--------------------+
/// | version  |   type   |  session or zero   |
/// +----------+----------+--------------------+
/// |                 length                   |
/// +------------------------------------------+
/// ```
///
/// Where a field must be zero and is ignored, a value keeps what was there, in `reserved`, so that
/// every message is written as it was read.
public sealed interface RtrPdu {
  /// Returns the version, 0 to 2.
  int version();

  /// Writes the message.
  default Octets write() {
    return RtrCodec.write(this);
  }

  /// The cache has something new (type 0).
  ///
  /// @param session which life of the cache the serial belongs to, 16 bits
  /// @param serial the newest
  record SerialNotify(int version, int session, RtrSerial serial) implements RtrPdu {}

  /// The router asks for what is new since a serial (type 1).
  ///
  /// @param session which life of the cache the serial belongs to, 16 bits
  /// @param serial the newest the router has
  record SerialQuery(int version, int session, RtrSerial serial) implements RtrPdu {}

  /// The router asks for everything (type 2).
  record ResetQuery(int version, int reserved) implements RtrPdu {}

  /// What was asked for follows (type 3).
  ///
  /// @param session the life of the cache, 16 bits
  record CacheResponse(int version, int session) implements RtrPdu {}

  /// A VRP of IPv4 (type 4) or IPv6 (type 6).
  ///
  /// @param flags the lowest bit is 1 for an announcement, 0 for a withdrawal
  /// @param reserved 16 bits of the header and 8 behind the maximum length
  record PrefixPdu(int version, int flags, Vrp vrp, int reserved) implements RtrPdu {
    /// Makes one.
    public static PrefixPdu of(int version, boolean announces, Vrp vrp) {
      return new PrefixPdu(version, announces ? 1 : 0, vrp, 0);
    }

    /// Returns whether the payload is announced.
    public boolean announces() {
      return (flags & 1) != 0;
    }
  }

  /// All has been sent (type 7). Version 0 has no intervals; they are 0 then.
  ///
  /// @param session the life of the cache, 16 bits
  /// @param serial what the router has now
  /// @param refresh after how many seconds to ask again
  /// @param retry after how many seconds to try again if that fails
  /// @param expire after how many seconds without an answer the data are too old
  record EndOfData(int version, int session, RtrSerial serial, int refresh, int retry, int expire)
      implements RtrPdu {}

  /// The cache cannot say what is new since then; the router must ask for everything (type 8).
  record CacheReset(int version, int reserved) implements RtrPdu {}

  /// A key of a router (type 9, from version 1 on).
  ///
  /// @param flags the lowest bit is 1 for an announcement, 0 for a withdrawal
  /// @param reserved 8 bits
  record RouterKeyPdu(int version, int flags, int reserved, RouterKey key) implements RtrPdu {
    /// Makes one.
    public static RouterKeyPdu of(int version, boolean announces, RouterKey key) {
      return new RouterKeyPdu(version, announces ? 1 : 0, 0, key);
    }

    /// Returns whether the key is announced.
    public boolean announces() {
      return (flags & 1) != 0;
    }
  }

  /// Something went wrong (type 10).
  ///
  /// @param error what
  /// @param erroneous the message it is about, or as much of it as there was; empty for none
  /// @param text a sentence for people, UTF-8
  record ErrorReport(int version, RtrError error, Octets erroneous, Octets text)
      implements RtrPdu {}

  /// The providers of an AS (type 11, from version 2 on). An announcement replaces what was there
  /// for the customer, a withdrawal names no providers.
  ///
  /// @param flags the lowest bit is 1 for an announcement, 0 for a withdrawal
  /// @param reserved 8 bits
  /// @param customer the AS
  /// @param providers in the order they were sent
  record AspaPdu(int version, int flags, int reserved, Asn customer, List<Asn> providers)
      implements RtrPdu {
    /// Copies the list.
    public AspaPdu {
      providers = List.copyOf(providers);
    }

    /// Makes an announcement.
    public static AspaPdu of(int version, Aspa aspa) {
      return new AspaPdu(version, 1, 0, aspa.customer(), aspa.providers());
    }

    /// Makes a withdrawal.
    public static AspaPdu withdrawal(int version, Asn customer) {
      return new AspaPdu(version, 0, 0, customer, List.of());
    }

    /// Returns whether the payload is announced.
    public boolean announces() {
      return (flags & 1) != 0;
    }
  }

  /// A message of a type that the version does not have.
  ///
  /// @param type 8 bits
  /// @param field the 16 bits behind the type
  /// @param body what follows the length
  record UnknownPdu(int version, int type, int field, Octets body) implements RtrPdu {}
}
