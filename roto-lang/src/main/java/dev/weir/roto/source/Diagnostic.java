package dev.weir.roto.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One finding about a script: what is wrong, where, and what may be done.
///
/// @param code what kind of finding; stable between versions
/// @param message one sentence without a full stop
/// @param primary the place it is about
/// @param secondary places that explain it
/// @param notes sentences that help
/// @param fix a change that would answer it, where one is obvious
public record Diagnostic(
    Code code,
    String message,
    Label primary,
    List<Label> secondary,
    List<String> notes,
    Optional<Fix> fix) {
  /// Copies the lists.
  public Diagnostic {
    secondary = List.copyOf(secondary);
    notes = List.copyOf(notes);
  }

  /// A finding with nothing but its place.
  public static Diagnostic of(Code code, String message, Source source, Span span, String label) {
    return new Diagnostic(
        code, message, new Label(source, span, label), List.of(), List.of(), Optional.empty());
  }

  /// Whether the script compiles in spite of it.
  public Severity severity() {
    return code.severity();
  }

  /// The same with one more place.
  public Diagnostic also(Source source, Span span, String text) {
    List<Label> more = new ArrayList<>(secondary);
    more.add(new Label(source, span, text));
    return new Diagnostic(code, message, primary, more, notes, fix);
  }

  /// The same with one more sentence.
  public Diagnostic note(String text) {
    List<String> more = new ArrayList<>(notes);
    more.add(text);
    return new Diagnostic(code, message, primary, secondary, more, fix);
  }

  /// The same with a change that answers it.
  public Diagnostic fix(Fix change) {
    return new Diagnostic(code, message, primary, secondary, notes, Optional.of(change));
  }

  /// `file:line:column: message [code]`.
  @Override
  public String toString() {
    return primary.source().place(primary.span().start()) + ": " + message + " [" + code.id() + "]";
  }
}
