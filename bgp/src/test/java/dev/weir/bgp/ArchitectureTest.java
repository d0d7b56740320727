package dev.weir.bgp;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.weir.house.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("dev.weir.bgp");

  @Test
  void onlyTheEdgeCallsTheSystem() {
    HouseRules.onlyTheEdgeCallsTheSystem().check(CLASSES);
  }

  @Test
  void knowsNoOtherRoom() {
    HouseRules.doesNotKnow("dev.weir.dns..", "dev.weir.signer..", "dev.weir.cli..").check(CLASSES);
  }

  @Test
  void importsPointDownwards() {
    HouseRules.layers(
            "dev.weir.bgp",
            List.of(
                Set.of("octets"),
                Set.of("type"),
                Set.of("path"),
                Set.of("nlri"),
                Set.of("wire"),
                Set.of("check"),
                Set.of("text", "bmp", "mrt", "capture"),
                Set.of("rpki"),
                Set.of("rib", "rtr"),
                Set.of("filter"),
                Set.of("flow"),
                Set.of("store")))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    HouseRules.noCycles("dev.weir.bgp").check(CLASSES);
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
