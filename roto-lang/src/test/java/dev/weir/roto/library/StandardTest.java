package dev.weir.roto.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardTest {
  private static final List<Type> ARGUMENTS =
      List.of(
          Scalar.BOOL,
          Scalar.U8,
          Scalar.CHAR,
          Scalar.U64,
          Scalar.F32,
          Scalar.F64,
          Scalar.STRING,
          Scalar.UNIT,
          Scalar.PREFIX,
          BuiltIn.list(Scalar.U64),
          BuiltIn.option(Scalar.U8),
          BuiltIn.VERDICT.of(Scalar.UNIT, Scalar.UNIT),
          BuiltIn.RESULT.of(Scalar.U8, Scalar.STRING),
          StandardTypes.REGEX.of());

  static Stream<LibraryFunction> functions() {
    return Standard.library().functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionLinksToItsMethodForAllArguments(LibraryFunction function) throws Exception {
    int rounds = function.typeParameters().isEmpty() ? 1 : ARGUMENTS.size();
    for (int round = 0; round < rounds; round++) {
      var linkage = Linkage.of(function, substitution(function, round));
      if (linkage.isPresent()) {
        find(linkage.get());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionIsExplained(LibraryFunction function) {
    assertThat(function.documentation()).isNotBlank().endsWith(".");
  }

  @Test
  void everyConstantHasTheFormOfItsType() {
    for (LibraryConstant constant : Standard.library().constants()) {
      assertThat(constant.value()).as(constant.path()).isInstanceOf(Forms.boxed(constant.type()));
      assertThat(constant.documentation()).endsWith(".");
    }
  }

  @Test
  void namesOfTwelveAreThereWithTheirTypes() {
    assertThat(signatures())
        .contains(
            "String.trim: fn trim(self: String) -> String",
            "String.splitn: fn splitn(self: String, n: u64, separator: String) -> List[String]",
            "String.strip_prefix: fn strip_prefix(self: String, prefix: String) -> Option[String]",
            "StringBytes.get: fn get(self: StringBytes, index: u64) -> Option[char]",
            "List.push: fn push(self: List[T], value: T)",
            "List.get: fn get(self: List[T], index: u64) -> Option[T]",
            "Prefix.new: fn new(address: IpAddr, length: u8) -> Prefix",
            "f32.pow: fn pow(self: f32, exponent: f32) -> f32",
            "u8.to_string: fn to_string(self: u8) -> String");
  }

  @Test
  void conversionsGiveAnOptionOnlyWhereTheyCanFail() {
    assertThat(signatures())
        .contains(
            "u8.to_u16: fn to_u16(self: u8) -> u16",
            "u8.to_i8: fn to_i8(self: u8) -> Option[i8]",
            "i8.to_u64: fn to_u64(self: i8) -> Option[u64]",
            "u32.to_i64: fn to_i64(self: u32) -> i64",
            "f64.to_u8: fn to_u8(self: f64) -> Option[u8]",
            "i64.to_f32: fn to_f32(self: i64) -> f32");
  }

  @Test
  void printIsThereOnlyWhereAHostAddsIt() {
    assertThat(paths(Standard.library())).doesNotContain("print");
    assertThat(paths(Standard.withPrint(_ -> {}))).contains("print");
  }

  private static List<String> paths(Library library) {
    return library.functions().stream().map(LibraryFunction::path).toList();
  }

  private static List<String> signatures() {
    return functions().map(f -> f.path() + ": " + f.signature()).toList();
  }

  private static Map<Type.Parameter, Type> substitution(LibraryFunction function, int round) {
    Map<Type.Parameter, Type> map = new HashMap<>();
    int next = round;
    for (Type.Parameter parameter : function.typeParameters()) {
      map.put(parameter, ARGUMENTS.get(next++ % ARGUMENTS.size()));
    }
    return map;
  }

  private static void find(Linkage linkage) throws Exception {
    if (linkage.virtual()) {
      MethodHandles.publicLookup()
          .findVirtual(linkage.owner(), linkage.method(), linkage.type().dropParameterTypes(0, 1));
    } else {
      MethodHandles.publicLookup().findStatic(linkage.owner(), linkage.method(), linkage.type());
    }
  }
}
