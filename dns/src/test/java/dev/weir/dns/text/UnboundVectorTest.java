package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.wire.RdataExpander;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pairs of a record's wire form in hexadecimal and its text, from Unbound's tests.
class UnboundVectorTest {
  /// The spellings that differ on purpose; the reasons stand in docs/dns/record-vectors.md.
  private static final Pattern RESPELT =
      Pattern.compile("^(GPOS|LOC|WKS):|TYPE5[67]|^(NINFO|RKEY):");

  /// One pair: what both lines say of one record.
  private record Pair(String text, Name owner, int type, int ttl, byte[] rdata) {
    static Pair of(String hex, String text) {
      Octets wire = Octets.parseHex(hex);
      Name owner = Name.read(wire);
      Octets rest = wire.from(owner.length());
      assertThat(rest.u16(8)).isEqualTo(rest.length() - 10);
      return new Pair(text, owner, rest.u16(0), rest.i32(4), rest.from(10).toBytes());
    }

    Entry entry() {
      int comment = text.indexOf(" ;{");
      return Entry.of(comment < 0 ? text : text.substring(0, comment));
    }
  }

  @ParameterizedTest
  @CsvSource({"test_ldnsrr.c1, 5735, 0", "test_ldnsrr.c2, 1430, 0", "test_ldnsrr.c3, 534, 22"})
  void textAndWireAgree(String file, int count, int respelt) throws IOException, EntryFault {
    List<String> differences = new ArrayList<>();
    List<Pair> pairs = pairs(file);
    for (Pair pair : pairs) {
      compare(pair, differences);
    }
    assertThat(pairs).hasSize(count);
    assertThat(differences).hasSize(respelt).allMatch(line -> RESPELT.matcher(line).find());
  }

  private static void compare(Pair pair, List<String> differences) throws EntryFault {
    Entry entry = pair.entry();
    assertThat(Name.parse(entry.string(0))).isEqualTo(pair.owner());
    assertThat(entry.string(1)).isEqualTo(Integer.toString(pair.ttl()));
    assertThat(RecordType.parse(entry.string(3)).code()).isEqualTo(pair.type());
    OctetBuffer read = new OctetBuffer();
    new RdataReader().read(pair.type(), entry, 4, Name.ROOT, read);
    assertThat(read.view()).as(pair.text()).isEqualTo(Octets.of(pair.rdata()));
    OctetBuffer expanded = new OctetBuffer();
    RdataExpander.expand(
        pair.type(), pair.rdata(), 0, pair.rdata().length, 0, pair.rdata().length, expanded);
    assertThat(expanded.view()).isEqualTo(Octets.of(pair.rdata()));
    OctetBuffer printed = new OctetBuffer();
    RdataPrinter.print(pair.type(), pair.rdata(), 0, pair.rdata().length, printed);
    String text = new String(printed.toBytes(), StandardCharsets.ISO_8859_1);
    String theirs = theirText(pair, entry);
    if (!text.equalsIgnoreCase(theirs)) {
      differences.add(new RecordType(pair.type()) + ": " + text + " instead of " + theirs);
      OctetBuffer again = new OctetBuffer();
      new RdataReader().read(pair.type(), Entry.of(text), 0, Name.ROOT, again);
      assertThat(again.view()).as(text).isEqualTo(Octets.of(pair.rdata()));
    }
  }

  private static String theirText(Pair pair, Entry entry) {
    int end = entry.end(entry.tokens() - 1);
    int to = entry.quoted(entry.tokens() - 1) ? end + 1 : end;
    int from = entry.start(4) - (entry.quoted(4) ? 1 : 0);
    return pair.text().substring(from, to);
  }

  private static List<Pair> pairs(String file) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    try (InputStream packed =
            UnboundVectorTest.class.getResourceAsStream("/vectors/unbound/" + file + ".gz");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.ISO_8859_1))) {
      for (String hex = lines.readLine(); hex != null; hex = lines.readLine()) {
        pairs.add(Pair.of(hex, lines.readLine()));
      }
    }
    return pairs;
  }
}
