package dev.weir.bgp.text;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.Message;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MessageItemsLawTest {
  private static final List<Negotiated> AGREEMENTS =
      List.of(
          Negotiated.USUAL,
          Negotiated.TWO_OCTET_ASN,
          Negotiated.USUAL.withAddPath(Set.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST)),
          new Negotiated(true, Set.of(), false));

  @Test
  void messagesMayEndAnywhere() {
    for (Message message : Samples.messages()) {
      Octets body = message.body();
      for (int end = 0; end <= body.length(); end++) {
        for (Negotiated under : AGREEMENTS) {
          MessageLaws.visit(message.type(), body.slice(0, end).detach(), under);
        }
      }
    }
  }

  @Test
  void anyBitMayBeWrong() {
    for (Message message : Samples.messages()) {
      byte[] body = message.body().toBytes();
      for (int bit = 0; bit < 8 * body.length; bit++) {
        byte[] flipped = body.clone();
        flipped[bit >>> 3] ^= (byte) (1 << (bit & 7));
        MessageLaws.visit(message.type(), Octets.of(flipped), AGREEMENTS.get(bit % 4));
      }
    }
  }

  @Test
  void messagesMayBeMixed() {
    SplittableRandom random = new SplittableRandom(3);
    List<Message> all = Samples.messages();
    for (int i = 0; i < 3_000; i++) {
      Octets one = all.get(random.nextInt(all.size())).encode();
      Octets two = all.get(random.nextInt(all.size())).encode();
      int cut = random.nextInt(one.length());
      int from = random.nextInt(two.length());
      byte[] mixed = new byte[cut + two.length() - from];
      one.slice(0, cut).copyTo(mixed, 0);
      two.from(from).copyTo(mixed, cut);
      MessageLaws.visitStream(Octets.of(mixed), AGREEMENTS.get(i % 4));
      if (mixed.length > 19) {
        MessageLaws.visit(2, Octets.of(mixed).from(19), AGREEMENTS.get(i % 4));
      }
    }
  }
}
