package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.MessageSplitter;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmpLawTest {
  @Test
  void everyPrefixIsAnOutcome() {
    for (BmpMessage message : Samples.all()) {
      Octets octets = message.write();
      for (int length = 0; length < octets.length(); length++) {
        assertThat(BmpMessage.read(octets.slice(0, length).detach()))
            .isInstanceOf(BmpMessage.Malformed.class);
        lossless(withLength(octets.slice(0, length)));
      }
    }
  }

  @Test
  void everyFlippedBitIsAnOutcomeThatWritesBack() {
    for (BmpMessage message : Samples.all()) {
      byte[] octets = message.write().toBytes();
      for (int bit = 0; bit < octets.length * 8; bit++) {
        octets[bit / 8] ^= (byte) (1 << bit % 8);
        lossless(Octets.of(octets));
        octets[bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everySpliceIsAnOutcomeThatWritesBack(long seed) {
    Random random = new Random(seed);
    List<BmpMessage> all = Samples.all();
    for (int i = 0; i < 2000; i++) {
      Octets a = all.get(random.nextInt(all.size())).write();
      Octets b = all.get(random.nextInt(all.size())).write();
      OctetsWriter out = new OctetsWriter();
      out.octets(a.slice(0, random.nextInt(a.length() + 1)));
      out.octets(b.from(random.nextInt(b.length() + 1)));
      lossless(out.toOctets());
      lossless(withLength(out.toOctets()));
    }
  }

  /// A stream with something between its messages: all of them are found, and all that is between.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theNextMessageIsFoundBehindDamage(long seed) {
    Random random = new Random(seed);
    OctetsWriter stream = new OctetsWriter();
    List<Octets> expected = new ArrayList<>();
    for (BmpMessage message : Samples.all()) {
      if (message instanceof BmpMessage.Unknown) {
        continue;
      }
      byte[] damage = new byte[random.nextInt(40)];
      random.nextBytes(damage);
      if (damage.length > 0) {
        damage[0] = 0x55;
      }
      Octets octets = message.write();
      expected.add(octets);
      stream.bytes(damage).octets(octets);
    }
    List<Octets> found = new ArrayList<>();
    long[] skipped = new long[1];
    MessageSplitter.Sink sink =
        new MessageSplitter.Sink() {
          @Override
          public void message(long offset, Octets message) {
            found.add(message);
          }

          @Override
          public void skipped(long offset, int octets) {
            skipped[0] += octets;
          }
        };
    MessageSplitter splitter = new MessageSplitter(new BmpFraming(), sink, true);
    Octets all = stream.toOctets();
    for (int at = 0; at < all.length(); ) {
      int part = Math.min(all.length() - at, random.nextInt(1, 200));
      splitter.accept(all.slice(at, part));
      at += part;
    }
    splitter.finish();
    assertThat(found).isEqualTo(expected);
    assertThat(skipped[0])
        .isEqualTo(all.length() - expected.stream().mapToLong(Octets::length).sum());
  }

  private static Octets withLength(Octets octets) {
    byte[] copy = octets.toBytes();
    if (copy.length >= 5) {
      copy[1] = 0;
      copy[2] = 0;
      copy[3] = (byte) (copy.length >>> 8);
      copy[4] = (byte) copy.length;
    }
    return Octets.of(copy);
  }

  private static void lossless(Octets octets) {
    assertThat(BmpMessage.read(octets).write()).isEqualTo(octets);
  }
}
