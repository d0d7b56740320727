package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Result;
import dev.weir.roto.host.Verdict;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values as the file of cases writes them, and as hosts have them.
final class ConformanceValues {
  private ConformanceValues() {}

  /// The host's value for what is written.
  static Object read(Type type, @Nullable Object json) {
    return switch (json) {
      case Map<?, ?> tagged -> tagged(type, tagged);
      case List<?> list -> {
        Type element = argument(type, 0);
        List<Object> values = new ArrayList<>();
        list.forEach(value -> values.add(read(element, value)));
        yield values;
      }
      case String text when isFloat(type) -> Double.parseDouble(text);
      case null -> throw new IllegalArgumentException("null as a " + type);
      default -> json;
    };
  }

  private static boolean isFloat(Type type) {
    return type instanceof Scalar scalar && scalar.isFloat();
  }

  private static Type argument(Type type, int index) {
    return ((Type.Named) type).arguments().get(index);
  }

  private static Object tagged(Type type, Map<?, ?> json) {
    Map.Entry<?, ?> only = json.entrySet().iterator().next();
    Object value = only.getValue();
    return switch (String.valueOf(only.getKey())) {
      case "unit" -> Unit.VALUE;
      case "char" -> String.valueOf(value);
      case "ip" -> IpAddress.parse(String.valueOf(value));
      case "prefix" -> Prefix.parse(String.valueOf(value));
      case "asn" -> Asn.of(((BigDecimal) Objects.requireNonNull(value)).longValueExact());
      case "Some" -> Optional.of(read(argument(type, 0), value));
      case "None" -> Optional.empty();
      case "Ok" -> new Result.Ok<>(read(argument(type, 0), value));
      case "Err" -> new Result.Err<>(read(argument(type, 1), value));
      case "Accept" -> new Verdict.Accept<>(read(argument(type, 0), value));
      case "Reject" -> new Verdict.Reject<>(read(argument(type, 1), value));
      default -> throw new IllegalArgumentException("what is " + json + "?");
    };
  }

  /// Holds what a script gave against what is written.
  static void hold(Type type, Object actual, @Nullable Object json) {
    same(type, actual, read(type, json));
  }

  private static void same(Type type, Object actual, Object expected) {
    switch (expected) {
      case Optional<?> option -> {
        Optional<?> found = (Optional<?>) actual;
        assertThat(found.isPresent()).isEqualTo(option.isPresent());
        if (option.isPresent()) {
          same(argument(type, 0), found.orElseThrow(), option.get());
        }
      }
      case Verdict<?, ?> verdict -> {
        assertThat(actual).hasSameClassAs(verdict);
        int side = verdict.isAccept() ? 0 : 1;
        same(argument(type, side), ((Verdict<?, ?>) actual).value(), verdict.value());
      }
      case Result<?, ?> result -> {
        assertThat(actual).hasSameClassAs(result);
        int side = result.isOk() ? 0 : 1;
        same(argument(type, side), ((Result<?, ?>) actual).value(), result.value());
      }
      case List<?> list -> {
        List<?> found = (List<?>) actual;
        assertThat(found).hasSameSizeAs(list);
        for (int i = 0; i < list.size(); i++) {
          same(argument(type, 0), found.get(i), list.get(i));
        }
      }
      case Number number -> number(type, actual, number);
      case String text when type == Scalar.CHAR ->
          assertThat(actual).isEqualTo(text.codePointAt(0));
      default -> assertThat(actual).isEqualTo(expected);
    }
  }

  private static void number(Type type, Object actual, Number expected) {
    if (type == Scalar.F32) {
      assertThat(actual).isEqualTo(expected.floatValue());
    } else if (type == Scalar.F64) {
      assertThat(actual).isEqualTo(expected.doubleValue());
    } else if (type == Scalar.U64) {
      assertThat(Long.toUnsignedString(((Number) actual).longValue()))
          .isEqualTo(((BigDecimal) expected).toPlainString());
    } else {
      assertThat(((Number) actual).longValue()).isEqualTo(expected.longValue());
    }
  }
}
