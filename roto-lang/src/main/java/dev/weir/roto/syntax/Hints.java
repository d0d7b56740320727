package dev.weir.roto.syntax;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/// What writers who know other languages may have meant by a token that cannot stand where it does.
final class Hints {
  private final Source source;
  private final TokenStream tokens;

  Hints(Source source, TokenStream tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /// Adds a sentence, and a fix where it is plain, if the mistake is a known one.
  Diagnostic add(Diagnostic diagnostic, Token found, @Nullable ParserRuleContext context) {
    if (diagnostic.fix().isPresent() || !diagnostic.notes().isEmpty()) {
      return diagnostic;
    }
    Span span = diagnostic.primary().span();
    Token before = before(found);
    String previous = before == null ? "" : before.getText();
    Diagnostic written = operators(diagnostic, found, previous, span);
    if (written != diagnostic) {
      return written;
    }
    String loop = missing(context);
    if (!loop.isEmpty()) {
      return diagnostic.note(loop);
    }
    return switch (context) {
      case RotoParser.LetContext _ when previous.equals("mut") && before != null ->
          diagnostic
              .note("every variable can be assigned to; leave `mut` out")
              .fix(new Fix("delete `mut`", source, Spans.of(before), ""));
      case RotoParser.FieldContext _ when found.getType() != RotoParser.COLON ->
          diagnostic.note("a name is followed by its type: `" + previous + ": u32`");
      case RotoParser.ConstantContext _ when found.getType() == RotoParser.ASSIGN ->
          diagnostic.note("a constant names its type: `const " + previous + ": u32 = ..;`");
      case RotoParser.FieldValueContext _ when found.getType() == RotoParser.ASSIGN ->
          diagnostic
              .note("the fields of a record are written `name: value`")
              .fix(new Fix("write `:`", source, span, ":"));
      case RotoParser.ArmContext _ when found.getType() == RotoParser.ARROW ->
          diagnostic
              .note("an arm is written `pattern => value,`")
              .fix(new Fix("write `=>`", source, span, "=>"));
      case RotoParser.ArmContext _ when found.getType() == RotoParser.COLON ->
          diagnostic
              .note("an arm is written `pattern => value,`")
              .fix(new Fix("write `=>`", source, span, " =>"));
      case RotoParser.ImportationContext _ -> importation(diagnostic, found);
      case RotoParser.WhileRestContext _ -> diagnostic;
      case RotoParser.ForRestContext _ when found.getType() == RotoParser.LPAREN ->
          diagnostic.note("a loop over numbers is written `for i in 0..10 { .. }`");
      case null -> diagnostic;
      default -> inItem(diagnostic, found, context);
    };
  }

  /// What to say of a statement that begins with a word that this language does not have.
  private static String missing(@Nullable ParserRuleContext context) {
    ParserRuleContext statement = context;
    while (statement != null && !(statement instanceof RotoParser.StatementContext)) {
      statement = statement.getParent();
    }
    if (statement == null || statement.getStart() == null) {
      return "";
    }
    return switch (statement.getStart().getText()) {
      case "loop" -> "there is no `loop`; write `while true { .. }`";
      case "do" -> "there is no `do`; write `while condition { .. }`";
      case "try" -> "there is no `try`; `value?` hands on what is missing to the caller";
      default -> "";
    };
  }

  private @Nullable Token before(Token found) {
    for (int i = found.getTokenIndex() - 1; i >= 0; i--) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return tokens.get(i);
      }
    }
    return null;
  }

  private Diagnostic operators(Diagnostic diagnostic, Token found, String previous, Span span) {
    String operator = found.getType() == RotoParser.ID ? Words.operator(found.getText()) : null;
    if (operator != null && !operator.equals("!")) {
      return diagnostic
          .note("`" + found.getText() + "` is written `" + operator + "` here")
          .fix(new Fix("write `" + operator + "`", source, span, operator));
    }
    Token before = before(found);
    if (previous.equals("not") && before != null) {
      return diagnostic
          .note("`not` is written `!` here")
          .fix(new Fix("write `!`", source, new Span(before.getStartIndex(), span.start()), "!"));
    }
    boolean doubled =
        previous.equals("+")
            && found.getText().equals("+")
            && before != null
            && before.getStopIndex() + 1 == found.getStartIndex();
    return doubled ? diagnostic.note("there is no `++`; write `a += 1`") : diagnostic;
  }

  private static Diagnostic importation(Diagnostic diagnostic, Token found) {
    if (found.getText().equals("as")) {
      return diagnostic.note("what is imported keeps its name: there is no `as`");
    }
    return found.getText().startsWith("::") || found.getText().startsWith(":")
        ? diagnostic.note("the names of a path have points between them: `pkg.filters.name`")
        : diagnostic;
  }

  private Diagnostic inItem(Diagnostic diagnostic, Token found, ParserRuleContext context) {
    int type = found.getType();
    if (type == RotoParser.LESS && context instanceof RotoParser.ParametersContext) {
      return diagnostic.note("type arguments stand in square brackets: `List[u32]`");
    }
    if (type == RotoParser.COLON && context.getParent() instanceof RotoParser.FunctionContext) {
      return diagnostic
          .note("the type of the result follows `->`")
          .fix(new Fix("write `->`", source, diagnostic.primary().span(), " ->"));
    }
    if (Recovery.beginsItem(type) && isInBody(context) && found.getCharPositionInLine() > 0) {
      return diagnostic.note(
          "items stand at the top of a file; in a function, `let name = |x| ..;` makes a closure");
    }
    if ((type == RotoParser.STRING || type == RotoParser.F_START) && follows(found)) {
      return diagnostic.note("the arguments of a call stand in parentheses: `name(\"text\")`");
    }
    return endsTernary(found)
        ? diagnostic.note("there is no `? :`; write `if a { b } else { c }`")
        : diagnostic;
  }

  private boolean follows(Token found) {
    Token before = before(found);
    return before != null && before.getType() == RotoParser.ID;
  }

  private boolean endsTernary(Token found) {
    Token before = before(found);
    return before != null && before.getType() == RotoParser.QUESTION;
  }

  private static boolean isInBody(ParserRuleContext context) {
    return context instanceof RotoParser.BodyContext
        || context instanceof RotoParser.StatementContext;
  }
}
