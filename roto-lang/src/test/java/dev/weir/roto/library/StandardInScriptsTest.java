package dev.weir.roto.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.emit.Compiled;
import dev.weir.roto.emit.EmitOptions;
import dev.weir.roto.emit.Emitter;
import dev.weir.roto.run.Fault;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the library from the script down to their Java code.
class StandardInScriptsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\" a \".trim() + \"b\".repeat(2) == \"abb\"",
        "\"a,b\".split(\",\").len() == 2",
        "\"a,b\".split(\",\").join(\"-\") == \"a-b\"",
        "String.trim(\" x\") == \"x\"",
        "\"a1\".chars().get(1) == Some('1')",
        "\"a\nb\".lines().get(1) == Some(\"b\")",
        "\"ab\".bytes().list() == [97, 98]",
        "\"ab\".strip_prefix(\"a\") == Some(\"b\")",
        "\"ab\".find(\"b\") == Some(1)",
        "'7'.to_digit(10) == Some(7)",
        "'a'.is_alphabetic() && !'a'.is_digit()",
        "char.from_u32(55296) == None",
        "10.0f64.to_string() == \"10\"",
        "2.5f64.round() == 3.0",
        "1.0f32.pow(f32.NAN) == 1.0",
        "300u16.to_u8() == None",
        "200u8.to_i8() == None && 200u8.to_u16() == 200",
        "300i32.saturating_to_u8() == 255 && 300i32.wrapping_to_u8() == 44",
        "u64.MAX.to_string() == \"18446744073709551615\"",
        "u8.MAX.checked_add(1) == None",
        "i8.MIN.checked_div(-1) == None",
        "u32.parse(\"4294967295\") == Some(u32.MAX)",
        "5u8.bit_and(4).bit_or(2).bit_xor(1) == 7",
        "(-7i32).abs().max(3).min(5) == 5",
        "255u8.to_hex() == \"ff\"",
        "1.9f64.to_i32() == Some(1) && f64.NAN.to_u8() == None",
        "7u8.to_f64() == 7.0",
        "(10.1.2.3 / 8).contains(10.9.9.9)",
        "(10.0.0.0 / 8).covers(10.1.0.0 / 16) && (10.0.0.0 / 8).max_addr() == 10.255.255.255",
        "Prefix.new(10.1.2.3, 8).len() == 8",
        "IpAddr.parse(\"::1\") == Some(IpAddr.LOCALHOSTV6)",
        "AS64496.to_u32() == 64496 && Asn.from_u32(1) == AS1 && AS64512.is_private()",
        "bool.parse(\"true\") == Some(true)",
        "[3, 1, 2].contains(2) && [3u8, 1].index(1) == Some(1)",
        "[true, false].get(1) == Some(false)",
        "[1.5, 2.5].last() == Some(2.5)",
        "[\"a\", \"b\"].concat([\"c\"]).len() == 3",
        "[1, 2, 3].slice(1, 3) == [2, 3]",
        "[None, Some(1u8)].get(0) == Some(None)",
        "[1, 2, 3].map(|x| x * 2).filter(|x| x > 2) == [4, 6]",
        "[1, 2, 3].fold(0, |sum, x| sum + x) == 6",
        "[1, 2].any(|x| x == 2) && ![1, 2].all(|x| x == 2)",
        "[1, 2].find(|x| x > 1) == Some(2) && [1, 2].position(|x| x > 2) == None",
        "Some(1).unwrap_or(2) == 1 && Some(1).map(|x| x + 1) == Some(2)",
        "Some(1u8).or(None) == Some(1) && Some(1).is_some()",
        "Set.from([1, 2, 2]).len() == 2",
        "Set.from([1u64, 2]).union(Set.from([3])).list() == [1, 2, 3]",
        "PrefixSet.from([10.0.0.0 / 8]).contains(10.0.0.0 / 8)",
        "PrefixSet.from([10.0.0.0 / 8]).longest_match(10.1.1.1) == Some(10.0.0.0 / 8)",
        "AsnSet.from([AS1, AS2]).contains(AS2)",
        "Regex.new(\"(\").is_err()",
        "Regex.new(\"b+\").ok().map(|r| r.is_match(\"abb\")) == Some(true)",
      })
  void holds(String expression) {
    runs("fn main() { if !(" + expression + ") { let x: List[u8] = []; x.remove(0); } }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let xs = [3u8, 1, 200]; xs.sort(); xs.reverse(); check(xs == [200, 3, 1]);",
        "let xs = [1u64]; xs.push(2); xs.insert(0, 9); check(xs.remove(1) == 1 && xs.len() == 2);",
        "let xs = [1]; check(xs.pop() == Some(1) && xs.pop() == None); xs.extend([1, 2]); xs.set(0,"
            + " 7); xs.swap(0, 1); check(xs == [2, 7]); xs.clear(); check(xs.is_empty());",
        "let xs: List[bool] = List.new(); xs.push(true); check(xs.get(0) == Some(true));",
        "let m: Map[String, u64] = Map.new(); check(m.insert(\"a\", 1) == None);"
            + " check(m.insert(\"a\", 2) == Some(1) && m.get(\"a\") == Some(2));"
            + " check(m.keys() == [\"a\"] && m.values() == [2] && m.remove(\"b\") == None);",
        "let m: Map[u8, u8?] = Map.new(); m.insert(1, None);"
            + " check(m.get(1) == Some(None) && m.get(2) == None);",
        "let s: Set[IpAddr] = Set.new(); check(s.insert(1.1.1.1) && !s.insert(1.1.1.1));",
        "let b = StringBuf.new(); b.push_char('a'); b.push_string(\"b\");"
            + " check(b.as_string() == \"ab\" && b.len() == 2);",
        "let p = PrefixSet.new(); p.add_range(10.0.0.0 / 8, 16, 24);"
            + " check(p.contains(10.1.0.0 / 16) && !p.contains(10.0.0.0 / 8));",
        "let a = AsnSet.new(); a.add_range(AS1, AS9); check(a.contains(AS5) && a.len() == 9);",
      })
  void worksInPlace(String body) {
    runs("fn check(x: bool) { if !x { [0u8].remove(9); } } fn main() { " + body + " }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"absurd\".repeat(u64.MAX); MEMORY",
        "[1].remove(1); INDEX",
        "[1].set(1, 1); INDEX",
        "[1].slice(1, 3); INDEX",
        "Prefix.new(1.1.1.1, 33); PREFIX_LENGTH",
        "1u8.clamp(3, 2); ARGUMENT",
        "PrefixSet.new().add_range(10.0.0.0 / 8, 7, 8); ARGUMENT"
      })
  void refuses(String expression, Fault fault) {
    assertThat(failure("fn main() { let x = " + expression + "; }")).isEqualTo(fault);
  }

  private static void runs(String script) {
    assertThat(failure(script)).as(script).isNull();
  }

  private static @org.jspecify.annotations.Nullable Fault failure(String script) {
    Library library = Standard.library();
    Parsed parsed = Parser.parse(new Source("test.roto", script));
    assertThat(parsed.diagnostics()).as(script).isEmpty();
    Checked checked = Checker.check(List.of(new ParsedModule("pkg", parsed.file())), library);
    var program = checked.program();
    assertThat(program).as(() -> script + checked.diagnostics()).isNotNull();
    Compiled compiled =
        Emitter.emit(java.util.Objects.requireNonNull(program), library, EmitOptions.USUAL);
    assertThat(compiled.diagnostics()).isEmpty();
    try {
      compiled.find("pkg.main").orElseThrow().handle().invoke(Limits.USUAL);
      return null;
    } catch (ScriptException e) {
      return e.fault();
    } catch (Throwable e) {
      throw new AssertionError(script, e);
    }
  }
}
