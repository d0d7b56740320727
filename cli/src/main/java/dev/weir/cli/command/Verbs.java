package dev.weir.cli.command;

import dev.weir.cli.bgp.BgpCommand;
import dev.weir.cli.bgp.BmpCommand;
import dev.weir.cli.bgp.MrtCommand;
import dev.weir.cli.bgp.PolicyCommand;
import dev.weir.cli.bgp.RibCommand;
import dev.weir.cli.bgp.RpkiCommand;
import dev.weir.cli.render.Console;
import dev.weir.cli.repl.ReplCommand;
import dev.weir.cli.roto.RotoCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of verbs: a name, and the class behind it.
///
/// Only the verb that runs is made, because the classes of the others, and what picocli learns
/// about them by reflection, would cost start-up time; the help page and the completion script make
/// all.
public final class Verbs {
  private static final List<String> NAMES =
      List.of(
          "demo",
          "sign",
          "verify",
          "keygen",
          "key2ds",
          "nsec3-hash",
          "zone",
          "rpki",
          "bgp",
          "bmp",
          "policy",
          "rib",
          "roto",
          "mrt",
          "repl");

  private Verbs() {}

  /// Returns every verb, in the order of the help page.
  public static List<String> names() {
    return NAMES;
  }

  /// Makes the command behind a verb, or returns null if there is none of that name.
  public static @Nullable Object create(String name, Console console) {
    return switch (name) {
      case "demo" -> new DemoCommand(console);
      case "sign" -> new SignCommand(console);
      case "verify" -> new VerifyCommand(console);
      case "keygen" -> new KeygenCommand(console);
      case "key2ds" -> new Key2DsCommand(console);
      case "nsec3-hash" -> new Nsec3HashCommand(console);
      case "zone" -> new ZoneCommand();
      case "rpki" -> new RpkiCommand();
      case "rib" -> new RibCommand();
      case "policy" -> new PolicyCommand();
      case "roto" -> new RotoCommand();
      case "bgp" -> new BgpCommand();
      case "bmp" -> new BmpCommand();
      case "mrt" -> new MrtCommand();
      case "repl" -> new ReplCommand(console);
      default -> null;
    };
  }
}
