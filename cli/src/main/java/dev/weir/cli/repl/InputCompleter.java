package dev.weir.cli.repl;

import dev.weir.roto.tool.Completion;
import dev.weir.roto.tool.Completions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Offers commands behind a colon, files behind `:load`, and else what the language has there.
final class InputCompleter implements Completer {
  private static final String LOAD = ":load ";

  private final Dialogue dialogue;

  InputCompleter(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  @Override
  public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
    String line = parsed.line();
    String before = line.substring(0, parsed.cursor());
    if (before.startsWith(":") && before.indexOf(' ') < 0) {
      Dialogue.COMMANDS.forEach(one -> candidates.add(candidate(one, one, "")));
    } else if (before.startsWith(LOAD)) {
      files(before.substring(LOAD.length()), parsed.word(), candidates);
    } else {
      for (Completion one : Completions.at(dialogue.session(), line, parsed.cursor())) {
        candidates.add(candidate(one.name(), one.name(), one.detail()));
      }
    }
  }

  private static Candidate candidate(String value, String shown, String description) {
    String text = description.isEmpty() ? null : description;
    return new Candidate(value, shown, null, text, null, null, false);
  }

  private static void files(String typed, String word, List<Candidate> candidates) {
    int slash = typed.lastIndexOf('/');
    Path directory = Path.of(slash < 0 ? "." : typed.substring(0, slash + 1));
    String name = typed.substring(slash + 1);
    String fixed = name.substring(0, Math.max(0, name.length() - word.length()));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String found = String.valueOf(entry.getFileName());
        if (found.startsWith(fixed) && (found.endsWith(".roto") || Files.isDirectory(entry))) {
          candidates.add(candidate(found.substring(fixed.length()), found, ""));
        }
      }
    } catch (IOException _) {
      candidates.clear();
    }
  }
}
