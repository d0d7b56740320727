package dev.weir.signer.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.dns.name.Name;
import dev.weir.signer.EngineFault;
import dev.weir.signer.KeyFault;
import dev.weir.signer.engine.BatchSigner;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.engine.EngineName;
import dev.weir.signer.engine.Engines;
import dev.weir.signer.engine.SigningBatch;
import dev.weir.signer.keys.KeyFileText;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.KeyTimes;
import dev.weir.signer.keys.PemText;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.keys.TestKeys;
import dev.weir.signer.store.KeyFiles;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs against SoftHSM, with keys that ordinary tools put into a token of a temporary directory.
class TokenKeysTest {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final Name ZONE = Name.parse("example.");

  @TempDir static Path directory;

  @BeforeAll
  static void makeToken() throws Throwable {
    assumeThat(LIBRARY).as("SoftHSM is not installed").exists();
    assumeThat(Path.of("/usr/bin/pkcs11-tool")).as("OpenSC is not installed").exists();
    Path configuration = directory.resolve("softhsm2.conf");
    Path tokens = Files.createDirectory(directory.resolve("tokens"));
    Files.writeString(
        configuration,
        "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    setEnvironment("SOFTHSM2_CONF", configuration.toString());
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "weir test",
        "--pin",
        "1234",
        "--so-pin",
        "4321");
    make("rsa", "01", "RSA:2048");
    make("p256", "02", "EC:prime256v1");
    make("p384", "03", "EC:secp384r1");
    make("ed25519", "04", "EC:edwards25519");
    SigningKey key = TestKeys.made(SigningAlgorithm.ECDSAP256SHA256, KeyRole.CSK, 11);
    Path pem = directory.resolve("imported.pem");
    Files.writeString(pem, PemText.print(key));
    run(
        "softhsm2-util",
        "--import",
        pem.toString(),
        "--token",
        "weir test",
        "--label",
        "imported",
        "--id",
        "05",
        "--pin",
        "1234");
    make("twins", "06", "EC:prime256v1");
    make("twins", "07", "EC:prime256v1");
  }

  private static void make(String label, String id, String type) throws Exception {
    run(
        "pkcs11-tool",
        "--module",
        LIBRARY.toString(),
        "--token-label",
        "weir test",
        "--login",
        "--pin",
        "1234",
        "--keypairgen",
        "--key-type",
        type,
        "--label",
        label,
        "--id",
        id);
  }

  /// The library in this process reads its configuration from the C environment.
  private static void setEnvironment(String name, String value) throws Throwable {
    Linker linker = Linker.nativeLinker();
    var setenv =
        linker.downcallHandle(
            linker.defaultLookup().find("setenv").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int code = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      assertThat(code).isZero();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", directory.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), output).isZero();
  }

  private static String uri(String path) {
    return "pkcs11:token=weir%20test;" + path + "?module-path=" + LIBRARY + "&pin-value=1234";
  }

  @ParameterizedTest
  @CsvSource({
    "object=rsa, 8",
    "object=p256, 13",
    "id=%03, 14",
    "object=ed25519;type=private, 15",
    "object=imported, 13"
  })
  void signsWithKeysThatOrdinaryToolsMade(String path, int algorithm) throws Exception {
    SigningKey key = KeyFiles.load(uri(path), ZONE, KeyRole.KSK);

    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(key.flags()).isEqualTo(257);
    EngineChoice choice = EngineChoice.of(EngineName.AUTO, 1, System::nanoTime);
    List<Thread> threads = new ArrayList<>();
    List<Throwable> faults = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 3; i++) {
      int number = i;
      threads.add(
          Thread.ofPlatform()
              .uncaughtExceptionHandler((_, fault) -> faults.add(fault))
              .start(() -> signAndVerify(choice.open(key), key, number)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(faults).isEmpty();
    assertThat(choice.reasons()).singleElement().asString().contains("pkcs11", "weir test");
  }

  private static void signAndVerify(BatchSigner signer, SigningKey key, int number) {
    SigningBatch batch = new SigningBatch();
    int length = signer.signatureLength();
    byte[] target = new byte[20 * length];
    for (int i = 0; i < 20; i++) {
      batch.messages().bytes(new byte[300 * i + number + 1]);
      batch.end(target, i * length);
    }
    signer.sign(batch);
    for (int i = 0; i < 20; i++) {
      assertThat(
              Engines.verifier(key.publicKey())
                  .verify(
                      batch.messages().array(),
                      batch.from(i),
                      batch.to(i),
                      target,
                      i * length,
                      length))
          .isTrue();
    }
  }

  @Test
  void findsThePublicHalfOfAnImportedKey() {
    SigningKey key = TestKeys.made(SigningAlgorithm.ECDSAP256SHA256, KeyRole.CSK, 11);

    SigningKey found = KeyFiles.load(uri("object=imported"), ZONE, KeyRole.CSK);

    assertThat(found.publicKey()).isEqualTo(key.publicKey());
    assertThat(found.toString()).isEqualTo(key.baseName());
  }

  @Test
  void takesTheFlagsFromThePairOfFilesThatNamesTheToken() throws IOException {
    SigningKey key = TestKeys.made(SigningAlgorithm.ECDSAP256SHA256, KeyRole.ZSK, 11);
    String base = directory.resolve(key.baseName()).toString();
    Files.writeString(
        Path.of(base + ".key"), KeyFileText.print(ZONE, key.publicKey(), KeyTimes.NONE));
    String text = "Private-key-format: v1.3\nAlgorithm: 13 (ECDSAP256SHA256)\nLabel: ";
    Files.writeString(Path.of(base + ".private"), text + uri("object=imported") + "\n");

    SigningKey found = KeyFiles.load(base, ZONE, KeyRole.KSK);
    signAndVerify(EngineChoice.of(EngineName.AUTO, 1, () -> 0).open(found), found, 0);
    Files.writeString(Path.of(base + ".private"), text + uri("object=p256") + "\n");

    assertThat(found.flags()).isEqualTo(256);
    assertFault(base, "another one than the .key file has");
  }

  @Test
  void readsThePinFromAFile() throws IOException {
    Path pin = Files.writeString(directory.resolve("pin"), "1234\n");
    String uri = uri("object=p256").replace("pin-value=1234", "pin-source=file:" + pin);

    assertThat(KeyFiles.load(uri, ZONE, KeyRole.ZSK).flags()).isEqualTo(256);
  }

  @Test
  void saysWhatTheTokenDoesNotHave() {
    assertFault(uri("object=none"), "no such private key");
    assertFault(uri("object=twins"), "2 such private keys");
    assertFault(uri("object=p256").replace("weir%20test", "other"), "there are ['weir test'");
    assertFault("pkcs11:object=p256", "module-path");
    assertFault(uri("object=p256").replace("1234", "%3"), "two hexadecimal digits");
    assertFault("pkcs11:object=a;object=b", "appears twice");
    assertFault(
        uri("object=p256").replace("pin-value=1234", "pin-source=file:/none"), "PIN from /none");
    assertThat(KeyFiles.load(uri("id=%07"), ZONE, KeyRole.ZSK).algorithm()).isEqualTo(13);
  }

  private static void assertFault(String uri, String message) {
    assertThatThrownBy(() -> KeyFiles.load(uri, ZONE, KeyRole.CSK))
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("1234");
  }

  @Test
  void saysWhatIsWrongWithTheLibrary() {
    String other = uri("object=p256").replace(LIBRARY.toString(), "/usr/lib/none.so");

    assertThatThrownBy(() -> KeyFiles.load(other, ZONE, KeyRole.CSK))
        .isInstanceOf(EngineFault.class)
        .hasMessageContaining("/usr/lib/none.so");
  }
}
