package dev.weir.roto;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.weir.house.HouseRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("dev.weir.roto", "dev.weir.inet");

  @Test
  void onlyTheEdgeCallsTheSystem() {
    HouseRules.onlyTheEdgeCallsTheSystem().check(CLASSES);
  }

  @Test
  void knowsNoOtherRoom() {
    HouseRules.doesNotKnow(
            "dev.weir.dns..", "dev.weir.bgp..", "dev.weir.signer..", "dev.weir.cli..")
        .check(CLASSES);
  }

  @Test
  void onlyEmitUsesAsm() {
    HouseRules.onlyPackageUses("dev.weir.roto.emit..", "org.objectweb.asm..").check(CLASSES);
  }

  @Test
  void onlySyntaxUsesTheParserGenerator() {
    HouseRules.onlyPackageUses("dev.weir.roto.syntax..", "org.antlr..").check(CLASSES);
  }

  @Test
  void onlyRunUsesTheRegularExpressions() {
    HouseRules.onlyPackageUses("dev.weir.roto.run..", "com.google.re2j..").check(CLASSES);
  }

  @Test
  void importsPointDownwards() {
    HouseRules.layers(
            "dev.weir.roto",
            List.of(
                Set.of("source"),
                Set.of("syntax", "type", "run"),
                Set.of("library"),
                Set.of("tree"),
                Set.of("check"),
                Set.of("ir"),
                Set.of("emit"),
                Set.of("host", "store"),
                Set.of("tool")))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    HouseRules.noCycles("dev.weir.roto").check(CLASSES);
  }

  @Test
  void namesAreHonest() {
    HouseRules.honestNames().check(CLASSES);
  }

  /// What the generator of parsers writes is not ours to shape.
  @Test
  void staticStateIsConstant() {
    HouseRules.noMutableStatics()
        .check(
            CLASSES.that(
                JavaClass.Predicates.resideOutsideOfPackage("dev.weir.roto.syntax.grammar")));
  }
}
