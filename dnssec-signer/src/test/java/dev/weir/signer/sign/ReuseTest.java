package dev.weir.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.zone.Zone;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which signatures of a signed zone are kept, and which are made anew.
class ReuseTest {
  private static final String[] LINES = {
    "www 300 A 192.0.2.1",
    "www 300 TXT x",
    "a.b 300 MX 10 mail",
    "sub NS ns.sub",
    "ns.sub A 1.2.3.4"
  };
  private static final Instant SOON = Signing.NOW.plusSeconds(60);
  private static final int EXPIRATION_AT = 8;

  /// Another moment, so that a signature made anew is another one.
  private static final SigningPolicy LATER = SigningPolicy.usual(Signing.NOW.plusSeconds(30));

  @Test
  void keepsAll() {
    assertThat(anew(signed(LINES), LATER)).isEmpty();
  }

  @Test
  void makesTheSignatureOfAChangedSetAnew() {
    Zone changed = changed("192.0.2.1", "192.0.2.2");
    assertThat(anew(changed, LATER)).containsExactly("www.example. RRSIG/A");
  }

  @Test
  void makesTheSignatureOfASetWithAnotherTtlAnew() {
    Zone changed = changed("www 300 A", "www 301 A");
    assertThat(anew(changed, LATER)).containsExactly("www.example. RRSIG/A");
  }

  @Test
  void makesTheChainAnewWhereANameComes() {
    List<String> lines = new ArrayList<>(List.of(LINES));
    lines.add("xyz A 192.0.2.3");
    Zone changed = mixed(lines.toArray(String[]::new));
    assertThat(anew(changed, LATER))
        .containsExactlyInAnyOrder(
            "www.example. RRSIG/NSEC", "xyz.example. RRSIG/A", "xyz.example. RRSIG/NSEC");
  }

  @Test
  void makesAnewWhatEndsSoon() {
    SigningPolicy usual = Signing.policy();
    Validity validity = usual.validity();
    SigningPolicy jittered =
        new SigningPolicy(
            usual.denial(),
            new Validity(validity.inception(), validity.expiration(), 86_400),
            usual.serial(),
            usual.now(),
            null,
            false,
            -1);
    Zone old = Signing.sign(Signing.example(LINES), jittered);
    Instant middle = validity.expiration().minusSeconds(43_200);
    SignedZone again = Signing.resign(old, LATER, Signing.pair(), 1, middle);
    assertThat(again.signatures()).isPositive();
    assertThat(again.reused()).isPositive();
    List<String> before = signatures(old);
    List<String> after = signatures(again.zone());
    for (int i = 0; i < before.size(); i++) {
      boolean late = end(before.get(i)) >= middle.getEpochSecond();
      assertThat(after.get(i).equals(before.get(i))).as(before.get(i)).isEqualTo(late);
    }
  }

  @Test
  void keepsNothingThatHasNotBegun() {
    SigningPolicy tomorrow = SigningPolicy.usual(Signing.NOW.plusSeconds(86_400));
    Zone old = Signing.sign(Signing.example(LINES), tomorrow);
    assertThat(Signing.resign(old, LATER, Signing.pair(), 1, SOON).reused()).isZero();
  }

  @Test
  void makesAnewWhatAnotherKeySigned() {
    List<SigningKey> pair = Signing.pair();
    SigningKey other = Signing.key(pair.get(0).zone(), SigningAlgorithm.ED25519, KeyRole.ZSK, 77);
    SignedZone again = Signing.resign(signed(LINES), LATER, List.of(pair.get(0), other), 1, SOON);
    assertThat(again.reused()).isZero();
  }

  @Test
  void addsTheSignaturesOfAnotherKeyAndKeepsTheOthers() {
    List<SigningKey> keys = new ArrayList<>(Signing.pair());
    SignedZone once = Signing.sign(Signing.example(LINES), Signing.policy(), keys, 1);
    keys.add(Signing.key(keys.get(0).zone(), SigningAlgorithm.ED25519, KeyRole.ZSK, 77));
    SignedZone again = Signing.resign(once.zone(), LATER, keys, 1, SOON);
    assertThat(again.reused()).isEqualTo(once.signatures() - 1);
    assertThat(again.signatures()).isEqualTo(once.signatures());
    assertThat(Signing.verify(again.zone(), keys, false, 1).findings()).isEmpty();
  }

  @Test
  void makesAnewWhatIsBroken() {
    Zone old = signed(LINES);
    String broken = "www.example. 300 RRSIG/TXT ";
    Zone changed =
        ZoneLines.zone(
            old.apex(),
            Signing.lines(old).stream()
                .map(line -> line.startsWith(broken) ? flipped(line) : line)
                .toList());
    assertThat(anew(changed, LATER)).containsExactly("www.example. RRSIG/TXT");
  }

  @Test
  void worksOverAChangeOfTheChain() {
    SignedZone again =
        Signing.resign(
            signed(LINES), LATER.with(Denial.Nsec3.plain(true)), Signing.pair(), 1, SOON);
    Zone fresh = Signing.sign(Signing.example(LINES), Signing.policy());
    long kept = signatures(fresh).stream().filter(line -> !line.contains("/NSEC ")).count();
    assertThat(again.reused()).isEqualTo(kept);
    assertThat(Signing.verify(again.zone(), Signing.pair(), false, 1).sound()).isTrue();
  }

  private static Zone signed(String... lines) {
    return Signing.sign(Signing.example(lines), Signing.policy());
  }

  /// The signed zone in which the data, not the signatures, has `by` in place of `text`.
  private static Zone changed(String text, String by) {
    String[] lines = LINES.clone();
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i].replace(text, by);
    }
    return mixed(lines);
  }

  /// The data of these lines with the chain and signatures of [#LINES].
  private static Zone mixed(String... lines) {
    List<String> mixed = new ArrayList<>(Signing.lines(Signing.example(lines)));
    for (String line : Signing.lines(signed(LINES))) {
      if (line.contains(" RRSIG/") || line.contains(" NSEC ") || line.contains(" DNSKEY ")) {
        mixed.add(line);
      }
    }
    return ZoneLines.zone(Signing.pair().get(0).zone(), mixed);
  }

  /// Signs again; gives owner and type of the signatures that the zone did not have before.
  private static Set<String> anew(Zone old, SigningPolicy policy) {
    SignedZone again = Signing.resign(old, policy, Signing.pair(), 2, SOON);
    assertThat(Signing.verify(again.zone(), Signing.pair(), false, 1).findings()).isEmpty();
    Set<String> before = new HashSet<>(Signing.lines(old));
    Set<String> anew = new HashSet<>();
    for (String line : signatures(again.zone())) {
      if (!before.contains(line)) {
        String[] words = line.split(" ");
        anew.add(words[0] + " " + words[2]);
      }
    }
    assertThat(again.signatures()).isEqualTo(anew.size());
    assertThat(again.reused()).isEqualTo(signatures(again.zone()).size() - anew.size());
    return anew;
  }

  private static List<String> signatures(Zone zone) {
    return Signing.lines(zone).stream().filter(line -> line.contains(" RRSIG/")).toList();
  }

  private static long end(String line) {
    int at = line.lastIndexOf(' ') + 1 + 2 * EXPIRATION_AT;
    return Long.parseLong(line, at, at + 8, 16);
  }

  private static String flipped(String line) {
    char last = line.charAt(line.length() - 1);
    return line.substring(0, line.length() - 1) + (last == '0' ? '1' : '0');
  }
}
