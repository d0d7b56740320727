package dev.weir.bgp.filter;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.inet.Asn;
import dev.weir.roto.host.Doc;
import org.jspecify.annotations.Nullable;

/// A record that a policy fills field by field before it writes it: `output.entry()`.
@Doc("A record that is filled field by field before it is written.")
public final class LogEntry {
  private @Nullable String custom;
  private boolean timestamped;
  private @Nullable Asn originAs;
  private @Nullable Asn peerAs;
  private @Nullable Integer hops;
  private @Nullable Long conventionalReach;
  private @Nullable Long conventionalUnreach;
  private LogRecord.@Nullable Reach mpReach;
  private LogRecord.@Nullable Reach mpUnreach;

  LogEntry() {}

  @Doc("Sets a text of your own; then no other field is written.")
  LogEntry custom(String text) {
    custom = text;
    timestamped = false;
    return this;
  }

  @Doc("Sets a text of your own that the time is put before; then no other field is written.")
  LogEntry timestampedCustom(String text) {
    custom = text;
    timestamped = true;
    return this;
  }

  @Doc("Sets the AS that the routes of a message come from.")
  LogEntry originAs(BgpMessage message) {
    originAs = message.aspathOrigin();
    return this;
  }

  @Doc("Sets the AS that the routes of a message were heard from.")
  LogEntry peerAs(BgpMessage message) {
    AsPath path = message.asPath();
    peerAs = path == null ? null : path.neighbour();
    return this;
  }

  @Doc("Sets how many hops the path of a message counts.")
  LogEntry asPathHops(BgpMessage message) {
    AsPath path = message.asPath();
    hops = path == null ? null : path.hops();
    return this;
  }

  @Doc("Sets how many prefixes stand at the end of a message, where IPv4 unicast is announced.")
  LogEntry conventionalReach(BgpMessage message) {
    conventionalReach = message.conventionalReach();
    return this;
  }

  @Doc("Sets how many prefixes stand at the start of a message, where IPv4 unicast is withdrawn.")
  LogEntry conventionalUnreach(BgpMessage message) {
    conventionalUnreach = message.conventionalUnreach();
    return this;
  }

  @Doc("Sets the family that MP_REACH_NLRI announces, and how many prefixes.")
  LogEntry mpReach(BgpMessage message) {
    MpReach reach = message.update().mpReach();
    mpReach = reach == null ? null : reach(reach.family(), message.mpReach());
    return this;
  }

  @Doc("Sets the family that MP_UNREACH_NLRI withdraws, and how many prefixes.")
  LogEntry mpUnreach(BgpMessage message) {
    MpUnreach unreach = message.update().mpUnreach();
    mpUnreach = unreach == null ? null : reach(unreach.family(), message.mpUnreach());
    return this;
  }

  @Doc("Sets all fields from a message.")
  LogEntry logAll(BgpMessage message) {
    return originAs(message)
        .peerAs(message)
        .asPathHops(message)
        .conventionalReach(message)
        .conventionalUnreach(message)
        .mpReach(message)
        .mpUnreach(message);
  }

  private static LogRecord.Reach reach(AfiSafi family, long prefixes) {
    return new LogRecord.Reach(family, prefixes);
  }

  /// The record as it is now.
  LogRecord record() {
    return custom != null
        ? new LogRecord.Printed(custom, timestamped)
        : new LogRecord.Entry(
            originAs, peerAs, hops, conventionalReach, conventionalUnreach, mpReach, mpUnreach);
  }
}
