package dev.weir.roto.check;

import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// F-strings. How a part is turned into text is decided when its type is known, at the end.
final class Texts {
  private final Expressions in;

  Texts(Expressions in) {
    this.in = in;
  }

  Draft check(Ast.FString text, Type expected) {
    List<Draft> values = new ArrayList<>();
    boolean bad = false;
    for (Ast.FStringPart part : text.parts()) {
      if (part instanceof Ast.FStringValue value) {
        Draft draft = in.infer(value.value());
        bad |= draft.isBad();
        values.add(draft);
      }
    }
    if (bad) {
      in.types().fits(expected, Scalar.STRING);
      return Draft.bad(text.span());
    }
    Span span = text.span();
    return in.expect(
        new Draft(
            span,
            Scalar.STRING,
            Draft.anyEnds(values),
            () -> Draft.strict(span, values, trees -> build(text, trees))),
        expected);
  }

  private Tree build(Ast.FString text, List<Tree> values) {
    List<Tree.FormatPart> parts = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    int next = 0;
    for (Ast.FStringPart part : text.parts()) {
      switch (part) {
        case Ast.FStringText piece -> before.append(piece.text());
        case Ast.FStringValue value -> {
          parts.add(part(before.toString(), values.get(next++), value));
          before.setLength(0);
        }
      }
    }
    if (!before.isEmpty()) {
      parts.add(new Tree.FormatPart(before.toString(), null, null, null));
    }
    return new Tree.Format(text.span(), Scalar.STRING, parts);
  }

  private Tree.FormatPart part(String before, Tree value, Ast.FStringValue written) {
    Ast.FormatSpec spec = written.format();
    Type type = value.type();
    boolean number = type instanceof Scalar scalar && scalar.isNumber();
    if (spec != null) {
      mustFit(spec, type);
    }
    LibraryFunction toText = spec != null && number ? null : toText(type, written.value().span());
    return new Tree.FormatPart(before, value, toText, spec == null ? null : format(spec));
  }

  private static Tree.FormatSpec format(Ast.FormatSpec spec) {
    return new Tree.FormatSpec(
        spec.fill(),
        spec.align(),
        spec.sign(),
        spec.alternate(),
        spec.zero(),
        spec.width(),
        spec.precision(),
        spec.kind());
  }

  private @Nullable LibraryFunction toText(Type type, Span span) {
    Meaning.OfLibraryFunction found = in.session().names().library().function(type, "to_string");
    if (found != null) {
      for (LibraryFunction function : found.overloads()) {
        if (function.method()
            && function.parameters().size() == 1
            && function.typeParameters().isEmpty()
            && function.parameters().getFirst().type().equals(type)
            && function.result() == Scalar.STRING) {
          return function;
        }
      }
    }
    if (type.head() != Types.ERROR) {
      in.report(
          Diagnostic.of(
                  Code.NOT_PRINTABLE,
                  Session.show(type) + " cannot be part of a text",
                  in.source(),
                  span,
                  "has no method `to_string`")
              .note("a part of an f-string needs a method `to_string() -> String`"));
    }
    return null;
  }

  private void mustFit(Ast.FormatSpec spec, Type type) {
    boolean integer = type instanceof Scalar scalar && scalar.isInteger();
    boolean floating = type instanceof Scalar scalar && scalar.isFloat();
    String wrong =
        switch (spec.kind()) {
          case 'x', 'X', 'b', 'o' -> integer ? null : "`" + spec.kind() + "` is for integers";
          case 'e' -> floating ? null : "`e` is for floats";
          default -> null;
        };
    if (wrong == null && spec.precision() >= 0 && integer) {
      wrong = "a precision is for floats and texts";
    }
    if (wrong == null && (spec.sign() || spec.zero()) && !integer && !floating) {
      wrong = "a sign and leading zeros are for numbers";
    }
    if (wrong == null && spec.alternate() && !integer) {
      wrong = "`#` is for integers";
    }
    if (wrong != null) {
      in.fail(
          Code.INVALID_FORMAT,
          spec.span(),
          "this format does not fit " + Session.show(type),
          wrong);
    }
  }
}
