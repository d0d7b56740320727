package dev.weir.bgp.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathBuilder;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.bgp.wire.Capability;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.Open;
import dev.weir.bgp.wire.UpdateBuilder;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Speakers of other projects read the messages that are built here as they were meant: a session
/// is opened on loopback, routes of both families are announced with every attribute that routes of
/// the Internet have, one of them is withdrawn, and the speaker is asked what it has.
class SpeakersTest {
  private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(60);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(Speaker.class)
  void understandsWhatIsAnnouncedAndWithdrawn(Speaker speaker) throws Exception {
    assumeThat(speaker.program())
        .as("SKIPPED: " + speaker + " is not installed, its reading of our messages is not tested")
        .isNotEmpty();
    int port = Speaker.freePort();
    Process process =
        new ProcessBuilder(speaker.start(directory, port))
            .redirectErrorStream(true)
            .redirectOutput(new File(directory.toFile(), "log"))
            .start();
    try {
      until(() -> Speaker.listens(port), "it listens", process);
      try (BgpClient client = new BgpClient(port, octets(open()))) {
        for (UpdateView update : updates()) {
          client.send(octets(update));
        }
        List<String> wanted = speaker.facts();
        String[] answer = {""};
        until(
            () -> {
              answer[0] = speaker.routes(directory);
              return wanted.stream().allMatch(answer[0]::contains)
                      && !speaker.holds(answer[0], "198.51.100.0")
                  || !client.complaint().isEmpty();
            },
            () -> "all of " + wanted + " in " + answer[0],
            process);
        assertThat(client.complaint()).isEmpty();
        assertThat(answer[0]).contains(wanted);
        assertThat(speaker.holds(answer[0], "198.51.100.0")).isFalse();
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static Open open() {
    return Open.of(
        Asn.of(65001),
        180,
        Ipv4Address.parse("127.0.0.2"),
        List.of(
            new Capability.Multiprotocol(AfiSafi.IPV4_UNICAST, 0),
            new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST, 0),
            new Capability.FourOctetAsn(Asn.of(65001))));
  }

  private static List<UpdateView> updates() {
    AsPath path =
        new AsPathBuilder()
            .segment(AsPath.AS_SEQUENCE, Asn.of(65001), Asn.of(1), Asn.of(100_000))
            .build();
    AttributesBuilder attributes =
        new AttributesBuilder()
            .origin(Origin.INCOMPLETE)
            .asPath(path)
            .med(200)
            .set(new PathAttribute.AtomicAggregate())
            .set(
                new PathAttribute.Aggregator(
                    Asn.of(100_000), Ipv4Address.parse("203.0.113.7"), true))
            .add(StandardCommunity.parse("64496:3"))
            .add(ExtendedCommunity.parse("rt:64496:4"))
            .add(LargeCommunity.parse("64496:5:6"));
    List<UpdateView> all = new ArrayList<>();
    all.addAll(
        new UpdateBuilder(Negotiated.USUAL)
            .attributes(attributes)
            .nextHop(IpAddress.parse("203.0.113.254"))
            .announce(AfiSafi.IPV4_UNICAST, Prefix.parse("198.51.100.0/24"), 0)
            .announce(AfiSafi.IPV4_UNICAST, Prefix.parse("198.18.128.0/17"), 0)
            .build());
    all.addAll(
        new UpdateBuilder(Negotiated.USUAL)
            .attributes(attributes)
            .nextHop(IpAddress.parse("2001:db8:1::fe"))
            .announce(AfiSafi.IPV6_UNICAST, Prefix.parse("2001:db8:7::/48"), 0)
            .build());
    all.addAll(
        new UpdateBuilder(Negotiated.USUAL)
            .withdraw(AfiSafi.IPV4_UNICAST, Prefix.parse("198.51.100.0/24"), 0)
            .build());
    return all;
  }

  private static byte[] octets(Open open) {
    return open.toView().encode().toBytes();
  }

  private static byte[] octets(Message message) {
    return message.encode().toBytes();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void until(Condition condition, String what, Process process) throws Exception {
    until(condition, () -> what, process);
  }

  private static void until(
      Condition condition, java.util.function.Supplier<String> what, Process process)
      throws Exception {
    long start = System.nanoTime();
    while (!condition.holds()) {
      assertThat(process.isAlive()).as("alive, waiting for: %s", what.get()).isTrue();
      assertThat(System.nanoTime() - start).as("%s", what.get()).isLessThan(PATIENCE_NANOSECONDS);
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }
}
