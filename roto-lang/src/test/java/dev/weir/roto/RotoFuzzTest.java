package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any octets give a package or diagnostics; what checks compiles.
class RotoFuzzTest {
  private static final Runtime RUNTIME = Runtime.standard();

  @DictionaryFile(resourcePath = "/dev/weir/roto/RotoFuzzTest.dict")
  @FuzzTest(maxDuration = "10s")
  void anyTextIsAPackageOrDiagnostics(byte[] data) {
    Source source = new Source("fuzz.roto", new String(data, StandardCharsets.UTF_8));
    Parsed parsed = Parser.parse(source);
    parsed.diagnostics().forEach(found -> isInside(found, source));
    Checked checked =
        Checker.check(List.of(new ParsedModule("pkg", parsed.file())), RUNTIME.library());
    checked.diagnostics().forEach(found -> isInside(found, source));
    boolean wrong = hasError(checked.diagnostics());
    assertThat(checked.program() == null).isEqualTo(wrong);
    if (!hasError(parsed.diagnostics()) && !wrong) {
      assertThat(RUNTIME.compile(SourceTree.of(source))).isNotNull();
    }
  }

  private static boolean hasError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }

  private static void isInside(Diagnostic found, Source source) {
    assertThat(found.primary().span().end()).isLessThanOrEqualTo(source.text().length());
    assertThat(found.toString()).isNotEmpty();
  }
}
