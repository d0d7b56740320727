package dev.weir.cli.roto;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.type.Type;
import org.jspecify.annotations.Nullable;

/// Reads words of a command line as values of Roto types: each word is compiled as the body of a
/// function of its own, whose result is the value.
final class ArgumentReader {
  private final Runtime runtime;

  ArgumentReader(Runtime runtime) {
    this.runtime = runtime;
  }

  /// The value of a word for a parameter, in its boxed form.
  ///
  /// @throws CommandFailure if the word is no value of the type
  @Nullable Object read(Type.Field parameter, String word) {
    Type type = parameter.type();
    if (type == Type.Scalar.STRING && !(word.startsWith("\"") && word.length() > 1)) {
      return word;
    }
    if (type == Type.Scalar.CHAR && word.codePointCount(0, word.length()) == 1) {
      return word.codePointAt(0);
    }
    if (type.toString().contains("pkg.")) {
      throw CommandFailure.unusable(
          "the parameter "
              + parameter
              + " is of a type of the script: only values of built-in"
              + " types can be given on the command line");
    }
    String text = "fn argument() -> " + type + " {\n" + word + "\n}\n";
    Compilation compilation = runtime.compile(SourceTree.of("<argument>", text));
    try {
      return switch (compilation) {
        case Compilation.Compiled(var compiled, _) -> compiled.call("argument");
        case Compilation.Rejected(var diagnostics) ->
            throw refused(parameter, word, diagnostics.getFirst());
      };
    } catch (ScriptException stopped) {
      throw CommandFailure.unusable(
          "`" + word + "` is no value for " + parameter + ": " + stopped.getMessage());
    }
  }

  private static CommandFailure refused(Type.Field parameter, String word, Diagnostic why) {
    return CommandFailure.unusable(
        "`" + word + "` is no value for " + parameter + ": " + why.message());
  }
}
