package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoLexer;
import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Text to syntax tree.
///
/// Nothing here throws for any text: what cannot be read is reported and left out of the tree. The
/// tree is at most [#DEEPEST] levels of brackets, prefixes and suffixes deep, which is checked on
/// the tokens before the parser starts, so that no later stage needs more stack than a thread has.
/// Time and memory are linear in the length of the text; a text of more than [#LONGEST] `char`s or
/// [#MOST_TOKENS] tokens is refused.
public final class Parser {
  /// How deep brackets, prefixes and suffixes may be nested.
  public static final int DEEPEST = 256;

  /// The most `char`s of a text.
  public static final int LONGEST = 16 << 20;

  /// The most tokens of a text.
  public static final int MOST_TOKENS = 1 << 20;

  private Parser() {}

  /// Reads a file.
  public static Parsed parse(Source source) {
    Findings findings = new Findings(source);
    Span all = new Span(0, source.text().length());
    RotoParser parser = parser(findings, false);
    List<Ast.Item> items = List.of();
    if (parser != null) {
      items = new ItemBuilder(findings, parser).items(parser.file());
    }
    return new Parsed(new Ast.File(source, all, items), findings.sorted());
  }

  /// Reads what was typed at a prompt: items and statements in any order.
  public static ParsedSnippet snippet(Source source) {
    Findings findings = new Findings(source);
    Span all = new Span(0, source.text().length());
    RotoParser parser = parser(findings, true);
    if (parser == null) {
      Ast.Block none = new Ast.Block(all, List.of(), null);
      return new ParsedSnippet(List.of(), none, findings.sorted(), findings.incomplete());
    }
    return new ItemBuilder(findings, parser).snippet(parser.snippet(), all);
  }

  /// Reads a type that stands alone.
  public static ParsedType type(Source source) {
    Findings findings = new Findings(source);
    RotoParser parser = parser(findings, false);
    if (parser == null) {
      return new ParsedType(
          new Ast.BadType(new Span(0, source.text().length())), findings.sorted());
    }
    RotoParser.TypeOnlyContext context = parser.typeOnly();
    Ast.TypeExpression type =
        context.exception == null
            ? new TypeBuilder(findings).type(context.type())
            : new Ast.BadType(new Span(0, source.text().length()));
    return new ParsedType(type, findings.sorted());
  }

  /// The tokens of a text with their comments, for tools that keep them; empty if it is too large.
  static List<Token> tokens(Source source) {
    CommonTokenStream stream = read(new Findings(source));
    return stream == null ? List.of() : stream.getTokens();
  }

  private static @Nullable RotoParser parser(Findings findings, boolean snippet) {
    CommonTokenStream tokens = read(findings);
    if (tokens == null) {
      return null;
    }
    TokenMarks.mark(findings, tokens.getTokens());
    if (!Nesting.check(findings, tokens.getTokens())) {
      return null;
    }
    RotoParser parser = new RotoParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new Recovery(findings, snippet));
    return parser;
  }

  private static @Nullable CommonTokenStream read(Findings findings) {
    Source source = findings.source();
    if (source.text().length() > LONGEST) {
      findings.add(
          findings.of(
              Code.TOO_LARGE,
              "a text has at most " + LONGEST + " characters",
              new Span(0, 0),
              "this one has " + source.text().length()));
      return null;
    }
    RotoLexer lexer = new RotoLexer(new SourceStream(source.name(), source.text()));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new BoundedTokens(lexer);
    tokens.fill();
    if (tokens.size() > MOST_TOKENS) {
      Span last = Spans.of(tokens.get(MOST_TOKENS));
      findings.add(
          findings.of(
              Code.TOO_LARGE,
              "a text has at most " + MOST_TOKENS + " words",
              last,
              "one too many"));
      return null;
    }
    return tokens;
  }

  /// Stops reading where a text has too many tokens.
  private static final class BoundedTokens extends CommonTokenStream {
    BoundedTokens(RotoLexer lexer) {
      super(lexer);
    }

    @Override
    protected int fetch(int count) {
      return tokens.size() > MOST_TOKENS ? 0 : super.fetch(count);
    }
  }
}
