package dev.weir.cli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class JsonTest {
  private final StringBuilder text = new StringBuilder();
  private final Json json = new Json(text);

  @Test
  void writesNestedValues() {
    json.object().field("zone", "example.").field("records", 3L).field("sound", true);
    json.field("rate", 0.5).field("none", (String) null).array("findings");
    json.object().field("rule", "ring").end().value("two").value(3L).array().end();
    json.end().object("empty").end().end().newline();
    assertThat(text)
        .hasToString(
            "{\"zone\":\"example.\",\"records\":3,\"sound\":true,\"rate\":0.5,\"none\":null,"
                + "\"findings\":[{\"rule\":\"ring\"},\"two\",3,[]],\"empty\":{}}\n");
  }

  @Test
  void escapesWhatJsonCannotHold() {
    json.value("\"\\\n\t\r\u0001\u007f\ud800\u00e9");
    assertThat(text).hasToString("\"\\\"\\\\\\n\\t\\r\\u0001\\u007f\\ud800\u00e9\"");
  }

  @Test
  void hasNoNumberForInfinity() {
    json.array().value(Double.NaN).value(Double.POSITIVE_INFINITY).end();
    assertThat(text).hasToString("[null,null]");
  }

  @Test
  void writesOneDocumentPerLine() {
    json.value(1L).newline().value(2L).newline();
    assertThat(text).hasToString("1\n2\n");
  }

  @Test
  void refusesToBreakTheGrammar() {
    assertThatIllegalStateException().isThrownBy(json::end);
    assertThatIllegalStateException().isThrownBy(() -> json.name("a"));
    json.object();
    assertThatIllegalStateException().isThrownBy(() -> json.value(1L));
    assertThatIllegalStateException().isThrownBy(json::newline);
    json.name("a");
    assertThatIllegalStateException().isThrownBy(json::end);
    json.value(1L).end();
    assertThatIllegalStateException().isThrownBy(() -> json.value(2L));
  }
}
