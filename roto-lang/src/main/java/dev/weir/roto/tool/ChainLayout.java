package dev.weir.roto.tool;

import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tool.ListLayout.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How operators and suffixes in a row are set.
///
/// A chain of operators that does not fit has each operator on a new line. A chain of at least two
/// method calls that does not fit has each method on a new line, unless only the brackets of the
/// last call need several lines.
final class ChainLayout {
  private final ScriptWords words;
  private final ListLayout lists;
  private final ExpressionLayout expressions;

  ChainLayout(ScriptWords words, ExpressionLayout expressions) {
    this.words = words;
    this.lists = new ListLayout(words);
    this.expressions = expressions;
  }

  // ---- operators --------------------------------------------------------------------------------

  /// Operators of one level.
  Layout operators(Ast.Chain chain) {
    return Layout.group(links(chain));
  }

  /// The same without a group of its own.
  Layout links(Ast.Chain chain) {
    Layout first = expressions.expression(chain.first());
    List<Layout> parts = new ArrayList<>();
    boolean address = chain.first() instanceof Ast.AddressLiteral;
    for (Ast.Link link : chain.links()) {
      Layout symbol = words.take(link.operator().symbol());
      Layout operand = expressions.expression(link.operand());
      boolean prefix =
          address
              && link.operator() == Ast.BinaryOperator.DIVIDE
              && link.operand() instanceof Ast.IntegerLiteral;
      parts.add(
          prefix
              ? Layout.of(symbol, operand)
              : Layout.of(Layout.SPACE, symbol, Layout.BLANK, operand));
      address = false;
    }
    return Layout.of(first, Layout.indented(Layout.of(parts)));
  }

  // ---- suffixes ---------------------------------------------------------------------------------

  /// A member, call, index or `?` with all that is before it.
  Layout suffixes(Ast.Expression expression) {
    List<Ast.Expression> chain = new ArrayList<>();
    Ast.Expression root = expression;
    for (Ast.Expression next = target(root); next != null; next = target(root)) {
      if (!chain.isEmpty() && !isJoined(root)) {
        break;
      }
      chain.addFirst(root);
      root = next;
    }
    int methods = 0;
    for (int i = 1; i < chain.size(); i++) {
      methods += isMethod(chain, i - 1) ? 1 : 0;
    }
    Layout first = expressions.expression(root);
    boolean attached = isShort(root);
    List<Layout> head = new ArrayList<>(List.of(first));
    List<Layout> links = new ArrayList<>();
    List<Layout> link = head;
    for (int i = 0; i < chain.size(); i++) {
      if (isMethod(chain, i) && methods > 1 && !(attached && i == 0)) {
        if (link != head) {
          links.add(Layout.of(link));
        }
        link = new ArrayList<>();
      }
      link.add(suffix(chain.get(i)));
    }
    if (link == head) {
      return Layout.of(head);
    }
    links.add(Layout.of(link));
    return broken(Layout.of(head), links);
  }

  /// Whether an expression that is a target is not in parentheses: then it goes on with the chain.
  private boolean isJoined(Ast.Expression target) {
    return words.position() == target.span().start();
  }

  private static Layout broken(Layout head, List<Layout> links) {
    List<Layout> apart = new ArrayList<>();
    for (Layout link : links) {
      apart.add(Layout.SOFT);
      apart.add(link);
    }
    Layout each = Layout.group(head, Layout.indented(Layout.of(apart)));
    Layout last = links.getLast();
    Layout before = Layout.of(head, Layout.of(links.subList(0, links.size() - 1)));
    if (last.width() < Layout.NEVER || before.width() >= Layout.NEVER) {
      return each;
    }
    return new Layout.Either(Layout.of(new Layout.Flat(before), last), each);
  }

  private static Ast.@Nullable Expression target(Ast.Expression expression) {
    return switch (expression) {
      case Ast.Member member -> member.target();
      case Ast.Call call -> call.callee();
      case Ast.Index index -> index.target();
      case Ast.Try attempt -> attempt.operand();
      default -> null;
    };
  }

  private static boolean isMethod(List<Ast.Expression> chain, int index) {
    return chain.get(index) instanceof Ast.Member
        && index + 1 < chain.size()
        && chain.get(index + 1) instanceof Ast.Call;
  }

  /// Whether a name is a type or module, or so short that its first method may stand beside it.
  private static boolean isShort(Ast.Expression root) {
    return root instanceof Ast.Name(_, var name)
        && (name.length() <= 4 || Character.isUpperCase(name.codePointAt(0)));
  }

  private Layout suffix(Ast.Expression suffix) {
    return switch (suffix) {
      case Ast.Member _ -> Layout.of(words.take("."), words.take());
      case Ast.Call call -> arguments(call.arguments());
      case Ast.Index index -> {
        Layout open = words.take("[");
        Layout inner = expressions.expression(index.index());
        Layout last = lists.lastComments();
        yield Layout.group(
            open, Layout.indented(Layout.SOFT, inner, last), Layout.SOFT, words.take("]"));
      }
      default -> words.take("?");
    };
  }

  /// The arguments of a call. A last one that has brackets of its own, such as a closure with a
  /// block, need not stand on a new line.
  private Layout arguments(List<Ast.Expression> arguments) {
    List<Layout> each = new ArrayList<>();
    boolean[] comments = new boolean[1];
    Layout listed =
        lists.list(
            arguments,
            argument -> {
              comments[0] |= words.hasComments();
              Layout layout = expressions.expression(argument);
              comments[0] |= words.hasComments();
              each.add(layout);
              return layout;
            },
            Style.TIGHT);
    if (arguments.isEmpty()
        || comments[0]
        || lists.hadLastComments()
        || !each.getLast().breaks()
        || !ExpressionLayout.isEnclosed(arguments.getLast())
        || arguments.size() > 1 && !(arguments.getLast() instanceof Ast.Closure)) {
      return listed;
    }
    List<Layout> before = new ArrayList<>();
    before.add(Layout.text("("));
    for (int i = 0; i < each.size() - 1; i++) {
      before.add(each.get(i));
      before.add(Layout.text(", "));
    }
    return new Layout.Either(
        Layout.of(new Layout.Flat(Layout.of(before)), each.getLast(), Layout.text(")")), listed);
  }
}
