package dev.weir.roto.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Where nodes stand: each spans the text that it was made of.
class SpansTest {
  private static List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (String file : List.of("syntax", "types", "arithmetic")) {
      String name = "/dev/weir/roto/cases/" + file + ".cases";
      try (InputStream in = SpansTest.class.getResourceAsStream(name)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String[] pieces = text.split("(?m)^=== .*\\n", -1);
        scripts.addAll(List.of(pieces).subList(1, pieces.length));
      }
    }
    return scripts;
  }

  /// Visits each node with its children in order.
  private static void walk(Ast node, BiConsumer<Ast, Ast> edge) {
    try {
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        Object value = component.getAccessor().invoke(node);
        List<?> parts =
            value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object part : parts) {
          if (part instanceof Ast child) {
            edge.accept(node, child);
            walk(child, edge);
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(String script, Class<?> kind) {
    Source source = new Source("t", script);
    Parsed parsed = Parser.parse(source);
    assertThat(parsed.diagnostics()).isEmpty();
    List<String> texts = new ArrayList<>();
    walk(
        parsed.file(),
        (_, child) -> {
          if (kind.isInstance(child)) {
            texts.add(source.text(child.span()));
          }
        });
    return texts;
  }

  @Test
  void childrenLieInsideTheirParents() throws IOException {
    for (String script : scripts()) {
      Ast.File file = Parser.parse(new Source("t", script)).file();
      walk(
          file,
          (parent, child) -> {
            Span outer = parent.span();
            Span inner = child.span();
            // a link has the span of its operator alone
            boolean within = outer.start() <= inner.start() && inner.end() <= outer.end();
            assertThat(parent instanceof Ast.Link || within)
                .as("%s in %s of\n%s", child, parent, script)
                .isTrue();
          });
    }
  }

  @Test
  void noNodeBeginsOrEndsWithWhiteSpace() throws IOException {
    for (String script : scripts()) {
      Source source = new Source("t", script);
      Parsed parsed = Parser.parse(source);
      if (!parsed.succeeded()) {
        continue;
      }
      walk(
          parsed.file(),
          (_, child) -> {
            String text = source.text(child.span());
            if (!(child instanceof Ast.FStringText)) {
              assertThat(text).isEqualTo(text.strip());
            }
          });
    }
  }

  @Test
  void expressionsSpanWhatWasWritten() {
    String script = "fn f() { let a = ((b + c)) * d.e(1)[2]? - -x; }";
    assertThat(texts(script, Ast.Chain.class))
        .containsExactly("((b + c)) * d.e(1)[2]? - -x", "((b + c)) * d.e(1)[2]?", "b + c");
    assertThat(texts(script, Ast.Try.class)).containsExactly("d.e(1)[2]?");
    assertThat(texts(script, Ast.Index.class)).containsExactly("d.e(1)[2]");
    assertThat(texts(script, Ast.Call.class)).containsExactly("d.e(1)");
    assertThat(texts(script, Ast.Unary.class)).containsExactly("-x");
    assertThat(texts(script, Ast.Let.class))
        .containsExactly(script.substring(9, script.length() - 2));
    assertThat(texts("fn f() { (a).b((c)); }", Ast.Call.class)).containsExactly("(a).b((c))");
  }

  @Test
  void controlFlowSpansFromItsWordToItsBrace() {
    String script =
        "fn f() { if a { b } else if c { d } else { e } x = match y { Z => { 1 } w if v => 2 }; }";
    assertThat(texts(script, Ast.If.class))
        .containsExactly("if a { b } else if c { d } else { e }");
    assertThat(texts(script, Ast.Branch.class)).containsExactly("a { b }", "c { d }");
    assertThat(texts(script, Ast.Match.class))
        .containsExactly("match y { Z => { 1 } w if v => 2 }");
    assertThat(texts(script, Ast.Assignment.class))
        .containsExactly("x = match y { Z => { 1 } w if v => 2 }");
    assertThat(texts("fn f() { |a: u32| a; return b; }", Ast.Closure.class))
        .containsExactly("|a: u32| a");
    assertThat(texts("fn f() { while a {} for b in c {} }", Ast.Statement.class))
        .containsExactly("while a {}");
  }

  @Test
  void itemsSpanTheirTextWithoutTheirDocumentation() {
    String script = "/// d\nfn f[T](a: u32?, b: List[T]) -> {x: u8} { a }\nenum E { A(u8), B }\n";
    assertThat(texts(script, Ast.Item.class))
        .containsExactly("fn f[T](a: u32?, b: List[T]) -> {x: u8} { a }", "enum E { A(u8), B }");
    assertThat(texts(script, Ast.Parameter.class))
        .containsExactly("a: u32?", "b: List[T]", "x: u8");
    assertThat(texts(script, Ast.TypeExpression.class))
        .containsExactly("u32?", "u32", "List[T]", "T", "{x: u8}", "u8", "u8");
    assertThat(texts(script, Ast.Variant.class)).containsExactly("A(u8)", "B");
  }

  @Test
  void partsOfFStringsSpanTheirBraces() {
    assertThat(texts("fn f() { f\"é {a:>4} b{{c\" }", Ast.FStringPart.class))
        .containsExactly("é ", "{a:>4}", " b{{c");
  }
}
