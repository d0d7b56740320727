package dev.weir.signer.keys;

import dev.weir.dns.name.Name;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;

/// Key pairs for tests: public ones of other projects, and made ones that are always the same.
public final class TestKeys {
  /// The base names of the pairs in `keys/domain` whose algorithms are signed with.
  public static final List<String> PAIRS =
      List.of(
          "Ktest.+008+60616",
          "Ktest.+010+46731",
          "Ktest.+013+42253",
          "Ktest.+014+33566",
          "Ktest.+015+56037",
          "Ktest.+016+07379");

  private TestKeys() {}

  /// The text of a file in `keys/domain`.
  public static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(TestKeys.class.getResourceAsStream("/keys/domain/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The pair with a base name in `keys/domain`.
  public static SigningKey pair(String base) {
    KeyFileText.PublicFile file = KeyFileText.read(text(base + ".key"));
    PrivateKeyText.PrivateFile secret = PrivateKeyText.read(text(base + ".private"), file.key());
    return new SigningKey(file.owner(), file.key(), secret.material());
  }

  /// A pair of example. made from a seed.
  public static SigningKey made(SigningAlgorithm algorithm, KeyRole role, long seed) {
    return new KeyGenerator(seeded(seed))
        .generate(Name.parse("example."), algorithm, role, 0, List.of());
  }

  /// A source of numbers that looks random and is not.
  public static SecureRandom seeded(long seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
