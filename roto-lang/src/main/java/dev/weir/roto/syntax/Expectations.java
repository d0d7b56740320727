package dev.weir.roto.syntax;

import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/// What the parser could have gone on with, in words.
final class Expectations {
  private Expectations() {}

  /// At the place where a token that is not there was to be read.
  static String of(Parser parser, int wanted) {
    ParserRuleContext context = parser.getContext();
    if (wanted != Token.INVALID_TYPE) {
      return single(wanted, context);
    }
    return Words.expected(parser.getExpectedTokens());
  }

  /// Where an error was found.
  static String of(Parser parser, RecognitionException error, int wanted) {
    if (error.getCtx() instanceof ParserRuleContext context) {
      if (wanted != Token.INVALID_TYPE) {
        return single(wanted, context);
      }
      String rule = rule(context);
      if (!rule.isEmpty()) {
        return rule;
      }
    }
    IntervalSet expected = error.getExpectedTokens();
    return expected == null ? "something else" : Words.expected(expected);
  }

  private static String rule(ParserRuleContext context) {
    return switch (context) {
      case RotoParser.PrimaryContext _,
          RotoParser.PostfixContext _,
          RotoParser.ExpressionContext _,
          RotoParser.ChainContext _,
          RotoParser.GreedyContext _,
          RotoParser.OperandContext _ ->
          "an expression";
      case RotoParser.PatternContext _, RotoParser.SimplePatternContext _ -> "a pattern";
      case RotoParser.TypeContext _, RotoParser.TypeAtomContext _ -> "a type";
      case RotoParser.TopLevelContext _, RotoParser.FileContext _ -> "an item";
      case RotoParser.SnippetContext _ -> "an item or a statement";
      case RotoParser.ParametersContext _ -> "a parameter or `)`";
      case RotoParser.FunctionContext _ -> "the body of the function";
      case RotoParser.StatementContext _ -> "a statement";
      case RotoParser.SegmentContext _ -> "a name";
      case RotoParser.LiteralContext _, RotoParser.BoundContext _ -> "a literal";
      case RotoParser.ConditionContext _ -> "a condition";
      default -> "";
    };
  }

  /// What a token that begins nothing stands in place of.
  static String ofStray(ParserRuleContext context) {
    return context instanceof RotoParser.TopLevelContext ? "an item" : "a statement";
  }

  private static String single(int wanted, ParserRuleContext context) {
    if (wanted == RotoParser.COMMA) {
      return Words.join(List.of("`,`", closer(context)));
    }
    if (wanted == RotoParser.COLON && context instanceof RotoParser.FieldContext) {
      return "`:` and a type";
    }
    if (wanted == RotoParser.RBRACE && context instanceof RotoParser.ArmsContext) {
      return "a pattern or `}`";
    }
    if (wanted == RotoParser.ID) {
      return switch (context) {
        case RotoParser.FunctionContext _ -> "the name of the function";
        case RotoParser.TestContext _ -> "the name of the test";
        case RotoParser.ConstantContext _ -> "the name of the constant";
        case RotoParser.RecordContext _ -> "the name of the record";
        case RotoParser.EnumerationContext _ -> "the name of the enum";
        default -> "a name";
      };
    }
    return Words.expected(IntervalSet.of(wanted));
  }

  private static String closer(ParserRuleContext context) {
    return switch (context) {
      case RotoParser.ListContext _,
          RotoParser.TypeArgumentsContext _,
          RotoParser.TypeParametersContext _ ->
          "`]`";
      case RotoParser.AnonymousRecordContext _,
          RotoParser.RecordContext _,
          RotoParser.EnumerationContext _,
          RotoParser.ArmContext _,
          RotoParser.PatternFieldsContext _ ->
          "`}`";
      case RotoParser.ClosureContext _ -> "`|`";
      case RotoParser.SuffixContext s when s.RECORD_LBRACE() != null -> "`}`";
      case RotoParser.TypeAtomContext _ -> "`}`";
      default -> "`)`";
    };
  }
}
