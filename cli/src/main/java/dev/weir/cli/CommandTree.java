package dev.weir.cli;

import dev.weir.cli.command.Verbs;
import dev.weir.cli.exit.Ending;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Builds the picocli tree for one command line: the verb it names, or, for the help page and the
/// completion script, all of them.
final class CommandTree {
  private static final int PAGE_WIDTH = 96;

  private final Console console;

  private CommandTree(Console console) {
    this.console = console;
  }

  /// Runs a command line and returns its exit code; every exception has become a sentence.
  static int run(String[] args, Console console, boolean debug) {
    CommandTree tree = new CommandTree(console);
    CommandLine root = tree.grow(args);
    root.setExecutionExceptionHandler((thrown, _, _) -> tree.end(thrown, debug));
    root.setParameterExceptionHandler((mistake, _) -> tree.refuse(mistake, debug));
    return root.execute(args);
  }

  private CommandLine grow(String[] args) {
    IFactory factory = new ConsoleFactory(console);
    CommandLine root = new CommandLine(new Weir(console), factory);
    String first = args.length == 0 ? "" : args[0];
    if (Verbs.names().contains(first)) {
      attach(root, first, factory);
    } else {
      Verbs.names().forEach(verb -> attach(root, verb, factory));
      root.addSubcommand("generate-completion", new GenerateCompletion());
    }
    root.getCommandSpec().usageMessage().footer(footer());
    helpEverywhere(root);
    root.setUsageHelpWidth(PAGE_WIDTH);
    root.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    root.setColorScheme(colours(console.screen().colourOut()));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    return root;
  }

  private void attach(CommandLine root, String verb, IFactory factory) {
    Object command = Verbs.create(verb, console);
    if (command != null) {
      root.addSubcommand(verb, new CommandLine(command, factory));
    }
  }

  private static void helpEverywhere(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    if (!spec.optionsMap().containsKey("--help")) {
      spec.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
    }
    line.getSubcommands().values().forEach(CommandTree::helpEverywhere);
  }

  private static ColorScheme colours(boolean wanted) {
    return CommandLine.Help.defaultColorScheme(wanted ? Ansi.ON : Ansi.OFF);
  }

  private static String[] footer() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("'weir VERB --help' explains a verb. Every command ends with one of:");
    for (ExitCode exit : ExitCode.values()) {
      lines.add(String.format("  %3d  %s", exit.code(), exit.meaning()));
    }
    return lines.toArray(String[]::new);
  }

  private int end(Exception thrown, boolean debug) {
    return end(console, thrown, debug);
  }

  /// Says how it ended, and returns the code.
  static int end(Console console, Throwable thrown, boolean debug) {
    if (debug) {
      thrown.printStackTrace(console.err());
    }
    Ending ending = Ending.of(thrown);
    if (!ending.sentence().isEmpty()) {
      console.fail(ending.sentence());
    }
    return ending.exit().code();
  }

  private int refuse(ParameterException mistake, boolean debug) {
    CommandLine line = mistake.getCommandLine();
    if (mistake.getCause() != null && debug) {
      mistake.printStackTrace(console.err());
    }
    console.fail(Objects.requireNonNullElse(mistake.getMessage(), "the command line is wrong"));
    UnmatchedArgumentException.printSuggestions(mistake, line.getErr());
    console.err().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.UNUSABLE.code();
  }

  /// Makes a verb's own verbs (`zone check`): by a constructor that takes the console, if there is
  /// one.
  private record ConsoleFactory(Console console) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        Class<?>[] parameters = constructor.getParameterTypes();
        if (parameters.length == 1 && parameters[0] == Console.class) {
          constructor.setAccessible(true);
          return type.cast(constructor.newInstance(console));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
