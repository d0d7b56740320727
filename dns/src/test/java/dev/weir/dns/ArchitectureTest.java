package dev.weir.dns;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.weir.house.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("dev.weir.dns");

  @Test
  void onlyTheEdgeCallsTheSystem() {
    HouseRules.onlyTheEdgeCallsTheSystem().check(CLASSES);
  }

  @Test
  void knowsNoOtherRoom() {
    HouseRules.doesNotKnow(
            "dev.weir.roto..",
            "dev.weir.inet..",
            "dev.weir.bgp..",
            "dev.weir.signer..",
            "dev.weir.cli..")
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreUsesZstd() {
    HouseRules.onlyPackageUses("dev.weir.dns.store..", "com.github.luben..").check(CLASSES);
  }

  @Test
  void importsPointDownwards() {
    HouseRules.layers(
            "dev.weir.dns",
            List.of(
                Set.of("octets", "type", "name"),
                Set.of("rdata", "record", "wire", "edns", "tsig"),
                Set.of("workers", "zone", "text", "dnssec", "query", "xfr"),
                Set.of("store", "net"),
                Set.of("daemon")))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    HouseRules.noCycles("dev.weir.dns").check(CLASSES);
  }

  @Test
  void namesAreHonest() {
    HouseRules.honestNames().check(CLASSES);
  }

  @Test
  void staticStateIsConstant() {
    HouseRules.noMutableStatics().check(CLASSES);
  }
}
