package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
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
    return Diagnostic.of(
        Code.MISMATCHED_TYPES,
        "mismatched types: expected " + wanted + ", found " + show(actual),
        source,
        span,
        "expected " + wanted);
  }
}
