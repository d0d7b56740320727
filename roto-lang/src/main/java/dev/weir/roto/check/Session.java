package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;

/// What all parts of one run of the checker share.
record Session(Names names, Types types, Report report, TypeReader reader, Imports imports) {
  /// A run over a package.
  static Session of(LibraryNames library, Module root) {
    Report report = new Report();
    Names names = new Names(library, root, report);
    return new Session(
        names, new Types(), report, new TypeReader(names, report), new Imports(names, report));
  }

  /// Warns of an import that nothing uses.
  void unusedImport(Source source, String name, Imported imported) {
    report.add(
        Code.UNUSED_IMPORT,
        source,
        imported.span(),
        "`" + name + "` is imported and never used",
        "never used");
  }

  /// A type for a message.
  static String show(Type type) {
    return Types.isTooLarge(type) ? "`..`" : "`" + type.resolved() + "`";
  }

  /// Says that a value has another type than is wanted.
  void mismatch(Source source, Span span, Type expected, Type actual) {
    report.add(mismatched(source, span, expected, actual));
  }

  /// The same, to be completed.
  static Diagnostic mismatched(Source source, Span span, Type expected, Type actual) {
    String wanted = show(expected);
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.MISMATCHED_TYPES,
            "mismatched types: expected " + wanted + ", found " + show(actual),
            source,
            span,
            "expected " + wanted);
    return hint(diagnostic, source, span, expected.head(), actual.head());
  }

  private static Diagnostic hint(
      Diagnostic diagnostic, Source source, Span span, Type expected, Type actual) {
    String text = source.text(span);
    boolean integer = Keys.isInteger(actual);
    if (expected instanceof Type.Scalar scalar && scalar.isFloat() && integer) {
      boolean literal = text.chars().allMatch(c -> c >= '0' && c <= '9');
      Diagnostic noted = diagnostic.note("a float is written with a point: `1.0`");
      return literal ? noted.fix(new Fix("write a float", source, span, text + ".0")) : noted;
    }
    if (expected == Type.Scalar.STRING && Keys.isNumber(actual)) {
      return diagnostic.note("an f-string makes text of a number: `f\"{x}\"`");
    }
    boolean inside =
        BuiltIn.is(expected, BuiltIn.OPTION)
            && !Types.isTooLarge(actual)
            && !Types.isTooLarge(expected)
            && ((Type.Named) expected).arguments().getFirst().resolved().equals(actual.resolved());
    return inside && text.length() < 60
        ? diagnostic
            .note("a value that is there is `Some` of it")
            .fix(new Fix("write `Some(..)`", source, span, "Some(" + text + ")"))
        : diagnostic;
  }
}
