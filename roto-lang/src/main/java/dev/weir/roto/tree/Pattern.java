package dev.weir.roto.tree;

import dev.weir.inet.Prefix;
import dev.weir.roto.source.Span;
import dev.weir.roto.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a value is compared with, checked against the type of the value.
public sealed interface Pattern {
  /// Where it is written.
  Span span();

  /// Fits everything.
  record Any(Span span) implements Pattern {}

  /// Fits everything and gives it a name. In alternatives of an [Or] the same [Local] stands in
  /// every alternative.
  record Bind(Span span, Local local) implements Pattern {}

  /// Fits one variant of an enum whose payload fits.
  ///
  /// @param payload as many as the variant has
  record Variant(Span span, Type.Named type, int variant, List<Pattern> payload)
      implements Pattern {}

  /// Fits a record whose fields fit; one pattern a field, in the order of the type's fields.
  ///
  /// @param type a named record or an anonymous one
  record Record(Span span, Type type, List<Pattern> fields) implements Pattern {}

  /// Fits an equal value: a [Tree.Literal] of the type.
  record Equal(Span span, Tree.Literal value) implements Pattern {}

  /// Fits values from `from` (inclusive) to `to`, in the order of the type; null ends are open. Of
  /// type integer, `char`, `Asn`, `IpAddr` (addresses of the other family never fit).
  record Between(
      Span span, Tree.@Nullable Literal from, Tree.@Nullable Literal to, boolean inclusive)
      implements Pattern {}

  /// Fits an `IpAddr` inside the prefix.
  record Inside(Span span, Prefix prefix) implements Pattern {}

  /// Fits what one of the alternatives fits; the first that does gives the bindings.
  record Or(Span span, List<Pattern> alternatives) implements Pattern {}
}
