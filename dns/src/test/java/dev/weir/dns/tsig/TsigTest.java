package dev.weir.dns.tsig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Rcode;
import dev.weir.dns.wire.MessageView;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TsigTest {
  private static final long NOW = 1_700_000_000L;
  private static final String QUERY =
      "1001 0100 0001 0000 0000 0000 03777777 076578616d706c65 00 0001 0001";

  private final byte[] secret = "a secret of thirty-two octets ok".getBytes(StandardCharsets.UTF_8);
  private final TsigKey key =
      TsigKey.of(Name.parse("k.example."), TsigAlgorithm.HMAC_SHA256, secret);
  private final Map<Name, TsigKey> keys = Map.of(key.name(), key);

  @ParameterizedTest
  @EnumSource(TsigAlgorithm.class)
  void verifiesWhatItSigns(TsigAlgorithm algorithm) {
    TsigKey other = TsigKey.of(Name.parse("K."), algorithm, secret);
    OctetBuffer buffer = message(QUERY);
    TsigSigner signer = TsigSigner.request(other);
    int before = buffer.length();
    signer.sign(buffer, 0, TsigTime.of(NOW));

    assertThat(buffer.length() - before).isEqualTo(signer.length(false));
    TsigOutcome outcome =
        TsigVerifier.request(
            view(buffer), Map.of(other.name(), other), new TsigPolicy(true, true), NOW + 300);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TsigOutcome.Verified.class, v -> assertThat(v.record().mac()).isEqualTo(signer.mac()));
  }

  @Test
  void signsBehindOtherOctetsOfTheBuffer() {
    OctetBuffer buffer = new OctetBuffer();
    buffer.u16(0).octets(Octets.parseHex(QUERY.replace(" ", "")));

    TsigSigner.request(key).sign(buffer, 2, TsigTime.of(NOW));

    assertThat(request(MessageView.read(buffer.view().from(2)), NOW))
        .isInstanceOf(TsigOutcome.Verified.class);
  }

  @Test
  void refusesMd5ByDefault() {
    TsigKey md5 = TsigKey.of(key.name(), TsigAlgorithm.HMAC_MD5, secret);
    OctetBuffer buffer = message(QUERY);
    TsigSigner.request(md5).sign(buffer, 0, TsigTime.of(NOW));

    assertRefused(
        TsigVerifier.request(view(buffer), Map.of(md5.name(), md5), TsigPolicy.USUAL, NOW),
        Rcode.BADKEY);
  }

  @Test
  void tellsAnUnsignedRequestFromASignedOne() {
    assertThat(request(view(message(QUERY)), NOW)).isInstanceOf(TsigOutcome.Unsigned.class);
  }

  @Test
  void refusesAnUnknownKeyAndAnswersWithoutASignature() {
    OctetBuffer buffer = signed(TsigKey.of(Name.parse("x."), TsigAlgorithm.HMAC_SHA256, secret));

    TsigOutcome.Refused refused = assertRefused(request(view(buffer), NOW), Rcode.BADKEY);
    OctetBuffer answer = answer(refused);

    assertThat(refused.rcode()).isEqualTo(Rcode.NOTAUTH);
    TsigRecord record = TsigRecord.read(view(answer).tsig().orElseThrow());
    assertThat(record.mac().length()).isZero();
    assertThat(record.key()).isEqualTo(Name.parse("x."));
    assertThat(record.error()).isEqualTo(Rcode.BADKEY);
    assertThat(client(Octets.EMPTY).next(view(answer), NOW))
        .isEqualTo(new TsigOutcome.PeerRefused(Rcode.BADKEY, false, -1));
  }

  @Test
  void refusesOneChangedBit() {
    OctetBuffer buffer = signed(key);
    buffer.array()[2] ^= 1;

    assertRefused(request(view(buffer), NOW), Rcode.BADSIG);
  }

  @Test
  void verifiesUnderTheOriginalIdentifier() {
    OctetBuffer buffer = signed(key);
    buffer.putU16(0, 0x7777);

    assertThat(request(view(buffer), NOW)).isInstanceOf(TsigOutcome.Verified.class);
  }

  @Test
  void refusesASignatureOutOfTimeAndTellsTheOwnTime() {
    OctetBuffer buffer = message(QUERY);
    TsigSigner signer = TsigSigner.request(key);
    signer.sign(buffer, 0, TsigTime.of(NOW));

    TsigOutcome.Refused refused = assertRefused(request(view(buffer), NOW + 301), Rcode.BADTIME);
    assertRefused(request(view(buffer), NOW - 301), Rcode.BADTIME);
    OctetBuffer answer = message(QUERY);
    refused.answer(answer, 0, NOW + 301);

    assertThat(client(signer.mac()).next(view(answer), NOW))
        .isEqualTo(new TsigOutcome.PeerRefused(Rcode.BADTIME, true, NOW + 301));
  }

  @Test
  void takesShortenedSignaturesOnlyWhereTheKeyIsShort() {
    TsigKey shorter = TsigKey.of(key.name(), TsigAlgorithm.HMAC_SHA256, secret, 16);
    OctetBuffer buffer = signed(shorter);

    TsigOutcome.Refused refused = assertRefused(request(view(buffer), NOW), Rcode.BADTRUNC);
    assertThat(refused.key()).isEqualTo(key);
    assertThat(
            TsigVerifier.request(view(buffer), Map.of(key.name(), shorter), TsigPolicy.USUAL, NOW))
        .isInstanceOf(TsigOutcome.Verified.class);
    assertThat(
            TsigVerifier.request(
                view(signed(key)), Map.of(key.name(), shorter), TsigPolicy.USUAL, NOW))
        .isInstanceOf(TsigOutcome.Verified.class);
  }

  @Test
  void answersInTheLengthOfTheRequest() {
    TsigKey shorter = TsigKey.of(key.name(), TsigAlgorithm.HMAC_SHA256, secret, 16);

    TsigSigner signer = TsigSigner.response(shorter, Octets.of(new byte[32]));
    OctetBuffer buffer = message(QUERY);
    signer.sign(buffer, 0, TsigTime.of(NOW));

    assertThat(signer.mac().length()).isEqualTo(32);
  }

  @Test
  void refusesSignaturesThatAreTooShortOrTooLongAsMalformed() {
    for (int octets : new int[] {0, 9, 15, 33}) {
      OctetBuffer buffer = message(QUERY);
      new TsigRecord(
              key.name(),
              key.algorithm().wireName(),
              TsigTime.of(NOW),
              Octets.of(new byte[octets]),
              0x1001,
              Rcode.NOERROR,
              Octets.EMPTY)
          .write(buffer);
      buffer.putU16(10, 1);
      TsigOutcome.Refused refused = assertRefused(request(view(buffer), NOW), Rcode.FORMERR);
      assertThat(refused.rcode()).isEqualTo(Rcode.FORMERR);
      OctetBuffer answer = answer(refused);
      assertThat(view(answer).tsig()).isEmpty();
    }
  }

  @Test
  void refusesTsigRecordsOfBrokenForm() {
    String owner = "016b00 00fa ";
    for (String rest :
        new String[] {
          "0001 00000000 0000", // class IN
          "00ff 00000001 0000", // TTL 1
          "00ff 00000000 0000", // no data
          "00ff 00000000 0003 016100", // an algorithm and nothing more
          "00ff 00000000 0011 00 000000000000 012c 0000 0000 0000 0001", // other data missing
          "00ff 00000000 0012 00 000000000000 012c 0000 0000 0000 0000 00", // an octet too many
        }) {
      OctetBuffer buffer = message("1001 0100 0000 0000 0000 0001 " + owner + rest);
      assertRefused(request(view(buffer), NOW), Rcode.FORMERR);
      assertRefused(client(Octets.EMPTY).next(view(buffer), NOW), Rcode.FORMERR);
    }
  }

  @Test
  void coversAStreamWhoseMessagesAreNotAllSigned() {
    TsigSigner signer = TsigSigner.response(key, Octets.of(new byte[32]));
    TsigVerifier verifier = client(Octets.of(new byte[32]));
    for (int i = 0; i < 250; i++) {
      OctetBuffer buffer = message(QUERY);
      if (i % 100 == 0 || i == 249) {
        signer.sign(buffer, 0, TsigTime.of(NOW + i));
        assertThat(verifier.next(view(buffer), NOW + i)).isInstanceOf(TsigOutcome.Verified.class);
        assertThat(verifier.settled()).isTrue();
      } else {
        signer.skip(buffer.view());
        assertThat(verifier.next(view(buffer), NOW + i))
            .isEqualTo(new TsigOutcome.Pending(i % 100));
        assertThat(verifier.settled()).isFalse();
      }
    }
  }

  @Test
  void refusesTheHundredthUnsignedMessage() {
    TsigSigner signer = TsigSigner.response(key, Octets.EMPTY);
    TsigVerifier verifier = client(Octets.EMPTY);
    OctetBuffer first = message(QUERY);
    signer.sign(first, 0, TsigTime.of(NOW));
    verifier.next(view(first), NOW);
    for (int i = 0; i < 99; i++) {
      signer.skip(message(QUERY).view());
      verifier.next(view(message(QUERY)), NOW);
    }

    assertThatIllegalStateException().isThrownBy(() -> signer.skip(message(QUERY).view()));
    assertRefused(verifier.next(view(message(QUERY)), NOW), Rcode.BADSIG);
  }

  @Test
  void noticesAChangedMessageBetweenSignedOnes() {
    TsigSigner signer = TsigSigner.response(key, Octets.EMPTY);
    TsigVerifier verifier = client(Octets.EMPTY);
    OctetBuffer first = message(QUERY);
    signer.sign(first, 0, TsigTime.of(NOW));
    verifier.next(view(first), NOW);
    signer.skip(message(QUERY).view());
    verifier.next(view(message(QUERY.replace("0100", "0180"))), NOW);
    OctetBuffer last = message(QUERY);
    signer.sign(last, 0, TsigTime.of(NOW));

    assertRefused(verifier.next(view(last), NOW), Rcode.BADSIG);
  }

  @Test
  void doesNotBelieveAnAnswerWithoutASignatureOrWithAnotherKey() {
    assertThat(client(Octets.EMPTY).next(view(message(QUERY)), NOW))
        .isInstanceOf(TsigOutcome.Unsigned.class);
    TsigKey stranger = TsigKey.of(Name.parse("s."), TsigAlgorithm.HMAC_SHA256, secret);
    assertRefused(client(Octets.EMPTY).next(view(signed(stranger)), NOW), Rcode.BADKEY);
  }

  private TsigVerifier client(Octets requestMac) {
    return TsigVerifier.response(key, requestMac, TsigPolicy.USUAL);
  }

  private TsigOutcome request(MessageView message, long now) {
    return TsigVerifier.request(message, keys, TsigPolicy.USUAL, now);
  }

  private static OctetBuffer answer(TsigOutcome.Refused refused) {
    OctetBuffer answer = message(QUERY);
    refused.answer(answer, 0, NOW);
    return answer;
  }

  private static OctetBuffer signed(TsigKey with) {
    OctetBuffer buffer = message(QUERY);
    TsigSigner.request(with).sign(buffer, 0, TsigTime.of(NOW));
    return buffer;
  }

  private static OctetBuffer message(String hex) {
    return new OctetBuffer().octets(Octets.parseHex(hex.replace(" ", "")));
  }

  private static MessageView view(OctetBuffer buffer) {
    return MessageView.read(buffer.view());
  }

  private static TsigOutcome.Refused assertRefused(TsigOutcome outcome, Rcode error) {
    assertThat(outcome).isInstanceOf(TsigOutcome.Refused.class);
    TsigOutcome.Refused refused = (TsigOutcome.Refused) outcome;
    assertThat(refused.error()).as(refused.reason()).isEqualTo(error);
    return refused;
  }
}
