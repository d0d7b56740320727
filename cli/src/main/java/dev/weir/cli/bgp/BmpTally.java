package dev.weir.cli.bgp;

import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.BmpType;
import dev.weir.bgp.bmp.MonitoredPeers;
import dev.weir.bgp.bmp.PeerHeader;
import dev.weir.bgp.bmp.RouteMonitoring;
import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.text.Item;
import dev.weir.bgp.text.ItemJson;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.cli.render.Console;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts messages by type, and routes by peer and table.
final class BmpTally implements BmpOutput {
  private final Console console;
  private final boolean json;
  private final Map<String, Long> types = new TreeMap<>();
  private final Map<String, PeerTally> peers = new LinkedHashMap<>();
  private long count;
  private long malformed;
  private long skips;
  private boolean faulty;

  BmpTally(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  @Override
  public void message(@Nullable StreamEvent event, BmpMessage message, MonitoredPeers session) {
    count++;
    session.accept(message);
    malformed += message instanceof BmpMessage.Malformed ? 1 : 0;
    String type = message.type() < 0 ? "cut" : BmpType.name(message.type());
    types.merge(type, 1L, Long::sum);
    PeerHeader header = message.peer();
    if (header != null) {
      PeerTally tally = peers.computeIfAbsent(name(event, header), _ -> new PeerTally());
      tally.messages++;
      if (message instanceof RouteMonitoring routes
          && session.update(routes) instanceof UpdateView update) {
        tally.add(update);
      }
    }
  }

  private static String name(@Nullable StreamEvent event, PeerHeader peer) {
    String router = event == null ? "" : event.stream().source().address() + " ";
    Object address = peer.address() == null ? "local table" : peer.address();
    String distinguisher =
        peer.distinguisher().bits() == 0 ? "" : " distinguisher " + peer.distinguisher();
    return router + address + " AS" + peer.asn().number() + distinguisher + " " + peer.rib();
  }

  @Override
  public void skip(@Nullable StreamEvent event, String words) {
    skips++;
    console.say(words);
  }

  @Override
  public void fault(String sentence) {
    faulty = true;
    console.fail(sentence);
  }

  @Override
  public void finish() {
    if (count > 0) {
      if (json) {
        console.out().println(ItemJson.print(item()));
      } else {
        print();
      }
    }
    console.out().flush();
  }

  private Item item() {
    Item.Group whole = Item.Group.untitled();
    whole.add("messages", count).add("malformed", malformed).add("skipped", skips);
    Item.Group byType = Item.Group.untitled();
    types.forEach((type, number) -> byType.add(type, number.longValue()));
    whole.add("types", (Item) byType);
    List<Item> all = new ArrayList<>();
    peers.forEach((name, tally) ->
        all.add(
            Item.Group.of("peer", name)
                .add("messages", tally.messages)
                .add("announced", tally.announced)
                .add("withdrawn", tally.withdrawn)
                .add("end_of_rib", tally.ends)));
    return whole.add("peers", all);
  }

  private void print() {
    console.out().printf("%,10d messages%n", count);
    types.forEach((type, number) -> console.out().printf("%,10d %s%n", number, type));
    if (malformed > 0) {
      console.out().printf("%,10d malformed%n", malformed);
    }
    console
        .out()
        .printf(
            "%n%10s %10s %10s %10s  %s%n",
            "messages", "announced", "withdrawn", "end-of-rib", "peer");
    peers.forEach((name, tally) ->
        console
            .out()
            .printf(
                "%,10d %,10d %,10d %,10d  %s%n",
                tally.messages, tally.announced, tally.withdrawn, tally.ends, name));
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public boolean hasFindings() {
    return faulty || malformed > 0 || skips > 0;
  }

  /// The counts of one peer's table.
  private static final class PeerTally {
    private long messages;
    private long announced;
    private long withdrawn;
    private long ends;

    void add(UpdateView update) {
      if (update.endOfRib() != null) {
        ends++;
        return;
      }
      announced += routes(update, update.announced(), AfiSafi.IPV4_UNICAST);
      withdrawn += routes(update, update.withdrawn(), AfiSafi.IPV4_UNICAST);
      MpReach reach = update.mpReach();
      if (reach != null) {
        announced += routes(update, reach.nlri(), reach.family());
      }
      MpUnreach unreach = update.mpUnreach();
      if (unreach != null) {
        withdrawn += routes(update, unreach.nlri(), unreach.family());
      }
    }

    private static long routes(UpdateView update, Octets nlri, AfiSafi family) {
      long routes = 0;
      NlriCursor cursor = NlriCursor.over(nlri, family, update.negotiated().hasPathIds(family));
      while (cursor.next()) {
        routes++;
      }
      return routes;
    }
  }
}
