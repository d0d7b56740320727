package dev.weir.examples;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.weir.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES = HouseRules.classesOf("dev.weir.examples");

  @Test
  void showsTheRoomsAndNotTheProgram() {
    HouseRules.doesNotKnow("dev.weir.cli..").check(CLASSES);
  }

  @Test
  void namesAreHonest() {
    HouseRules.honestNames().check(CLASSES);
  }
}
