package dev.weir.bgp.rtr;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.Aspa;
import dev.weir.bgp.rpki.RouterKey;
import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.bgp.rpki.VrpChanges;
import dev.weir.inet.Asn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cache's end of RTR, without sockets: it is given payloads and the octets that routers send,
/// and gives the messages to send them.
///
/// The last versions of the payloads are kept, whole; they share what is equal. What a router lacks
/// is worked out when it asks. A router that asks for a version that is no longer there is sent
/// back to the start (Cache Reset).
///
/// Belongs to one thread, with its connections.
public final class RtrCache {
  private final int session;
  private final int newest;
  private final boolean refuses;
  private final int keeps;
  private final LinkedHashMap<RtrSerial, ValidatedPayloads> versions = new LinkedHashMap<>();
  private RtrSerial serial;
  private @Nullable ValidatedPayloads payloads;

  /// Makes a cache that has nothing yet.
  ///
  /// @param session which life of the cache this is, 16 bits
  /// @param first the serial number of the first payloads
  /// @param newest the newest version it speaks, 0 to 2
  /// @param refuses whether a router that speaks a newer one is refused, rather than answered in
  ///   this one (RFC 8210 section 7 allows both)
  /// @param keeps how many versions of the payloads to keep
  public RtrCache(int session, RtrSerial first, int newest, boolean refuses, int keeps) {
    this.session = session;
    this.serial = new RtrSerial(first.bits() - 1);
    this.newest = newest;
    this.refuses = refuses;
    this.keeps = keeps;
  }

  /// Returns the serial number of the newest payloads.
  public RtrSerial serial() {
    return serial;
  }

  /// Takes the next version of the payloads. Tell the routers: [Connection#notification].
  public void publish(ValidatedPayloads next) {
    serial = serial.next();
    payloads = next;
    versions.put(serial, next);
    if (versions.size() > keeps) {
      versions.remove(versions.keySet().iterator().next());
    }
  }

  /// Begins a connection.
  public Connection connect() {
    return new Connection();
  }

  /// One router.
  public final class Connection {
    private final RtrStream stream = new RtrStream();
    private int version = -1;
    private boolean closed;

    private Connection() {}

    /// Returns whether the connection is to be closed once all is sent.
    public boolean isClosed() {
      return closed;
    }

    /// Returns what tells the router that there is something new. Before its first query the
    /// version is not settled, and 0 is taken.
    public RtrPdu notification() {
      return new RtrPdu.SerialNotify(Math.max(version, 0), session, serial);
    }

    /// Takes octets, cut anywhere, and answers them.
    public List<RtrPdu> receive(Octets octets) {
      List<RtrPdu> answers = new ArrayList<>();
      stream.append(octets);
      Octets pdu = Octets.EMPTY;
      try {
        while (!closed) {
          Octets next = stream.next();
          if (next == null) {
            return answers;
          }
          pdu = next;
          answer(pdu, answers);
        }
      } catch (RtrFault fault) {
        Octets about = pdu.isEmpty() ? stream.rest(RtrCodec.HEADER) : pdu;
        String text = String.valueOf(fault.getMessage());
        answers.add(report(fault.error(), about, text));
        closed = true;
      }
      return answers;
    }

    private void answer(Octets octets, List<RtrPdu> answers) {
      int asked = octets.u8(0);
      if (version < 0 && asked > newest) {
        if (refuses) {
          throw new RtrFault(RtrError.UNSUPPORTED_VERSION, "version " + asked);
        }
        version = newest;
      } else if (version < 0) {
        version = asked;
      } else if (asked != version && !(asked > newest && version == newest)) {
        throw new RtrFault(
            version == 0 ? RtrError.CORRUPT_DATA : RtrError.UNEXPECTED_VERSION,
            "version " + asked + " instead of " + version);
      }
      switch (RtrCodec.read(octets)) {
        case RtrPdu.ResetQuery _ -> everything(octets, answers);
        case RtrPdu.SerialQuery query -> changes(query, octets, answers);
        case RtrPdu.ErrorReport _ -> closed = true;
        case RtrPdu.UnknownPdu unknown ->
            throw new RtrFault(RtrError.UNSUPPORTED_TYPE, "type " + unknown.type());
        case RtrPdu.SerialNotify _,
            RtrPdu.CacheResponse _,
            RtrPdu.CacheReset _,
            RtrPdu.EndOfData _,
            RtrPdu.PrefixPdu _,
            RtrPdu.RouterKeyPdu _,
            RtrPdu.AspaPdu _ ->
            throw new RtrFault(RtrError.INVALID_REQUEST, "a cache answers queries only");
      }
    }

    private RtrPdu report(RtrError error, Octets about, String text) {
      return new RtrPdu.ErrorReport(
          version < 0 ? newest : version,
          error,
          about,
          Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void everything(Octets query, List<RtrPdu> answers) {
      if (payloads == null) {
        answers.add(report(RtrError.NO_DATA, query, "nothing is validated yet"));
        return;
      }
      changes(ValidatedPayloads.EMPTY, payloads, answers);
    }

    private void changes(RtrPdu.SerialQuery query, Octets octets, List<RtrPdu> answers) {
      if (payloads == null) {
        answers.add(report(RtrError.NO_DATA, octets, "nothing is validated yet"));
        return;
      }
      ValidatedPayloads known = versions.get(query.serial());
      if (query.session() != session || known == null) {
        answers.add(new RtrPdu.CacheReset(version, 0));
      } else {
        changes(known, payloads, answers);
      }
    }

    private void changes(ValidatedPayloads from, ValidatedPayloads to, List<RtrPdu> answers) {
      answers.add(new RtrPdu.CacheResponse(version, session));
      VrpChanges vrps = from.vrps().changesTo(to.vrps());
      vrps.withdrawn().forEach(vrp -> answers.add(RtrPdu.PrefixPdu.of(version, false, vrp)));
      vrps.announced().forEach(vrp -> answers.add(RtrPdu.PrefixPdu.of(version, true, vrp)));
      if (version >= 1) {
        keys(from.routerKeys(), to.routerKeys(), false, answers);
        keys(to.routerKeys(), from.routerKeys(), true, answers);
      }
      if (version >= 2) {
        aspas(from.aspas().list(), to.aspas().list(), answers);
      }
      int timed = version == 0 ? 0 : 1;
      answers.add(
          new RtrPdu.EndOfData(version, session, serial, timed * 3600, timed * 600, timed * 7200));
    }

    private void keys(
        List<RouterKey> all, List<RouterKey> without, boolean announces, List<RtrPdu> answers) {
      List<RouterKey> rest = new ArrayList<>(all);
      rest.removeAll(without);
      rest.forEach(key -> answers.add(RtrPdu.RouterKeyPdu.of(version, announces, key)));
    }

    private void aspas(List<Aspa> from, List<Aspa> to, List<RtrPdu> answers) {
      Map<Asn, Aspa> before = new HashMap<>();
      from.forEach(aspa -> before.put(aspa.customer(), aspa));
      for (Aspa aspa : to) {
        if (!aspa.equals(before.remove(aspa.customer()))) {
          answers.add(RtrPdu.AspaPdu.of(version, aspa));
        }
      }
      before.keySet().stream()
          .sorted()
          .forEach(customer -> answers.add(RtrPdu.AspaPdu.withdrawal(version, customer)));
    }
  }
}
