package dev.weir.cli.bgp;

import dev.weir.bgp.flow.Selection;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which routes are meant.
final class RouteSelectionOptions {
  @Option(
      names = "--peer",
      paramLabel = "P",
      description = "Routes of this peer: an address or an AS (AS64496); may be repeated.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "Routes to this prefix and to all inside it; =PREFIX for that one only.")
  private @Nullable String prefix;

  @Option(names = "--origin", paramLabel = "AS", description = "Routes whose path ends in this AS.")
  private @Nullable String origin;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Records from this time on: 2015-10-23T02:00:00Z, or seconds since 1970.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Records before this time.")
  private @Nullable String to;

  Selection selection() {
    List<IpAddress> addresses = new ArrayList<>();
    List<Asn> asns = new ArrayList<>();
    try {
      for (String peer : peers) {
        if (peer.indexOf('.') >= 0 || peer.indexOf(':') >= 0) {
          addresses.add(IpAddress.parse(peer));
        } else {
          asns.add(Asn.parse(peer));
        }
      }
      boolean exact = prefix != null && prefix.startsWith("=");
      Prefix asked = prefix == null ? null : Prefix.parse(prefix.substring(exact ? 1 : 0));
      Asn last = origin == null ? null : Asn.parse(origin);
      return new Selection(
          addresses, asns, asked, exact, last, time(from, 0), time(to, Long.MAX_VALUE));
    } catch (MalformedInet mistake) {
      throw CommandFailure.unusable(String.valueOf(mistake.getMessage()));
    }
  }

  private static long time(@Nullable String text, long none) {
    if (text == null) {
      return none;
    }
    try {
      return text.chars().allMatch(Character::isDigit)
          ? Long.parseLong(text)
          : Instant.parse(text).getEpochSecond();
    } catch (DateTimeParseException | NumberFormatException _) {
      throw CommandFailure.unusable(
          "a time is written 2015-10-23T02:00:00Z, or as seconds since 1970, not " + text);
    }
  }
}
