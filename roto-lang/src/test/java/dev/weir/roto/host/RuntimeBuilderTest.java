package dev.weir.roto.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.library.Implementation;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.OpaqueBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class RuntimeBuilderTest {
  @Doc("What a peer announces.")
  record Route(Prefix prefix, Asn originAsn, @Unsigned int localPref, Optional<Route> next) {
    @Doc("Whether the origin is a private number.")
    boolean isPrivate() {
      return originAsn.isPrivate();
    }

    @Doc("A route of everything.")
    static Route any(Asn origin) {
      return new Route(Prefix.parse("0.0.0.0/0"), origin, 100, Optional.empty());
    }

    @Doc("The preference of a route that has none.")
    static final int USUAL = 100;
  }

  enum Validity {
    VALID,
    NOT_FOUND,
    @RotoName("Bad")
    INVALID
  }

  sealed interface Event {
    record Announced(Route route) implements Event {}

    record Withdrawn(Prefix prefix, int times) implements Event {}
  }

  record Mark(int bits) {
    @Doc("Another mark.")
    static Mark of(@Unsigned int bits) {
      return new Mark(bits);
    }
  }

  @Test
  void theInsideOfAnOpaqueRecordIsHidden() {
    Runtime runtime =
        Runtime.builder(java.lang.invoke.MethodHandles.lookup())
            .opaque("Sign", Mark.class)
            .alias("Brand", Mark.class)
            .function("fn same(a: Brand, b: Sign) -> bool", SAME, Object::equals, "")
            .build();
    assertThat(runtime.library().types())
        .filteredOn(type -> type.path().equals("Sign"))
        .singleElement()
        .extracting(TypeDefinition::body)
        .isInstanceOf(OpaqueBody.class);
    assertThat(
            runtime
                .compile(
                    source(
                        "fn f(a: Brand) -> Sign { if a == Brand.of(1) { Sign.of(2) } else { a } }"))
                .orThrow()
                .callFriendly("f", dev.weir.roto.run.Limits.USUAL, null, new Mark(1)))
        .isEqualTo(new Mark(2));
    assertThat(runtime.compile(source("fn f(a: Brand) -> i32 { a.bits }")))
        .isInstanceOf(Compilation.Rejected.class);
  }

  private static final Class<Same> SAME = Same.class;

  interface Same {
    boolean test(Mark a, Mark b);
  }

  private static dev.weir.roto.source.SourceTree source(String text) {
    return dev.weir.roto.source.SourceTree.of("a.roto", text);
  }

  static final class Counter {
    private long count;

    public void add(long by) {
      count += by;
    }

    public long count() {
      return count;
    }
  }

  @FunctionalInterface
  interface Lookup {
    Result<String, Integer> find(IpAddress address);
  }

  record Clash(int class_, int accept) {}

  record Generic<T>(T value) {}

  private static TypeDefinition type(Library library, String path) {
    return library.types().stream()
        .filter(type -> type.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static LibraryFunction function(Library library, String path) {
    return library.functions().stream()
        .filter(function -> function.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static MethodHandle handle(LibraryFunction function) {
    return ((Implementation.Handle) function.implementation()).handle();
  }

  @Test
  void aRecordIsARecordWithFieldsMethodsAndConstants() throws Throwable {
    Library library = Runtime.builder().type(Route.class).build().library();
    TypeDefinition route = type(library, "Route");
    assertThat(((RecordBody) route.body()).fields())
        .hasToString("[prefix: Prefix, origin_asn: Asn, local_pref: u32, next: Option[Route]]");
    assertThat(route.documentation()).isEqualTo("What a peer announces.");
    assertThat(function(library, "Route.is_private").signature())
        .isEqualTo("fn is_private(self: Route) -> bool");
    assertThat(function(library, "Route.any").method()).isFalse();
    assertThat(library.constants())
        .anySatisfy(constant -> assertThat(constant.path()).isEqualTo("Route.USUAL"));

    HostLayout.HostVariant layout = library.layouts().get(route).variants().getFirst();
    Object made =
        layout.constructor().invoke((Object) Prefix.parse("10.0.0.0/8"), 64512, -1, (Object) null);
    assertThat(made)
        .isEqualTo(new Route(Prefix.parse("10.0.0.0/8"), new Asn(64512), -1, Optional.empty()));
    assertThat((int) layout.getters().get(1).invoke(made)).isEqualTo(64512);
    assertThat((boolean) handle(function(library, "Route.is_private")).invoke(made)).isTrue();
  }

  @Test
  void anEnumHasAVariantForEachConstant() throws Throwable {
    Library library = Runtime.builder().type(Validity.class).build().library();
    TypeDefinition validity = type(library, "Validity");
    assertThat(((EnumBody) validity.body()).variants())
        .extracting(TypeDefinition.Variant::name)
        .containsExactly("Valid", "NotFound", "Bad");
    assertThat((int) library.layouts().get(validity).tag().invoke((Object) Validity.INVALID))
        .isEqualTo(2);
  }

  @Test
  void aSealedInterfaceOfRecordsIsAnEnumWithPayloads() throws Throwable {
    Library library = Runtime.builder().type(Event.class).type(Route.class).build().library();
    TypeDefinition event = type(library, "Event");
    assertThat(((EnumBody) event.body()).variants())
        .extracting(variant -> variant.name() + variant.payload())
        .containsExactly("Announced[Route]", "Withdrawn[Prefix, i32]");
    HostLayout layout = library.layouts().get(event);
    Object value = new Event.Withdrawn(Prefix.parse("::/0"), 3);
    assertThat((int) layout.tag().invoke(value)).isEqualTo(1);
    assertThat((int) layout.variants().get(1).getters().get(1).invoke(value)).isEqualTo(3);
  }

  @Test
  void anyOtherClassIsOpaqueAndItsPublicMethodsCanBeAdded() {
    Library library =
        Runtime.builder().type(Counter.class).methods(Counter.class).build().library();
    assertThat(type(library, "Counter").body()).isInstanceOf(OpaqueBody.class);
    assertThat(function(library, "Counter.count").signature())
        .isEqualTo("fn count(self: Counter) -> i64");
    assertThat(function(library, "Counter.add").method()).isTrue();
  }

  @Test
  void aFunctionHasTheTypesOfItsInterfaceOrOfItsSignature() throws Throwable {
    Library library =
        Runtime.builder()
            .function("plus", IntBinaryOperator.class, Integer::sum, "Adds.")
            .function(
                "fn add(a: u8, b: u32) -> u32", IntBinaryOperator.class, Integer::sum, "Adds too.")
            .build()
            .library();
    assertThat(function(library, "plus").signature()).endsWith("-> i32");
    assertThat(function(library, "plus").documentation()).isEqualTo("Adds.");
    assertThat(function(library, "add").signature()).isEqualTo("fn add(a: u8, b: u32) -> u32");
    assertThat((int) handle(function(library, "add")).invokeExact(1, 2)).isEqualTo(3);
  }

  @Test
  void aResultComesAsItsValueOrAsAFailure() throws Throwable {
    Library library =
        Runtime.builder()
            .function(
                "fn find(a: IpAddr) -> Result[String, u16]",
                Lookup.class,
                address -> address.width() == 32 ? new Result.Ok<>("four") : new Result.Err<>(128),
                "")
            .build()
            .library();
    MethodHandle find = handle(function(library, "find"));
    assertThat((Object) find.invoke(IpAddress.parse("1.2.3.4"))).isEqualTo("four");
    assertThat((Object) find.invoke(IpAddress.parse("::1")))
        .isEqualTo(new dev.weir.roto.run.Failure(128));
  }

  @Test
  void modulesConstantsAndPrintArePartOfTheLibrary() {
    List<String> lines = new ArrayList<>();
    Library library =
        Runtime.builder()
            .print(lines::add)
            .module(
                "net",
                net ->
                    net.constant("LIMIT: u8", 24, "The longest.")
                        .module(
                            "deep",
                            deep -> deep.function("one", IntBinaryOperator.class, Math::max, "")))
            .constant("HOME", IpAddress.parse("::1"), "")
            .build()
            .library();
    assertThat(library.constants())
        .anySatisfy(constant -> {
          assertThat(constant.path()).isEqualTo("net.LIMIT");
          assertThat(constant.type()).hasToString("u8");
          assertThat(constant.value()).isEqualTo(24);
        })
        .anySatisfy(constant -> assertThat(constant.type()).hasToString("IpAddr"));
    assertThat(function(library, "net.deep.one")).isNotNull();
    assertThat(function(library, "print")).isNotNull();
  }

  record Session(String peer, Asn localAsn) {}

  @Test
  void theComponentsOfTheContextAreItsVariables() throws Throwable {
    Library library = Runtime.builder().context(Session.class).build().library();
    assertThat(library.context())
        .extracting(variable -> variable.name() + ": " + variable.type())
        .containsExactly("peer: String", "local_asn: Asn");
    Object session = new Session("a", new Asn(7));
    assertThat((int) library.context().get(1).getter().invoke(session)).isEqualTo(7);
  }

  @Test
  void whatCannotBeGivenIsSaidWithThePlaceInTheHost() {
    assertThatThrownBy(() -> Runtime.builder().type(Event.class).build())
        .isInstanceOf(RegistrationException.class)
        .hasMessageContaining("Route is not registered: add it with type(Route.class)")
        .hasMessageContaining("RuntimeBuilderTest.java:");
    assertThatThrownBy(() -> Runtime.builder().type(Generic.class).build())
        .hasMessageContaining("a generic class cannot be a type of scripts");
    assertThatThrownBy(() -> Runtime.builder().type(Clash.class).build())
        .hasMessageContaining("`accept` is a keyword");
    assertThatThrownBy(
            () -> Runtime.builder().type(Counter.class).type("Other", Counter.class).build())
        .hasMessageContaining("the class is the type `Counter` already");
    assertThatThrownBy(() -> Runtime.builder().type("AS1", Counter.class).build())
        .hasMessageContaining("`AS1` is an AS number");
  }

  @Test
  void functionsThatCannotBeGivenAreSaid() {
    assertThatThrownBy(() ->
            Runtime.builder()
                .function("plus", IntBinaryOperator.class, Integer::sum, "")
                .function("plus", IntBinaryOperator.class, Integer::sum, "")
                .build())
        .hasMessageContaining("plus is in the library already");
    assertThatThrownBy(() ->
            Runtime.builder()
                .function("not a name", IntBinaryOperator.class, Integer::sum, "")
                .build())
        .hasMessageContaining("`not a name` is no identifier");
    assertThatThrownBy(() ->
            Runtime.builder()
                .function("fn f(a: String, b: i32) -> i32", IntBinaryOperator.class, Math::max, "")
                .build())
        .hasMessageContaining("parameter 1, `a`, is String in the signature and int in Java");
    assertThatThrownBy(() ->
            Runtime.builder()
                .function("fn f(a: i32) -> i32", IntBinaryOperator.class, Math::max, "")
                .build())
        .hasMessageContaining("the signature has 1 parameters, and the Java code 2");
    assertThatThrownBy(() ->
            Runtime.builder().function("same", Function.class, Function.identity(), "").build())
        .hasMessageContaining("Object could be many types: give the signature as text");
  }
}
