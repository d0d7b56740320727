package dev.weir.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.weir.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("dev.weir.cli");

  @Test
  void renderingKnowsNoVerbs() {
    HouseRules.doesNotKnow("dev.weir.cli.command..")
        .check(HouseRules.classesOf("dev.weir.cli.render"));
  }

  @Test
  void onlyThePromptKnowsTheLineEditor() {
    HouseRules.onlyPackageUses("dev.weir.cli.repl..", "org.jline..").check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    HouseRules.noCycles("dev.weir.cli").check(CLASSES);
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
