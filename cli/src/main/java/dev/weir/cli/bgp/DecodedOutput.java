package dev.weir.cli.bgp;

import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.check.PeerContext;
import dev.weir.bgp.check.UpdateCheck;
import dev.weir.bgp.text.Item;
import dev.weir.bgp.text.ItemJson;
import dev.weir.bgp.text.ItemText;
import dev.weir.bgp.text.MessageItems;
import dev.weir.bgp.wire.MalformedMessage;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.cli.render.Console;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Prints messages one behind another, and remembers whether any was wrong.
final class DecodedOutput {
  private final Console console;
  private final boolean json;
  private final PeerContext peer;
  private int count;
  private boolean findings;

  DecodedOutput(Console console, boolean json, PeerContext peer) {
    this.console = console;
    this.json = json;
    this.peer = peer;
  }

  int count() {
    return count;
  }

  boolean hasFindings() {
    return findings;
  }

  /// Prints a message.
  ///
  /// @param event where it was captured; null if it was not
  void message(@Nullable StreamEvent event, Message message) {
    count++;
    findings |= message instanceof MalformedMessage;
    findings |= message instanceof OpenView open && open.refusal() != null;
    if (message instanceof UpdateView update) {
      UpdateCheck check = UpdateCheck.of(update, peer);
      findings |= check.treatment().strength() > 0;
      print(event, MessageItems.of(update, check));
    } else {
      print(event, MessageItems.of(message));
    }
  }

  /// Says that a stream has octets that are no message, or lacks some.
  void skip(StreamEvent event, String words) {
    findings = true;
    print(event, Item.Group.untitled().add("skipped", words));
  }

  /// Says that a capture ends early.
  void fault(String sentence) {
    findings = true;
    console.fail(sentence);
  }

  private void print(@Nullable StreamEvent event, Item item) {
    Item.Group whole = Item.Group.untitled();
    if (event != null) {
      whole.add("time", time(event.nanos()));
      whole.add("source", event.stream().source());
      whole.add("destination", event.stream().destination());
    }
    if (json) {
      whole.fields().addAll(fields((Item.Group) item));
      console.out().println(ItemJson.print(whole));
      return;
    }
    if (count > 1) {
      console.out().println();
    }
    if (event != null) {
      console.out().println("# " + time(event.nanos()) + " " + event.stream());
    }
    console.out().print(ItemText.print(item));
  }

  private static java.util.List<Item.Field> fields(Item.Group group) {
    java.util.List<Item.Field> all = new java.util.ArrayList<>(group.fields());
    if (group.title() != null) {
      all.addFirst(
          new Item.Field(group.titleName(), new Item.Word(String.valueOf(group.title())), false));
    }
    return all;
  }

  private static Instant time(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
