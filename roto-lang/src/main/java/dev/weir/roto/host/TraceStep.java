package dev.weir.roto.host;

import dev.weir.roto.library.Library;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.type.Type;
import org.jspecify.annotations.Nullable;

/// Something that a traced script found out on its way to a decision.
///
/// @param kind what it was
/// @param function the path of the function that runs, with `pkg`
/// @param source the text that declares it
/// @param span where in the text
/// @param type of the value
/// @param value in its boxed form, as `docs/design/roto-values.md` has it; null is `None`
public record TraceStep(
    Kind kind, String function, Source source, Span span, Type type, @Nullable Object value) {

  /// What a script can find out.
  public enum Kind {
    /// One side of a comparison: its value.
    OPERAND,
    /// A comparison, or one side of `&&` or `||`: whether it holds.
    TERM,
    /// The condition of `if` or `while`, or the guard of an arm: whether it holds.
    CONDITION,
    /// What is matched, by `match`, `if let` or `while let`: its value.
    MATCHED,
    /// The arm or branch whose pattern fits; the value is `()`.
    ARM,
    /// What stands before `?`: its value.
    TRIED,
    /// What a function gives, with `return`, `accept` or `reject` or at its end: its value.
    RESULT
  }

  /// The line, from 1.
  public int line() {
    return source.line(span.start());
  }

  /// The text of the script at that place.
  public String code() {
    return source.text().substring(span.start(), span.end());
  }

  /// The value as a script would write it.
  ///
  /// @param library of the runtime
  public String text(Library library) {
    return ValuePrinter.print(library, type, value);
  }
}
