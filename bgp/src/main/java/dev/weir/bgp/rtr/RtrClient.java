package dev.weir.bgp.rtr;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.ValidatedPayloads;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The router's end of RTR, without sockets and without a clock: it is told what happened and when,
/// and says what to do.
///
/// | state | waits for | then |
/// |---|---|---|
/// | `IDLE` | the retry interval | `CONNECTING` |
/// | `CONNECTING` | the connection | a query is sent, `ASKED` |
/// | `ASKED` | Cache Response | `RECEIVING`; after Cache Reset it asks for everything |
/// | `RECEIVING` | End of Data | all payloads count at once, `SYNCHRONISED` |
/// | `SYNCHRONISED` | Serial Notify or the refresh interval | a query is sent, `ASKED` |
///
/// What the cache has said stays valid while the connection is away, until the expire interval is
/// over. After a new connection only what is new is asked for, unless the cache has begun a new
/// session.
///
/// **Versions** (RFC 8210 section 7). It begins with the newest it may speak. A cache that answers
/// in an older one is followed; one that refuses, with an Error Report of code 4, is asked again in
/// the version of that report on a new connection. After the first answer another version is an
/// error.
///
/// Belongs to one thread.
public final class RtrClient {
  /// Where the client is; see above.
  public enum State {
    /// Without a connection, waiting to try again.
    IDLE,
    /// Waiting for the connection.
    CONNECTING,
    /// A query is sent.
    ASKED,
    /// Payloads are coming.
    RECEIVING,
    /// Everything has come.
    SYNCHRONISED
  }

  private static final int NO_SESSION = -1;

  private RtrConfig config;
  private State state = State.IDLE;
  private int version;
  private boolean negotiated;
  private int session = NO_SESSION;
  private RtrSerial serial = new RtrSerial(0);
  private ValidatedPayloads payloads = ValidatedPayloads.EMPTY;
  private RtrStream stream = new RtrStream();
  private @Nullable RtrTransfer transfer;
  private boolean askedForAll;
  private boolean fell;
  private Instant deadline = Instant.MAX;
  private Instant expiry = Instant.MAX;
  private List<RtrEffect> effects = new ArrayList<>();

  /// Makes a client that has nothing yet.
  public RtrClient(RtrConfig config) {
    this.config = config;
    this.version = config.version();
  }

  /// Returns where the client is.
  public State state() {
    return state;
  }

  /// Returns the version it speaks.
  public int version() {
    return version;
  }

  /// Returns the serial number of what it has.
  public RtrSerial serial() {
    return serial;
  }

  /// Returns what the cache has said, nothing before the first End of Data and after it expired.
  public ValidatedPayloads payloads() {
    return payloads;
  }

  /// Returns when [RtrEvent.Fired] is due; [Instant#MAX] for never.
  public Instant deadline() {
    return deadline.isBefore(expiry) ? deadline : expiry;
  }

  /// Takes one event.
  ///
  /// @param now never before that of the last event
  /// @return what to do, in this order
  public List<RtrEffect> step(RtrEvent event, Instant now) {
    effects = new ArrayList<>();
    if (!now.isBefore(expiry)) {
      expire();
    }
    switch (event) {
      case RtrEvent.Start() -> connect(now);
      case RtrEvent.Connected() -> connected(now);
      case RtrEvent.Received(Octets octets) -> received(octets, now);
      case RtrEvent.Disconnected() -> lost(now);
      case RtrEvent.Fired() -> fired(now);
    }
    return List.copyOf(effects);
  }

  private void expire() {
    expiry = Instant.MAX;
    session = NO_SESSION;
    effects.add(new RtrEffect.Expire(payloads));
    payloads = ValidatedPayloads.EMPTY;
    if (state == State.RECEIVING && !askedForAll) {
      close("the data have expired while a change to them was coming");
    }
  }

  private void connect(Instant now) {
    state = State.CONNECTING;
    deadline = now.plus(config.retry());
    effects.add(new RtrEffect.Connect());
  }

  private void connected(Instant now) {
    if (state != State.CONNECTING) {
      return;
    }
    stream = new RtrStream();
    negotiated = false;
    fell = false;
    ask(now);
  }

  private void ask(Instant now) {
    askedForAll = session == NO_SESSION;
    send(
        askedForAll
            ? new RtrPdu.ResetQuery(version, 0)
            : new RtrPdu.SerialQuery(version, session, serial));
    state = State.ASKED;
    deadline = now.plus(config.retry());
  }

  private void fired(Instant now) {
    if (now.isBefore(deadline)) {
      return;
    }
    switch (state) {
      case IDLE -> connect(now);
      case SYNCHRONISED -> ask(now);
      case CONNECTING, ASKED, RECEIVING -> {
        close("no answer for " + config.retry().toSeconds() + " s");
        retry(now, config.retry());
      }
    }
  }

  private void lost(Instant now) {
    transfer = null;
    if (state != State.IDLE) {
      state = State.IDLE;
      retry(now, config.retry());
    }
  }

  private void retry(Instant now, Duration after) {
    deadline = now.plus(after);
  }

  private void close(String reason) {
    effects.add(new RtrEffect.Close(reason));
    transfer = null;
    state = State.IDLE;
    stream = new RtrStream();
  }

  private void send(RtrPdu pdu) {
    effects.add(new RtrEffect.Send(pdu));
  }

  private void received(Octets octets, Instant now) {
    if (state == State.IDLE || state == State.CONNECTING) {
      return;
    }
    stream.append(octets);
    Octets pdu = Octets.EMPTY;
    try {
      while (state != State.IDLE) {
        Octets next = stream.next();
        if (next == null) {
          return;
        }
        pdu = next;
        take(RtrCodec.read(pdu), now);
        pdu = Octets.EMPTY;
      }
    } catch (RtrFault fault) {
      report(pdu.isEmpty() ? stream.rest(RtrCodec.HEADER) : pdu, fault);
      retry(now, config.retry());
    }
  }

  /// Reports an error and ends the connection; but an Error Report is never answered by another
  /// (RFC 8210 section 5.11).
  private void report(Octets about, RtrFault fault) {
    String text = String.valueOf(fault.getMessage());
    if (about.length() < 2 || about.u8(1) != 10) {
      Octets words = Octets.of(text.getBytes(StandardCharsets.UTF_8));
      send(new RtrPdu.ErrorReport(version, fault.error(), about, words));
    }
    close(fault.error() + ": " + text);
  }

  private void take(RtrPdu pdu, Instant now) {
    if (pdu instanceof RtrPdu.ErrorReport report) {
      failed(report, now);
      return;
    }
    negotiate(pdu);
    switch (pdu) {
      case RtrPdu.SerialNotify notify -> notified(notify, now);
      case RtrPdu.CacheResponse response -> begin(response, now);
      case RtrPdu.CacheReset _ -> {
        if (state != State.ASKED || askedForAll) {
          throw unexpected("Cache Reset");
        }
        session = NO_SESSION;
        ask(now);
      }
      case RtrPdu.EndOfData end -> end(end, now);
      case RtrPdu.PrefixPdu prefix -> transfer("a prefix").take(prefix);
      case RtrPdu.RouterKeyPdu key -> transfer("a router key").take(key);
      case RtrPdu.AspaPdu aspa -> transfer("an ASPA").take(aspa);
      case RtrPdu.SerialQuery _, RtrPdu.ResetQuery _ ->
          throw new RtrFault(RtrError.INVALID_REQUEST, "a query is for the cache to answer");
      case RtrPdu.UnknownPdu unknown ->
          throw new RtrFault(
              RtrError.UNSUPPORTED_TYPE,
              "type " + unknown.type() + " in version " + unknown.version());
      case RtrPdu.ErrorReport _ -> {}
    }
    if (state == State.RECEIVING) {
      deadline = now.plus(config.retry());
    }
  }

  private void negotiate(RtrPdu pdu) {
    if (pdu.version() == version) {
      negotiated |= !(pdu instanceof RtrPdu.SerialNotify);
      return;
    }
    if (!negotiated && pdu instanceof RtrPdu.SerialNotify) {
      return;
    }
    if (negotiated || pdu.version() > version) {
      throw new RtrFault(
          version == 0 ? RtrError.CORRUPT_DATA : RtrError.UNEXPECTED_VERSION,
          "version " + pdu.version() + " instead of " + version);
    }
    version = pdu.version();
    negotiated = true;
  }

  /// A notification while a query is under way, or before the version is settled, is passed over
  /// (RFC 8210 sections 5.2 and 7).
  private void notified(RtrPdu.SerialNotify notify, Instant now) {
    if (state != State.SYNCHRONISED) {
      return;
    }
    if (notify.session() != session) {
      session = NO_SESSION;
      ask(now);
    } else if (notify.serial().isNewerThan(serial)) {
      ask(now);
    }
  }

  private void begin(RtrPdu.CacheResponse response, Instant now) {
    if (state != State.ASKED) {
      throw unexpected("Cache Response");
    }
    if (!askedForAll && response.session() != session) {
      session = NO_SESSION;
      throw new RtrFault(
          RtrError.CORRUPT_DATA, "the cache answers a Serial Query from another session");
    }
    session = response.session();
    transfer = new RtrTransfer(askedForAll ? ValidatedPayloads.EMPTY : payloads);
    state = State.RECEIVING;
    deadline = now.plus(config.retry());
  }

  private RtrTransfer transfer(String what) {
    if (transfer == null) {
      throw unexpected(what);
    }
    return transfer;
  }

  private static RtrFault unexpected(String what) {
    return new RtrFault(RtrError.CORRUPT_DATA, what + " is not expected here");
  }

  private void end(RtrPdu.EndOfData end, Instant now) {
    ValidatedPayloads next = transfer("End of Data").result();
    if (end.session() != session) {
      session = NO_SESSION;
      throw new RtrFault(RtrError.CORRUPT_DATA, "End of Data is of another session");
    }
    config = config.with(end);
    serial = end.serial();
    transfer = null;
    state = State.SYNCHRONISED;
    deadline = now.plus(config.refresh());
    expiry = now.plus(config.expire());
    effects.add(new RtrEffect.Update(payloads, next));
    payloads = next;
  }

  private void failed(RtrPdu.ErrorReport report, Instant now) {
    String text =
        new String(
            report.text().array(),
            report.text().offset(),
            report.text().length(),
            StandardCharsets.UTF_8);
    String reason = "the cache reports " + report.error() + (text.isEmpty() ? "" : ": " + text);
    if (report.error().equals(RtrError.NO_DATA)) {
      transfer = null;
      state = State.SYNCHRONISED;
      session = NO_SESSION;
      retry(now, config.retry());
      return;
    }
    close(reason);
    boolean older = report.version() < version;
    if (report.error().equals(RtrError.UNSUPPORTED_VERSION) && version > 0 && !negotiated) {
      version = older ? report.version() : version - 1;
      fell = true;
    }
    retry(now, fell ? Duration.ZERO : config.retry());
  }
}
