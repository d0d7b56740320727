package dev.weir.bgp.wire;

import com.sun.management.ThreadMXBean;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix4;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToLongFunction;

/// Walks messages until the walks are compiled, and says how many octets one allocates then.
final class AllocationProbe {
  private static final int WALKS = 5_000;
  private static final int ROUNDS = 40;

  private AllocationProbe() {}

  public static void main(String[] arguments) {
    say("messages", AllocationProbe::messages);
    say("attributes", AllocationProbe::attributes);
    say("paths", AllocationProbe::paths);
    say("prefixes", AllocationProbe::prefixes);
  }

  private static void say(String what, ToLongFunction<Octets> walk) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<Octets> messages = samples();
    long least = Long.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < ROUNDS && least >= WALKS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < WALKS; i++) {
        sum += walk.applyAsLong(messages.get(i & 1));
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    System.out.println(sum == 0 ? what + " nothing" : what + " " + least / WALKS);
  }

  private static long messages(Octets stream) {
    MessageCursor cursor = new MessageCursor(stream, Negotiated.USUAL);
    long sum = 0;
    while (cursor.next()) {
      sum += cursor.type();
    }
    return sum;
  }

  private static long attributes(Octets stream) {
    UpdateView update = UpdateView.read(stream.from(MessageCursor.HEADER), Negotiated.USUAL);
    if (update == null) {
      return 0;
    }
    long sum = 0;
    AttributeCursor cursor = update.attributes().cursor();
    while (cursor.next()) {
      sum += cursor.type() + cursor.valueLength();
    }
    return sum;
  }

  private static long paths(Octets stream) {
    UpdateView update = UpdateView.read(stream.from(MessageCursor.HEADER), Negotiated.USUAL);
    AsPath path = update == null ? null : update.attributes().rawAsPath();
    if (path == null) {
      return 0;
    }
    long sum = 0;
    for (AsPath.Segments s = path.segments(); s.next(); ) {
      for (int i = 0; i < s.count(); i++) {
        sum += s.asn(i);
      }
    }
    return sum;
  }

  private static long prefixes(Octets stream) {
    UpdateView update = UpdateView.read(stream.from(MessageCursor.HEADER), Negotiated.USUAL);
    if (update == null) {
      return 0;
    }
    long sum = 0;
    PrefixCursor cursor = update.announcedPrefixes();
    while (cursor.next()) {
      sum += cursor.high() + cursor.length();
    }
    return sum;
  }

  private static List<Octets> samples() {
    AttributesBuilder attributes =
        new AttributesBuilder()
            .origin(Origin.IGP)
            .asPath(AsPath.sequence(new Asn(65_000), new Asn(65_001), new Asn(65_002)))
            .add(Community.parse("65000:1"))
            .add(Community.parse("65000:1:1"));
    UpdateBuilder four =
        new UpdateBuilder(Negotiated.USUAL)
            .attributes(attributes)
            .nextHop(Ipv4Address.parse("192.0.2.1"));
    UpdateBuilder more =
        new UpdateBuilder(Negotiated.USUAL)
            .attributes(attributes)
            .nextHop(Ipv4Address.parse("192.0.2.2"));
    for (int i = 0; i < 300; i++) {
      four.announce(AfiSafi.IPV4_UNICAST, new Prefix4(0x0a000000 + (i << 8), 24), 0);
      more.announce(AfiSafi.IPV4_UNICAST, new Prefix4(0x0b000000 + (i << 12), 20), 0);
    }
    return List.of(four.build().getFirst().encode(), more.build().getFirst().encode());
  }
}
