package dev.weir.bgp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.bgp.flow.OctetSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveFileTest {
  private static final byte[] PLAIN = plain();

  @ParameterizedTest
  @EnumSource(Compression.class)
  void readsWhatWasWritten(Compression compression) throws IOException {
    byte[] packed = pack(PLAIN, compression);
    assertThat(read(packed, 1)).isEqualTo(PLAIN);
    assertThat(read(packed, 3)).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void readsSeveralFilesThatWerePutTogether(Compression compression) throws IOException {
    byte[] packed = pack(PLAIN, compression);
    byte[] twice = join(packed, packed);
    assertThat(read(twice, 2)).isEqualTo(join(PLAIN, PLAIN));
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void saysWhereATornFileEnds(Compression compression) throws IOException {
    byte[] packed = pack(PLAIN, compression);
    byte[] torn = Arrays.copyOf(packed, packed.length * 2 / 3);
    assertThatThrownBy(() -> read(torn, 2))
        .isInstanceOf(UnusableArchive.class)
        .hasMessageContaining("archive: the ")
        .hasMessageContaining("torn or damaged near offset");
  }

  @Test
  void refusesContainersItCannotRead() {
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, 1))
        .isInstanceOf(UnusableArchive.class)
        .hasMessageContaining("is a ZIP archive");
  }

  @Test
  void refusesADirectory(@TempDir Path directory) {
    assertThatThrownBy(() -> ArchiveFile.open(directory, 1))
        .isInstanceOf(UnusableArchive.class)
        .hasMessageContaining("is a directory");
  }

  private static byte[] plain() {
    byte[] octets = new byte[2_500_000];
    Random random = new Random(6396);
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (random.nextInt(16) * (i >> 16));
    }
    octets[0] = 0;
    return octets;
  }

  private static byte[] pack(byte[] octets, Compression compression) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ArchiveOutput out = new ArchiveOutput(Channels.newChannel(packed), compression)) {
      out.write(octets, 0, octets.length);
    }
    return packed.toByteArray();
  }

  private static byte[] read(byte[] packed, int workers) throws IOException {
    try (OctetSource source =
        ArchiveFile.open("archive", new ByteArrayInputStream(packed), workers)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] some = new byte[70_000];
      for (int n = source.read(some, 0, some.length); n >= 0; n = source.read(some, 0, 70_000)) {
        all.write(some, 0, n);
      }
      return all.toByteArray();
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
