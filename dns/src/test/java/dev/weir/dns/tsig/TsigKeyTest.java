package dev.weir.dns.tsig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsigKeyTest {
  @Test
  void readsTheFormOfCommandLines() {
    TsigKey key = TsigKey.parse("hmac-sha512:Key.example:c2VjcmV0");

    assertThat(key).hasToString("hmac-sha512:Key.example.");
    assertThat(key.algorithm()).isEqualTo(TsigAlgorithm.HMAC_SHA512);
    assertThat(key.weak()).isTrue();
    assertThat(TsigKey.parse("k:c2VjcmV0").algorithm()).isEqualTo(TsigAlgorithm.HMAC_SHA256);
    assertThat(TsigKey.parse("HMAC-SHA1-80:k:c2VjcmV0").macOctets()).isEqualTo(10);
    assertThat(TsigKey.parse("hmac-sha256-128:k:c2VjcmV0").macOctets()).isEqualTo(16);
  }

  @Test
  void readsAndPrintsKeyClauses() {
    List<TsigKey> keys =
        TsigKeyFile.parse(
            """
            # made for two peers
            key "one.example." {
              algorithm hmac-sha256;  // the usual
              secret "c2Vj cmV0";
            };
            /* the
               old one */
            key two{secret c2VjcmV0;algorithm hmac-md5.sig-alg.reg.int;};
            """);

    assertThat(keys).hasToString("[hmac-sha256:one.example., hmac-md5:two.]");
    assertThat(keys.getFirst().print())
        .isEqualTo(
            "key \"one.example.\" {\n\talgorithm hmac-sha256;\n\tsecret \"c2VjcmV0\";\n};\n");
    assertThat(TsigKeyFile.parse(keys.get(1).print()).getFirst().name())
        .isEqualTo(Name.parse("two."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "k",
        "a:b:c:d",
        "hmac-sha3:k:c2VjcmV0",
        "hmac-sha256-120:k:c2VjcmV0",
        "hmac-sha256-129:k:c2VjcmV0",
        "hmac-sha1-72:k:c2VjcmV0",
        "hmac-sha256:k:***",
        "hmac-sha256:k:",
        "hmac-sha256:a..b:c2VjcmV0",
      })
  void refusesWhatIsNoKey(String text) {
    assertThatThrownBy(() -> TsigKey.parse(text)).isInstanceOf(MalformedText.class);
  }

  @Test
  void doesNotRepeatTheSecret() {
    assertThatThrownBy(() -> TsigKey.parse("hmac-sha256:k:s3cr3t!"))
        .hasMessageContaining("key k.")
        .hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zone \"a\" {};",
        "key \"a\" { algorithm hmac-sha256; };",
        "key \"a\" { secret \"c2VjcmV0\"; };",
        "key \"a\" { algorithm hmac-sha256; secret \"c2VjcmV0\" };",
        "key \"a\" { algorithm hmac-sha256; secret \"c2VjcmV0\"; }",
        "key \"a\" { algorithm hmac-sha256;",
        "key \"a { algorithm hmac-sha256;",
        "/* key",
        "key \"a\" { class IN; };",
      })
  void refusesWhatIsNoKeyClause(String text) {
    assertThatThrownBy(() -> TsigKeyFile.parse(text))
        .isInstanceOf(MalformedText.class)
        .hasMessageStartingWith("line 1: ");
  }

  @Test
  void namesTheLineOfAFault() {
    assertThatThrownBy(() -> TsigKeyFile.parse("# one\nkey a {\n  algorithm md4;\n};\n"))
        .hasMessageStartingWith("line 4: ");
  }
}
