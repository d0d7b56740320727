package dev.weir.examples.prefixfilter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.examples.prefixfilter.PrefixFilter.Session;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.store.Sources;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrefixFilterTest {
  private static final Session CUSTOMER = new Session(new Asn(64500), true);

  private final PrefixFilter filter =
      new PrefixFilter(Objects.requireNonNull(Sources.read(Path.of("roto/routes.roto")).tree()));

  private String decide(String prefix, int origin) {
    return filter.decide(CUSTOMER, Prefix.parse(prefix), new Asn(origin));
  }

  @Test
  void takesWhatIsRoutedAndPrefersCustomers() {
    assertThat(decide("203.0.113.0/24", 64500)).isEqualTo("preference 200");
    assertThat(decide("203.0.113.0/24", 64501)).isEqualTo("preference 100");
    assertThat(decide("2001:db8::/48", 64501)).isEqualTo("preference 100");
  }

  @Test
  void refusesBogonsAndPiecesThatAreTooSmall() {
    assertThat(decide("10.1.0.0/16", 64500)).isEqualTo("no: 10.1.0.0/16 is nobody's");
    assertThat(decide("203.0.113.0/25", 64500)).isEqualTo("no: 203.0.113.0/25 is too long");
  }

  @Test
  void takesANewScriptWhileItIsUsedAndRefusesAWrongOne() {
    SourceTree wrong =
        SourceTree.of("new.roto", "filtermap import_route(prefix: Prefix) { accept }");
    assertThat(filter.replace(wrong)).isInstanceOf(Compilation.Rejected.class);
    assertThat(decide("203.0.113.0/24", 64500)).isEqualTo("preference 200");
    SourceTree none =
        SourceTree.of(
            "new.roto",
            """
            filtermap import_route(prefix: Prefix, origin: Asn) {
                if prefix.len() == 0 { accept 1u32; }
                reject "closed"
            }
            """);
    assertThat(filter.replace(none)).isInstanceOf(Compilation.Compiled.class);
    assertThat(decide("203.0.113.0/24", 64500)).isEqualTo("no: closed");
  }
}
