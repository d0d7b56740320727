package dev.weir.signer.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.name.Name;
import dev.weir.signer.KeyFault;
import dev.weir.signer.engine.Engines;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTextTest {
  static Stream<SigningKey> keys() {
    Stream<SigningKey> made =
        Stream.of(SigningAlgorithm.values())
            .filter(SigningAlgorithm::signs)
            .map(algorithm -> TestKeys.made(algorithm, KeyRole.ZSK, 48));
    return Stream.concat(TestKeys.PAIRS.stream().map(TestKeys::pair), made);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void readsBackThePairItPrinted(SigningKey key) {
    KeyTimes times = KeyTimes.from("20261121000000");

    KeyFileText.PublicFile file =
        KeyFileText.read(KeyFileText.print(key.zone(), key.publicKey(), times));
    PrivateKeyText.PrivateFile secret =
        PrivateKeyText.read(PrivateKeyText.print(key, times), file.key());

    assertThat(file.key()).isEqualTo(key.publicKey());
    assertThat(file.owner()).isEqualTo(key.zone());
    assertThat(secret.times()).isEqualTo(times);
    assertSameSecret(new SigningKey(file.owner(), file.key(), secret.material()), key);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void readsBackThePemItPrinted(SigningKey key) {
    PlainKey plain = PemText.read("some words before\n" + PemText.print(key));

    assertSameSecret(plain.of(key.zone(), key.publicKey()), key);
  }

  @ParameterizedTest
  @EnumSource(names = {"RSASHA256", "ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void computesThePublicHalfOfAPlainKey(SigningAlgorithm algorithm) {
    SigningKey key = TestKeys.made(algorithm, KeyRole.KSK, 46);

    SigningKey again = PemText.read(PemText.print(key)).of(key.zone(), 257, Engines.publicHalf());

    assertThat(again.publicKey()).isEqualTo(key.publicKey());
  }

  private static void assertSameSecret(SigningKey read, SigningKey written) {
    assertThat(KeyInfo.encode(read)).isEqualTo(KeyInfo.encode(written));
  }

  @Test
  void readsTheOlderFormsOfOpenSsl() {
    String p256 =
        """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIFN+0LaFrt226rb1E/YR+4wQfZg4NolygICc76qQ3958oAoGCCqGSM49
        AwEHoUQDQgAEp+zKzRaMG8nvWiORNi/ZAcejw/xypQ6LefkPUoIyNMNY1CqdK9YO
        yLPScjRilfSf0RjQMXnevVo2+evQxovVhA==
        -----END EC PRIVATE KEY-----
        """;
    String p384 =
        """
        -----BEGIN EC PARAMETERS-----
        BgUrgQQAIg==
        -----END EC PARAMETERS-----
        -----BEGIN EC PRIVATE KEY-----
        MIGkAgEBBDD5C4ynA/QJyJ4UTyLM2bqlSQkDrbJo6KQxS9nvmF91mHo3vzZgYZka
        7Pl0ENUThIygBwYFK4EEACKhZANiAAQhCiZKe+XURJi9WGH0GhQolfGmfl4L6N8V
        wiKALaEonoOsTF0E2wjwIHI/W+TSA11dTgw407QeHo7wAOGOagEnusF1Fbvbpluh
        INm45HslBDK5akBV1DcBaAM4IX4600Y=
        -----END EC PRIVATE KEY-----
        """;

    assertThat(PemText.read(p256).of(Name.ROOT, 256, Engines.publicHalf()).publicKey().toString())
        .isEqualTo(
            "256 3 13"
                + " p+zKzRaMG8nvWiORNi/ZAcejw/xypQ6LefkPUoIyNMNY1CqdK9YOyLPScjRilfSf0RjQMXnevVo2+evQxovVhA==");
    assertThat(PemText.read(p384).of(Name.ROOT, 257, Engines.publicHalf()).publicKey().toString())
        .startsWith("257 3 14 IQomSnvl1ESYvVhh9BoUKJXxpn5eC+jfFcIigC2hKJ6DrExdBNsI8CByP1vk0gNd");
  }

  @Test
  void saysWhatIsWrongWithAPem() {
    String other =
        """
        -----BEGIN EC PRIVATE KEY-----
        MHQCAQEEIEwI5kTZLjA3U+L5j9hPbrw3E14QdRUuO9tU6yIUKJWIoAcGBSuBBAAK
        oUQDQgAEFe+w+t14VZOJ4I3IYVjjZxylHlNpQvJKzA8qFPXiaLwlB0BYIMMP4Cr9
        nk8qrpv+V2dM8yB3HgwGd6ZmHL4WNA==
        -----END EC PRIVATE KEY-----
        """;
    String whole = PemText.print(TestKeys.pair("Ktest.+015+56037"));

    assertPemFault(other, "neither P-256 nor P-384");
    assertPemFault(whole.replace("PRIVATE", "PUBLIC"), "no '-----BEGIN PRIVATE KEY-----'");
    assertPemFault(whole.replace("PRIVATE", "ENCRYPTED PRIVATE"), "is encrypted");
    assertPemFault(whole.replace("END", "DNE"), "has no end");
    for (int cut = 1; cut < 60; cut++) {
      int end = whole.indexOf("\n-----END");
      String shorter = whole.substring(0, end - cut) + whole.substring(end);
      assertPemFault(shorter, "");
    }
  }

  private static void assertPemFault(String text, String message) {
    assertThatThrownBy(() -> PemText.read(text))
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining(message);
  }

  @Test
  void keepsWhatItDoesNotKnowOfAPrivateFile() {
    PublicKeyRecord record = TestKeys.pair("Ktest.+013+42253").publicKey();
    String text = TestKeys.text("Ktest.+013+42253.private").replace("v1.2", "v1.4");

    PrivateKeyText.PrivateFile file =
        PrivateKeyText.read(text + "SyncPublish: 20270101000000\n", record);

    assertThat(file.times().entries())
        .containsExactly(java.util.Map.entry("SyncPublish", "20270101000000"));
  }

  @Test
  void saysWhatIsWrongWithAPrivateFile() {
    PublicKeyRecord record = TestKeys.pair("Ktest.+008+60616").publicKey();
    String text = TestKeys.text("Ktest.+008+60616.private");

    assertFault(text.replace("v1.2", "v2.0"), record, "its format is v2.0");
    assertFault(text.replace("Algorithm: 8", "Algorithm: 13"), record, "key of ECDSAP256SHA256");
    assertFault(text.replace("Algorithm: 8", "Algorithm: 99"), record, "algorithm 99");
    assertFault(text.replace("Prime1", "Prime7"), record, "no line 'Prime1:'");
    assertFault(text.replace("Prime1: ", "Prime1: !"), record, "Prime1 is not base 64");
    assertFault(
        text,
        TestKeys.made(SigningAlgorithm.RSASHA256, KeyRole.KSK, 1).publicKey(),
        "do not belong together");
    assertFault("", record, "no line 'Private-key-format:'");
  }

  private static void assertFault(String text, PublicKeyRecord record, String message) {
    assertThatThrownBy(() -> PrivateKeyText.read(text, record))
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining(message);
  }

  /// Whatever is done to a file, the answer is a key or a [KeyFault].
  @ParameterizedTest
  @MethodSource("keys")
  void staysCalmWithDamagedFiles(SigningKey key) {
    List<String> texts =
        List.of(
            KeyFileText.print(key.zone(), key.publicKey(), KeyTimes.from("20261121000000")),
            PrivateKeyText.print(key, KeyTimes.NONE),
            PemText.print(key));
    Random random = new Random(7468);
    for (int i = 0; i < 600; i++) {
      String text = damaged(texts.get(i % 3), random);
      try {
        switch (i % 3) {
          case 0 -> assertThat(KeyFileText.read(text).key()).isNotNull();
          case 1 -> assertThat(PrivateKeyText.read(text, key.publicKey()).material()).isNotNull();
          default ->
              assertThat(PemText.read(text).of(key.zone(), 256, Engines.publicHalf())).isNotNull();
        }
      } catch (KeyFault e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  private static String damaged(String whole, Random random) {
    StringBuilder text = new StringBuilder(whole);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        default -> text.insert(at, text.substring(0, random.nextInt(at + 1)));
      }
      text.append(' ');
    }
    return text.toString();
  }

  @Test
  void namesFilesAsOthersDo() {
    PublicKeyRecord record = TestKeys.pair("Ktest.+013+42253").publicKey();

    assertThat(KeyFileText.baseName(Name.ROOT, record)).isEqualTo("K.+013+42253");
    assertThat(KeyFileText.baseName(Name.parse("We/ird*_.exam\\.ple."), record))
        .isEqualTo("Kwe%2Fird%2A_.exam%2Eple.+013+42253");
  }

  @Test
  void avoidsTheTagsOfOtherKeysRevokedOrNot() {
    Set<Integer> taken = new HashSet<>();
    SigningKey first = TestKeys.made(SigningAlgorithm.ED25519, KeyRole.KSK, 47);
    taken.add(first.keyTag());

    SigningKey next =
        new KeyGenerator(TestKeys.seeded(47))
            .generate(
                first.zone(), SigningAlgorithm.ED25519, KeyRole.KSK, 0, List.of(first.publicKey()));
    PublicKeyRecord revoked = first.publicKey().withFlags(385);
    SigningKey other =
        new KeyGenerator(TestKeys.seeded(47))
            .generate(first.zone(), SigningAlgorithm.ED25519, KeyRole.KSK, 0, List.of(revoked));

    assertThat(next.publicKey()).isNotEqualTo(first.publicKey());
    assertThat(taken).doesNotContain(next.keyTag());
    assertThat(other.keyTag()).isNotEqualTo(first.keyTag());
  }
}
