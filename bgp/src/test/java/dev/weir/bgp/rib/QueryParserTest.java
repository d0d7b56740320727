package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Prefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
  @Test
  void readsEveryPart() {
    Query query =
        Query.parse(
            "more-specifics 10.0.0.0/8 origin 65000 community 65000:* path \"_3356_\""
                + " peer 10.0.0.1 sort prefix limit 20 count");
    assertThat(query.range()).isEqualTo(new Range.MoreSpecific(Prefix.parse("10.0.0.0/8")));
    assertThat(query.filters()).hasSize(4);
    assertThat(query.sort()).isEqualTo(SortKey.PREFIX);
    assertThat(query.paging()).isEqualTo(new Query.Paging(20, null, true));
  }

  @Test
  void nothingMeansAll() {
    Query query = Query.parse("  ");
    assertThat(query.range()).isEqualTo(new Range.All());
    assertThat(query.family()).isNull();
    assertThat(query.paging()).isEqualTo(Query.Paging.ALL);
  }

  @Test
  void anAddressAloneIsALongestMatch() {
    assertThat(Query.parse("192.0.2.1").range())
        .isEqualTo(new Range.Longest(Prefix.parse("192.0.2.1/32")));
    assertThat(Query.parse("2001:db8::/32").range())
        .isEqualTo(new Range.Exact(Prefix.parse("2001:db8::/32")));
  }

  @Test
  void readsFamilies() {
    assertThat(Query.parse("family l2vpn-evpn").family()).isEqualTo(AfiSafi.EVPN);
    assertThat(Query.parse("family ipv6-multicast").family()).isEqualTo(AfiSafi.IPV6_MULTICAST);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "orign 65000 | 1 | 'orign' is not known",
        "all origin x | 12 | expected a digit",
        "all origin 1,2,x3 | 16 | expected a digit",
        "exact 10.0.0.1/8 | 15 | bits behind the length",
        "exact | 6 | expected a prefix",
        "all all | 5 | names its prefixes twice",
        "limit 0 | 7 | expected a number of 1",
        "path \"(\" | 7 | column",
        "path \"_3356 | 6 | the quote is not closed",
        "sort speed | 6 | expected prefix, peer",
        "rov good | 5 | expected valid, invalid",
        "community 65000:x | 17 | expected a number",
        "family ipv5 | 8 | no family 'ipv5'",
        "not sort prefix | 5 | no condition that 'not'",
      })
  void saysWhereItGoesWrong(String text, int column, String words) {
    MalformedQuery wrong = catchThrowableOfType(MalformedQuery.class, () -> Query.parse(text));
    assertThat(wrong).as(text).isNotNull();
    assertThat(wrong).hasMessageContaining(words);
    assertThat(wrong.column()).isEqualTo(column);
  }
}
