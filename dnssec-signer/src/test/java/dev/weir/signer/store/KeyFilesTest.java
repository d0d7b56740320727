package dev.weir.signer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.type.DigestType;
import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.DelegationRecord;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.KeyTimes;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.keys.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {
  private static final Name EXAMPLE = Name.parse("example.");
  private static final KeyTimes TIMES = KeyTimes.from("20261121000000");

  @TempDir Path directory;

  private SigningKey made(SigningAlgorithm algorithm) {
    return TestKeys.made(algorithm, KeyRole.ZSK, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".key", ".private"})
  void loadsAPairByAnyOfItsNames(String suffix) {
    SigningKey key = made(SigningAlgorithm.ECDSAP256SHA256);
    Path base = KeyFiles.write(directory, key, TIMES);

    SigningKey loaded = KeyFiles.load(base + suffix, EXAMPLE, KeyRole.CSK);

    assertThat(loaded.publicKey()).isEqualTo(key.publicKey());
    assertThat(loaded.toPrivateKey()).isEqualTo(key.toPrivateKey());
  }

  @Test
  void keepsPrivateFilesPrivate() throws IOException {
    Path base = KeyFiles.write(directory, made(SigningAlgorithm.ED25519), TIMES);

    assertThat(Files.getPosixFilePermissions(Path.of(base + ".private")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void neverOverwritesAKey() {
    SigningKey key = made(SigningAlgorithm.ED25519);
    KeyFiles.write(directory, key, TIMES);

    assertThatThrownBy(() -> KeyFiles.write(directory, key, TIMES))
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining("never overwritten");
    assertThatThrownBy(
            () -> NewFile.write(directory.resolve(key.baseName() + ".key"), "", "rw-------"))
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining("never overwritten");
  }

  @Test
  void takesTheFlagsOfAPemFromTheFileBesideItOrTheCaller() throws IOException {
    SigningKey key = made(SigningAlgorithm.RSASHA512);
    Path base = KeyFiles.writePem(directory, key, TIMES);

    SigningKey beside = KeyFiles.load(base + ".pem", EXAMPLE, KeyRole.CSK);
    Files.delete(Path.of(base + ".key"));
    SigningKey alone = KeyFiles.load(base + ".pem", EXAMPLE, KeyRole.CSK);

    assertThat(beside.publicKey()).isEqualTo(key.publicKey());
    assertThat(alone.flags()).isEqualTo(257);
    assertThat(alone.algorithm()).isEqualTo(8);
  }

  @Test
  void saysWhatIsMissingOrForeign() throws IOException {
    SigningKey key = made(SigningAlgorithm.ED25519);
    Path base = KeyFiles.write(directory, key, TIMES);
    assertFault(directory + "/Kother", EXAMPLE, "there is no key");
    assertFault(base.toString(), Name.parse("other."), "is a key of example., not of other.");
    assertFault("pkcs8", EXAMPLE, "there is no key");

    Path privatePath = Path.of(base + ".private");
    String secret = Files.readString(privatePath);
    Files.writeString(privatePath, "");
    assertFault(base.toString(), EXAMPLE, "is empty");
    Files.delete(privatePath);
    assertFault(base.toString(), EXAMPLE, "cannot read " + privatePath + ": it does not exist");
    Files.writeString(privatePath, secret);
    Files.delete(Path.of(base + ".key"));
    assertFault(base.toString(), EXAMPLE, "cannot read " + base + ".key: it does not exist");
  }

  private static void assertFault(String argument, Name zone, String message) {
    assertThatThrownBy(() -> KeyFiles.load(argument, zone, KeyRole.CSK))
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining(message);
  }

  @Test
  void findsTheKeysOfAZone() throws IOException {
    SigningKey key = made(SigningAlgorithm.ED25519);
    KeyFiles.write(directory, key, TIMES);
    Files.writeString(directory.resolve("Kbroken.key"), "nothing");

    assertThat(KeyFiles.existing(directory, EXAMPLE)).containsExactly(key.publicKey());
    assertThat(KeyFiles.existing(directory, Name.parse("other."))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"RSASHA256", "RSASHA512", "ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void writesPairsThatBindSignsWith(SigningAlgorithm algorithm) throws Exception {
    assumeThat(Path.of("/usr/bin/dnssec-signzone")).as("BIND's tools are not installed").exists();
    SigningKey key = TestKeys.made(algorithm, KeyRole.CSK, 9);
    Path base = KeyFiles.write(directory, key, TIMES);
    Path zone = directory.resolve("zone");
    Files.writeString(
        zone,
        "example. 300 IN SOA ns. host. 1 2 3 4 300\nexample. 300 IN NS ns.\n$INCLUDE "
            + base
            + ".key\n");

    String ds = run("/usr/bin/dnssec-dsfromkey", "-a", "SHA-384", base + ".key");
    String signed =
        run(
            "/usr/bin/dnssec-signzone",
            "-z",
            "-o",
            "example.",
            "-f",
            "-",
            zone.toString(),
            base.toString());

    assertThat(ds.strip())
        .endsWith(DelegationRecord.of(EXAMPLE, key.publicKey(), DigestType.SHA_384).toString());
    assertThat(signed).contains("RRSIG\tSOA " + algorithm.code());
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path errors = directory.resolve("errors");
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(directory.toFile())
            .redirectError(errors.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", Files.readString(errors)).isZero();
    return output;
  }
}
