package dev.weir.cli.bgp;

import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.MonitoredPeers;
import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.text.BmpItems;
import dev.weir.bgp.text.Item;
import dev.weir.bgp.text.ItemJson;
import dev.weir.bgp.text.ItemText;
import dev.weir.cli.render.Console;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Prints messages one behind another, as text or as JSON.
final class BmpPrinter implements BmpOutput {
  private final Console console;
  private final boolean json;
  private long count;
  private boolean begun;
  private boolean findings;

  BmpPrinter(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  @Override
  public void message(@Nullable StreamEvent event, BmpMessage message, MonitoredPeers peers) {
    count++;
    findings |= message instanceof BmpMessage.Malformed;
    print(event, BmpItems.of(message, peers));
  }

  @Override
  public void skip(@Nullable StreamEvent event, String words) {
    findings = true;
    print(event, Item.Group.untitled().add("skipped", words));
  }

  @Override
  public void fault(String sentence) {
    findings = true;
    console.fail(sentence);
  }

  @Override
  public void finish() {
    console.out().flush();
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public boolean hasFindings() {
    return findings;
  }

  private void print(@Nullable StreamEvent event, Item.Group item) {
    if (json) {
      Item.Group whole = Item.Group.of(item.titleName(), item.title() == null ? "" : item.title());
      if (event != null) {
        whole.add("captured", time(event.nanos()));
        whole.add("source", event.stream().source());
        whole.add("destination", event.stream().destination());
      }
      whole.fields().addAll(item.fields());
      console.out().println(ItemJson.print(item.title() == null ? untitled(whole) : whole));
      return;
    }
    if (begun) {
      console.out().println();
    }
    begun = true;
    if (event != null) {
      console.out().println("# " + time(event.nanos()) + " " + event.stream());
    }
    console.out().print(ItemText.print(item));
  }

  private static Item untitled(Item.Group group) {
    Item.Group untitled = Item.Group.untitled();
    untitled.fields().addAll(group.fields());
    return untitled;
  }

  private static Instant time(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
