package dev.weir.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules of the house, the same in every room; each module's `ArchitectureTest` fills in names.
///
/// This source is compiled into the tests of every module (see the root `pom.xml`).
public final class HouseRules {
  /// The packages that may call the operating system, by their last name.
  private static final Set<String> EDGE =
      Set.of("store", "net", "http", "hsm", "sink", "daemon", "cli");

  private static final Set<String> EDGE_TYPES =
      Set.of(
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.lang.Process",
          "java.lang.ProcessBuilder");

  /// Calls by owner and name; a constructor is named `<init>`.
  private static final Set<String> EDGE_CALLS =
      Set.of(
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep",
          "java.lang.Math.random",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.util.Random.<init>",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.security.SecureRandom.<init>");

  /// Where compiled tests lie, whatever tool compiled them.
  private static final Pattern TEST_OUTPUT = Pattern.compile(".*/target/[^/]*test[^/]*/.*");

  private HouseRules() {}

  /// Reads the main classes of a room from the class path.
  public static JavaClasses classesOf(String... packages) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.matches(TEST_OUTPUT))
        .importPackages(packages);
  }

  /// Only the edge packages use files, sockets, clocks, randomness, processes and the environment.
  public static ArchRule onlyTheEdgeCallsTheSystem() {
    return noClasses()
        .that(describe("are not at the edge", HouseRules::isCore))
        .should()
        .dependOnClassesThat(describe("belong to the operating system", HouseRules::isSystemType))
        .orShould()
        .callMethodWhere(describe("asks the operating system", HouseRules::asksSystem))
        .orShould()
        .callConstructorWhere(describe("makes randomness", HouseRules::asksSystem))
        .allowEmptyShould(true)
        .because("a core takes bytes, time and randomness as arguments");
  }

  /// Imports point downwards: the layers are given from the bottom to the top, a package by its
  /// name after the room's root (`zone` for `dev.weir.dns.zone`).
  public static ArchRule layers(String root, List<Set<String>> layers) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new PointDownwards(root, layers))
        .allowEmptyShould(true);
  }

  /// No two packages of a room need each other.
  public static ArchRule noCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  /// A library is known to one package only.
  public static ArchRule onlyPackageUses(String user, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(user)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true);
  }

  /// A room knows no class of these rooms.
  public static ArchRule doesNotKnow(String... rooms) {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms)
        .allowEmptyShould(true);
  }

  /// Names say what a thing is, not what it is for the programmer.
  public static ArchRule honestNames() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveNameMatching(".*\\.\\w*(Util|Utils|Helper|Manager)")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Base|Default|I)[A-Z][a-z]\\w*")
        .allowEmptyShould(true);
  }

  /// Static state is a constant.
  public static ArchRule noMutableStatics() {
    return fields().that().areStatic().should().beFinal().allowEmptyShould(true);
  }

  private static boolean isCore(JavaClass type) {
    return EDGE.stream()
        .noneMatch(edge -> (type.getPackageName() + ".").contains("." + edge + "."));
  }

  private static boolean isSystemType(JavaClass type) {
    String owner = type.getPackageName();
    return owner.equals("java.net")
        || owner.startsWith("java.net.http")
        || owner.startsWith("java.nio.channels")
        || owner.startsWith("java.nio.file")
        || EDGE_TYPES.contains(type.getName());
  }

  private static boolean asksSystem(JavaCall<?> call) {
    return EDGE_CALLS.contains(call.getTargetOwner().getName() + "." + call.getName());
  }

  /// Compares the layers at both ends of every dependency inside a room.
  private static final class PointDownwards extends ArchCondition<JavaClass> {
    private final String root;
    private final List<Set<String>> layers;

    PointDownwards(String root, List<Set<String>> layers) {
      super("depend only on their own layer and lower ones");
      this.root = root;
      this.layers = layers;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      int from = layerOf(type);
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        int to = layerOf(dependency.getTargetClass());
        if (from >= 0 && to > from) {
          events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
        }
      }
    }

    private int layerOf(JavaClass type) {
      String owner = type.getPackageName();
      if (!owner.startsWith(root + ".")) {
        return -1;
      }
      String rest = owner.substring(root.length() + 1);
      int dot = rest.indexOf('.');
      String name = dot < 0 ? rest : rest.substring(0, dot);
      for (int i = 0; i < layers.size(); i++) {
        if (layers.get(i).contains(name)) {
          return i;
        }
      }
      return -1;
    }
  }
}
