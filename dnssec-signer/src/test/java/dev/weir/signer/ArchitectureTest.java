package dev.weir.signer;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.weir.house.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("dev.weir.signer");

  @Test
  void onlyTheEdgeCallsTheSystem() {
    HouseRules.onlyTheEdgeCallsTheSystem().check(CLASSES);
  }

  @Test
  void knowsNoOtherRoom() {
    HouseRules.doesNotKnow("dev.weir.bgp..", "dev.weir.cli..").check(CLASSES);
  }

  @Test
  void onlyTheEngineKnowsItsBackEnds() {
    HouseRules.onlyPackageUses("dev.weir.signer.engine..", "org.bouncycastle..", "com.amazon..")
        .check(CLASSES);
  }

  @Test
  void theVerifierSharesNothingWithTheSigner() {
    HouseRules.doesNotKnow("dev.weir.signer.sign..")
        .check(HouseRules.classesOf("dev.weir.signer.verify"));
  }

  @Test
  void importsPointDownwards() {
    HouseRules.layers(
            "dev.weir.signer",
            List.of(
                Set.of("policy", "keys"),
                Set.of("engine"),
                Set.of("sign", "verify", "review"),
                Set.of("pipeline"),
                Set.of("state"),
                Set.of("store", "hsm", "http"),
                Set.of("daemon")))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    HouseRules.noCycles("dev.weir.signer").check(CLASSES);
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
