package dev.weir.signer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.signer.EngineFault;
import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.keys.TestKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesTest {
  static Stream<SigningKey> keys() {
    Stream<SigningKey> lattice =
        Stream.of(TestKeys.made(SigningAlgorithm.MLDSA44, KeyRole.CSK, 18));
    return Stream.concat(TestKeys.PAIRS.stream().map(TestKeys::pair), lattice);
  }

  private static List<SigningEngine> engines() {
    List<SigningEngine> engines = new ArrayList<>(List.of(new JavaEngine(), new BouncyEngine()));
    try {
      engines.add(CorrettoEngine.load());
    } catch (EngineFault e) {
      System.err.println("not tested: " + e.getMessage());
    }
    return engines;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyEngineVerifiesWhatEveryOtherSigns(SigningKey key) {
    for (SigningEngine signing : engines()) {
      if (signing.supports(key.algorithm())) {
        byte[][] messages = messages(20);
        byte[] signatures = sign(signing.open(key), messages, 3);
        int length = key.publicKey().signatureLength();
        for (SigningEngine verifying : engines()) {
          if (((VerifyingEngine) verifying).verifies(key.algorithm())) {
            SignatureVerifier verifier = ((VerifyingEngine) verifying).verifier(key.publicKey());
            for (int i = 0; i < messages.length; i++) {
              assertThat(
                      verifier.verify(
                          messages[i], 0, messages[i].length, signatures, 3 + i * length, length))
                  .as("%s signs, %s verifies, message %d", signing.name(), verifying.name(), i)
                  .isTrue();
            }
            assertThat(verifier.verify(messages[1], 0, messages[1].length, signatures, 3, length))
                .isFalse();
            assertThat(
                    verifier.verify(messages[0], 0, messages[0].length, signatures, 3, length - 1))
                .isFalse();
          }
        }
      }
    }
  }

  private static byte[][] messages(int count) {
    Random random = new Random(4034);
    byte[][] messages = new byte[count][];
    for (int i = 0; i < count; i++) {
      messages[i] = new byte[i * 37 + 1];
      random.nextBytes(messages[i]);
    }
    return messages;
  }

  /// Signs into one array, after `margin` octets that must stay as they are.
  private static byte[] sign(BatchSigner signer, byte[][] messages, int margin) {
    int length = signer.signatureLength();
    byte[] signatures = new byte[margin * 2 + messages.length * length];
    Arrays.fill(signatures, (byte) 0x5a);
    SigningBatch batch = new SigningBatch(1);
    for (int i = 0; i < messages.length; i++) {
      batch.messages().bytes(messages[i]);
      batch.end(signatures, margin + i * length);
    }
    signer.sign(batch);
    for (int i = 0; i < margin; i++) {
      assertThat(signatures[i]).isEqualTo((byte) 0x5a);
      assertThat(signatures[signatures.length - 1 - i]).isEqualTo((byte) 0x5a);
    }
    return signatures;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void findsAPrivateKeyOfAnotherPairBeforeAnythingIsSigned(SigningKey key) {
    SigningAlgorithm algorithm = key.publicKey().signing();
    SigningKey other = TestKeys.made(algorithm, KeyRole.KSK, 46);
    SigningKey mixed = new SigningKey(key.zone(), other.publicKey(), key.privateMaterial());
    for (SigningEngine engine : engines()) {
      if (engine.supports(algorithm.code())) {
        assertThatThrownBy(() -> engine.open(mixed)).as(engine.name()).isInstanceOf(KeyFault.class);
      }
    }
  }

  /// RFC 6979 makes signatures of Bouncy Castle the same every time.
  @ParameterizedTest
  @ValueSource(strings = {"Ktest.+013+42253", "Ktest.+014+33566"})
  void signsDeterministicallyWithoutANativeLibrary(String base) {
    SigningKey key = TestKeys.pair(base);
    byte[][] messages = messages(3);

    assertThat(sign(new BouncyEngine().open(key), messages, 0))
        .isEqualTo(sign(new BouncyEngine().open(key), messages, 0));
  }

  @Test
  void explainsItsChoice() {
    SigningKey key = TestKeys.pair("Ktest.+013+42253");
    EngineChoice few = EngineChoice.of(EngineName.AUTO, 10, () -> 0);
    EngineChoice asked = EngineChoice.of(EngineName.parse("BC"), 1_000_000, () -> 0);

    assertThat(few.engine(key).name()).isEqualTo("jdk");
    assertThat(few.reasons()).singleElement().asString().contains("jdk", "too few");
    assertThat(asked.engine(key).name()).isEqualTo("bc");
    assertThat(asked.reasons()).containsExactly("ECDSAP256SHA256: bc, as asked for");
  }

  @Test
  void takesTheNativeLibraryForManySignatures() {
    assumeThat(engines()).as("the native library does not load here").hasSize(3);
    EngineChoice many = EngineChoice.of(EngineName.AUTO, 1_000_000, System::nanoTime);

    assertThat(many.engine(TestKeys.pair("Ktest.+013+42253")).name()).isEqualTo("accp");
    assertThat(many.engine(TestKeys.pair("Ktest.+016+07379")).name()).isIn("bc", "jdk");
    assertThat(many.reasons()).hasSize(2).last().asString().contains("measured");
  }

  @Test
  void measuresEnginesByTheClockItIsGiven() {
    long[] now = {0};

    long rate =
        EngineRate.measure(
            new JavaEngine(), TestKeys.pair("Ktest.+015+56037"), 4, () -> now[0] += 500_000);

    assertThat(rate).isBetween(8_000L, 16_000L);
  }

  @Test
  void refusesEnginesThatDoNotKnowTheAlgorithm() {
    SigningKey key = TestKeys.pair("Ktest.+008+60616");
    EngineChoice bouncy = EngineChoice.of(EngineName.BC, 10, () -> 0);

    assertThatThrownBy(() -> bouncy.open(key))
        .isInstanceOf(EngineFault.class)
        .hasMessageContaining("bc cannot sign with RSASHA256");
    assertThatThrownBy(() -> EngineName.parse("openssl"))
        .isInstanceOf(EngineFault.class)
        .hasMessageContaining("auto, accp, bc, jdk and pkcs11");
  }
}
