package dev.weir.dns.check;

import dev.weir.dns.name.Name;
import dev.weir.dns.type.RecordType;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a zone.
///
/// @param severity how bad it is
/// @param owner the name it is about
/// @param type the record type it is about, or null where it is about the name
/// @param rule the rule that is broken
/// @param text what is wrong, in words, without owner and type
public record Finding(
    Severity severity, Name owner, @Nullable RecordType type, Rule rule, String text) {
  /// Prints the finding on one line: severity, owner, type, text, and in brackets rule and
  /// reference.
  @Override
  public String toString() {
    return severity.word()
        + ": "
        + owner
        + (type == null ? "" : " " + type)
        + ": "
        + text
        + " ["
        + rule.id()
        + ", "
        + rule.reference()
        + "]";
  }
}
