package dev.weir.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TypeBitmapTest {
  @Test
  void writesTheExampleOfRfc4034() {
    TypeBitmap bitmap = new TypeBitmap();
    for (int type : new int[] {1, 15, 46, 47, 1234}) {
      bitmap.add(type);
    }
    OctetBuffer out = new OctetBuffer();
    bitmap.write(out);
    assertThat(out.view().toString())
        .isEqualTo("0006" + "400100000003" + "041b" + "00".repeat(26) + "20");
  }

  @Test
  void writesExactlyTheTypesAdded() {
    Random random = new Random(4034);
    TypeBitmap bitmap = new TypeBitmap();
    for (int round = 0; round < 500; round++) {
      TreeSet<Integer> types = new TreeSet<>();
      bitmap.clear();
      for (int i = random.nextInt(60); i >= 0; i--) {
        int type = 1 + random.nextInt(random.nextBoolean() ? 70 : 65_535);
        types.add(type);
        bitmap.add(type);
      }
      OctetBuffer out = new OctetBuffer();
      bitmap.write(out);
      assertThat(read(out)).isEqualTo(types);
    }
  }

  private static TreeSet<Integer> read(OctetBuffer bitmap) {
    TreeSet<Integer> types = new TreeSet<>();
    int at = 0;
    int before = -1;
    while (at < bitmap.length()) {
      int window = bitmap.view().u8(at);
      int octets = bitmap.view().u8(at + 1);
      assertThat(window).isGreaterThan(before);
      assertThat(octets).isBetween(1, 32);
      assertThat(bitmap.view().u8(at + 1 + octets)).isNotZero();
      for (int bit = 0; bit < octets * 8; bit++) {
        if ((bitmap.view().u8(at + 2 + bit / 8) & (0x80 >> bit % 8)) != 0) {
          types.add(window * 256 + bit);
        }
      }
      before = window;
      at += 2 + octets;
    }
    return types;
  }
}
