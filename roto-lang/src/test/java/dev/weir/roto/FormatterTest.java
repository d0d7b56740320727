package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.AstPrinter;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.tool.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatterTest {
  private static String format(String text) {
    return Formatter.format(new Source("case", text)).orElseThrow();
  }

  @Test
  void setsBlanksAndIndentation() {
    assertThat(
            format(
                "fn  f( x:u32 ,y : u32? )->u32{ // why\n"
                    + "let a=x*- 2+g( y )[ 0 ] ;\n\n\nif a>1&&! b{\nreturn 10.0.0.0 / 8;\n}\n"
                    + "xs.map( | a |a+1 )\n .len( )\n}"))
        .isEqualTo(
            """
            fn f(x: u32, y: u32?) -> u32 { // why
                let a = x * -2 + g(y)[0];

                if a > 1 && !b {
                    return 10.0.0.0/8;
                }
                xs.map(|a| a + 1)
                    .len()
            }
            """);
  }

  @Test
  void isEmptyForWhatDoesNotParse() {
    assertThat(Formatter.format(new Source("case", "fn f( {"))).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void keepsTheTreeAndIsDoneAfterOnce() throws IOException {
    String file = System.getProperty("conformance.roto");
    assumeTrue(file != null, "conformance cases not given: -Dconformance.roto=FILE");
    for (String line : Files.readAllLines(Path.of(file))) {
      Map<String, Object> each = (Map<String, Object>) Json.parse(line);
      if (!(each.get("script") instanceof String script)) {
        continue;
      }
      Source source = new Source("case", script);
      if (Parser.parse(source).succeeded()) {
        String once = format(script);
        assertThat(AstPrinter.print(Parser.parse(new Source("case", once)).file(), null))
            .isEqualTo(AstPrinter.print(Parser.parse(source).file(), null));
        assertThat(format(once)).isEqualTo(once);
      }
    }
  }
}
