package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.host.Runtime;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryConstant;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.tool.LibraryDocs;
import dev.weir.roto.type.TypeDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The reference of policies is that of the code, and what it and its neighbours show compiles.
/// `-Dgolden=write` writes the reference anew.
class PolicyDocsTest {
  private static final Path DOCS = Path.of("..", "docs", "bgp");
  private static final String MARK =
      "<!-- From here on written from the code: -Dgolden=write -->\n";
  private static final Pattern BLOCK = Pattern.compile("```roto\\n(.*?)```", Pattern.DOTALL);

  @Test
  void theReferenceIsThatOfTheCode() throws IOException {
    Path page = DOCS.resolve("policies.md");
    String text = Files.readString(page);
    int mark = text.indexOf(MARK) + MARK.length();
    String now = generated();
    if (System.getProperty("golden", "").equals("write")) {
      Files.writeString(page, text.substring(0, mark) + now);
    }
    assertThat(text.substring(mark)).as("-Dgolden=write writes it anew").isEqualTo(now);
  }

  @Test
  void whatThePagesShowCompiles() throws IOException {
    for (String page : new String[] {"policies.md", "from-rotonda.md"}) {
      String text = Files.readString(DOCS.resolve(page));
      String own = text.contains(MARK) ? text.substring(0, text.indexOf(MARK)) : text;
      BLOCK
          .matcher(own)
          .results()
          .map(MatchResult::group)
          .forEach(block -> compile(page, block.substring(8, block.length() - 3)));
    }
  }

  private static void compile(String page, String script) {
    assertThat(PolicyRuntime.standard().compile(SourceTree.of(page, script)).diagnostics())
        .as(script)
        .isEmpty();
  }

  /// The page of what BGP adds to the standard library.
  private static String generated() {
    Library all = PolicyRuntime.standard().runtime().library();
    Library standard = Runtime.standard().library();
    Set<String> types =
        standard.types().stream().map(TypeDefinition::path).collect(Collectors.toSet());
    Set<String> functions =
        standard.functions().stream().map(LibraryFunction::path).collect(Collectors.toSet());
    Set<String> constants =
        standard.constants().stream().map(LibraryConstant::path).collect(Collectors.toSet());
    Library added =
        new Library(
            all.types().stream().filter(type -> !types.contains(type.path())).toList(),
            all.aliases(),
            all.layouts(),
            all.functions().stream().filter(one -> !functions.contains(one.path())).toList(),
            all.constants().stream().filter(one -> !constants.contains(one.path())).toList(),
            all.context(),
            all.globals());
    String page = LibraryDocs.markdown(added);
    return page.substring(page.indexOf("\n## "));
  }
}
