package dev.weir.signer.review;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.Optional;

/// A domain name, as scripts see it. Two are equal however their letters are written.
@Doc("A domain name. Names are equal however their letters are written.")
public final class ReviewName {
  private final Name name;

  ReviewName(Name name) {
    this.name = name;
  }

  Name name() {
    return name;
  }

  /// Reads a name in presentation form; one without a final dot is taken as absolute too.
  @Doc("Reads a name, with or without its final dot; `None` if the text is no name.")
  public static Optional<ReviewName> parse(String text) {
    try {
      return Optional.of(new ReviewName(Name.parse(text, Name.ROOT)));
    } catch (MalformedText _) {
      return Optional.empty();
    }
  }

  /// The labels of the name; the root has none.
  @Doc("How many labels the name has; the root has none.")
  public @Unsigned int labels() {
    return name.labels();
  }

  /// The name without its first label.
  @Doc("The name without its first label; `None` for the root.")
  public Optional<ReviewName> parent() {
    return name.root() ? Optional.empty() : Optional.of(new ReviewName(name.parent()));
  }

  /// Whether the name is another, or lies below it.
  @Doc("Whether the name is the other one, or lies below it.")
  public boolean isUnder(ReviewName ancestor) {
    return name.under(ancestor.name);
  }

  /// Whether the first label is `*`.
  @Doc("Whether the first label is `*`.")
  public boolean isWildcard() {
    return name.wildcard();
  }

  /// The presentation form.
  @Doc("The name as zone files write it, with its final dot.")
  public String text() {
    return name.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReviewName that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
