package dev.weir.cli.repl;

import dev.weir.bgp.filter.RouteTable;
import dev.weir.cli.bgp.RouteReading;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Colour;
import dev.weir.cli.roto.ScriptFailure;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.roto.emit.EmitOptions;
import dev.weir.roto.emit.Emitter;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.ValuePrinter;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.DiagnosticPrinter;
import dev.weir.roto.source.Source;
import dev.weir.roto.store.Sources;
import dev.weir.roto.tool.Binding;
import dev.weir.roto.tool.Completion;
import dev.weir.roto.tool.Completions;
import dev.weir.roto.tool.Reply;
import dev.weir.roto.tool.Session;
import dev.weir.roto.type.Type;
import dev.weir.signer.review.ReviewZone;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Answers inputs: text of the language goes to the session, a word behind a colon is a command.
///
/// Knows neither terminal nor streams, so that a test can talk to it.
final class Dialogue {
  /// The commands, as completion offers them.
  static final List<String> COMMANDS =
      List.of(
          ":bytecode",
          ":doc",
          ":env",
          ":help",
          ":load",
          ":quit",
          ":reload",
          ":table",
          ":time",
          ":type",
          ":zone");

  private static final String HELP =
      """
      Enter an expression, a statement, or an item (fn, filter, record, enum, const, test, import).
      Variables made with let stay; a later item takes the place of an earlier one of its name.

        :type EXPRESSION      the type, without evaluating it
        :doc NAME             what is known of a function, type or method: :doc String.split
        :load PATH            take in the items of a script or package
        :reload               load again what was loaded
        :table FILE...        load the routes of MRT archives as the variable `table`
        :zone FILE [NAME]     load a zone file as the variable `zone`, or NAME
        :time EXPRESSION      evaluate, and say how long that took
        :bytecode FUNCTION    the JVM instructions of a function
        :env                  items and variables
        :quit                 end; so does Ctrl-D

      TAB completes, also behind a point. Ctrl-C stops what runs, or clears the line.\
      """;

  private final Session session;
  private final Consumer<String> out;
  private final Consumer<String> err;
  private final boolean colour;
  private final Set<String> loaded = new LinkedHashSet<>();
  private int inputs;
  private boolean over;

  /// Begins to talk.
  ///
  /// @param out takes values and answers, a line or more at a time
  /// @param err takes errors and warnings
  Dialogue(Session session, Consumer<String> out, Consumer<String> err, boolean colour) {
    this.session = session;
    this.out = out;
    this.err = err;
    this.colour = colour;
  }

  /// What completion asks.
  Session session() {
    return session;
  }

  /// Whether `:quit` has been said.
  boolean isOver() {
    return over;
  }

  /// Whether more lines would make an input whole. Commands are whole.
  static boolean isIncomplete(String input) {
    return !input.isBlank() && !isCommand(input) && Session.isIncomplete(input);
  }

  /// A single colon begins a command; `::1` is an address.
  private static boolean isCommand(String input) {
    String text = input.strip();
    return text.startsWith(":") && !text.startsWith("::");
  }

  /// Answers an input; says whether it went well.
  boolean answer(String input) {
    String text = input.strip();
    if (text.isEmpty()) {
      return true;
    }
    if (isCommand(text)) {
      int blank = text.indexOf(' ');
      String command = blank < 0 ? text : text.substring(0, blank);
      return command(command, blank < 0 ? "" : text.substring(blank).strip());
    }
    return show(session.evaluate(source(input)));
  }

  private Source source(String text) {
    inputs++;
    return new Source("<prompt:" + inputs + ">", text);
  }

  private boolean command(String command, String argument) {
    return switch (command) {
      case ":q", ":quit", ":exit" -> {
        over = true;
        yield true;
      }
      case ":h", ":help", ":?" -> say(HELP);
      case ":t", ":type" -> type(argument);
      case ":d", ":doc" -> doc(argument);
      case ":l", ":load" -> load(argument);
      case ":r", ":reload" -> reload();
      case ":time" -> time(argument);
      case ":table" -> table(argument);
      case ":zone" -> zone(argument);
      case ":env" -> env();
      case ":bytecode" -> bytecode(argument);
      default -> fail("there is no command " + command + "; :help lists them");
    };
  }

  private boolean say(String text) {
    out.accept(text);
    return true;
  }

  private boolean fail(String text) {
    err.accept(paint(Colour.RED, text));
    return false;
  }

  private String paint(Colour one, String text) {
    return colour ? one.paint(text) : text;
  }

  private boolean show(Reply reply) {
    return switch (reply) {
      case Reply.Refused(var diagnostics) -> {
        diagnostics.forEach(this::print);
        yield false;
      }
      case Reply.Stopped(var reason, var frames) -> {
        err.accept(ScriptFailure.render(reason, frames, colour));
        yield false;
      }
      case Reply.Done done -> {
        done.warnings().forEach(this::print);
        for (String name : done.dropped()) {
          out.accept(paint(Colour.FAINT, name + " was of a type that has changed, and is gone"));
        }
        if (!done.defined().isEmpty()) {
          out.accept(paint(Colour.FAINT, "defined " + String.join(", ", done.defined())));
        }
        if (done.type() != Type.Scalar.UNIT && done.type() != Type.Scalar.NEVER) {
          out.accept(value(done.type(), done.value()));
        }
        yield true;
      }
    };
  }

  private String value(Type type, @Nullable Object value) {
    String text = ValuePrinter.print(session.runtime().library(), type, value);
    return text + paint(Colour.FAINT, ": " + type);
  }

  private void print(Diagnostic diagnostic) {
    err.accept(DiagnosticPrinter.render(diagnostic, colour).strip());
  }

  private boolean type(String expression) {
    if (expression.isEmpty()) {
      return fail("say :type EXPRESSION");
    }
    return switch (session.inspect(source(expression))) {
      case Reply.Done done -> say(done.type().toString());
      case Reply other -> show(other);
    };
  }

  private boolean doc(String name) {
    if (name.isEmpty()) {
      return fail("say :doc NAME, such as :doc String.split");
    }
    Completion found = Completions.describe(session, name);
    if (found == null) {
      return fail("there is no " + name);
    }
    String head = paint(Colour.BOLD, found.name()) + "\n  " + found.detail();
    return say(found.documentation().isBlank() ? head : head + "\n\n" + found.documentation());
  }

  private boolean load(String path) {
    if (path.isEmpty()) {
      return fail("say :load PATH, a script or the directory of a package");
    }
    Sources.Reading reading = Sources.read(Path.of(path));
    if (reading.tree() == null) {
      reading.diagnostics().forEach(this::print);
      return false;
    }
    loaded.add(path);
    return show(session.load(path, reading.tree()));
  }

  private boolean reload() {
    if (loaded.isEmpty()) {
      return fail("nothing has been loaded; say :load PATH first");
    }
    boolean good = true;
    for (String path : List.copyOf(loaded)) {
      good &= load(path);
    }
    return good;
  }

  private boolean zone(String argument) {
    String[] words = argument.split("\\s+");
    if (argument.isEmpty() || words.length > 2) {
      return fail("say :zone FILE, or :zone FILE NAME for another variable than `zone`");
    }
    String name = words.length == 2 ? words[1] : "zone";
    if (!Session.isVariable(name)) {
      return fail("`" + name + "` cannot be the name of a variable");
    }
    try (Workers workers = Workers.of(java.lang.Runtime.getRuntime().availableProcessors())) {
      LoadedZone loaded = ZoneFiles.load(Path.of(words[0]), LoadOptions.of(null), workers);
      loaded.diagnostics().kept().forEach(one -> err.accept(one.render()));
      Zone zone = loaded.zone();
      if (zone == null) {
        return fail(words[0] + ": the zone was not loaded");
      }
      session.bind(name, "Zone", new ReviewZone(zone));
      return say(name + ": " + zone);
    } catch (IOException | InvalidPathException unreadable) {
      return fail(words[0] + ": " + unreadable.getMessage());
    }
  }

  private boolean table(String argument) {
    if (argument.isEmpty()) {
      return fail("say :table FILE.., MRT archives");
    }
    try {
      RouteTable table = RouteReading.table(List.of(argument.split("\\s+")), err);
      session.bind("table", "Table", table);
      return say("table: " + table);
    } catch (CommandFailure | IOException | InvalidPathException unreadable) {
      return fail(String.valueOf(unreadable.getMessage()));
    }
  }

  private boolean time(String input) {
    if (input.isEmpty()) {
      return fail("say :time EXPRESSION");
    }
    long start = System.nanoTime();
    boolean good = show(session.evaluate(source(input)));
    double all = (System.nanoTime() - start) / 1e6;
    double ran = session.nanoseconds() / 1e6;
    String times = String.format(Locale.ROOT, "%.3f ms running, %.3f ms in all", ran, all);
    out.accept(paint(Colour.FAINT, times));
    return good;
  }

  private boolean env() {
    session.declarations().values().forEach(out);
    for (Binding one : session.bindings()) {
      out.accept("let " + one.name() + " = " + value(one.type(), one.value()));
    }
    return true;
  }

  private boolean bytecode(String name) {
    if (name.isEmpty()) {
      return fail("say :bytecode FUNCTION");
    }
    CompiledPackage compiled = session.compiled();
    String path = name.startsWith("pkg.") ? name : "pkg." + name;
    Optional<String> text =
        compiled == null
            ? Optional.empty()
            : Emitter.disassemble(
                compiled.program(), session.runtime().library(), EmitOptions.USUAL, path);
    return text.isEmpty() ? fail("there is no compiled function " + name) : say(text.get());
  }
}
