package dev.weir.roto.run;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// `Regex`: a regular expression in the syntax of RE2, which matches in time linear in the text.
///
/// Linear means: the length of the text times the size of the expression. So that no expression is
/// huge, [RegexSize] weighs it before it is compiled.
///
/// Two are equal if their patterns are the same text.
public final class Regex {
  private final Pattern pattern;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
  }

  /// The expression of a pattern, or a [Failure] with a text that says what is wrong with it.
  public static Object compile(String pattern) {
    String excess = RegexSize.excess(pattern);
    if (excess != null) {
      return new Failure(excess);
    }
    try {
      return new Regex(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      String message = e.getMessage();
      return new Failure(message == null ? "no regular expression" : message);
    } catch (RuntimeException | StackOverflowError e) {
      return new Failure("no regular expression, or one that is nested too deep");
    }
  }

  /// Whether the expression matches somewhere in the text.
  public boolean isMatch(String text) {
    return pattern.matcher(text).find();
  }

  /// The first part of the text that matches, as an option.
  public @Nullable String find(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : null;
  }

  /// All parts of the text that match, from left to right, without overlap.
  public RefList findAll(String text) {
    RefList parts = new RefList();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      parts.push(matcher.group());
    }
    return parts;
  }

  /// What the groups of the first match took, as an option: a list of options that begins with the
  /// whole match.
  public @Nullable RefList captures(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    RefList groups = new RefList(matcher.groupCount() + 1);
    for (int i = 0; i <= matcher.groupCount(); i++) {
      groups.push(matcher.group(i));
    }
    return groups;
  }

  /// The text with every match replaced. In the replacement `$1` and `${name}` stand for groups,
  /// and a backslash takes the meaning from the sign behind it.
  ///
  /// @throws ScriptException `ARGUMENT` if the replacement names a group that is not there
  public String replace(String text, String replacement) {
    Texts.charge(text.length() + (long) replacement.length());
    try {
      String made = pattern.matcher(text).replaceAll(replacement);
      Texts.charge(made.length());
      return made;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ScriptException(
          Fault.ARGUMENT, "replace: '" + replacement + "' names a group that is not there", e);
    }
  }

  /// The parts between matches; empty ones are kept. An empty match at one of the ends does not
  /// cut.
  public RefList split(String text) {
    RefList parts = new RefList();
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (matcher.find()) {
      boolean empty = matcher.start() == matcher.end();
      if (!empty || matcher.start() > 0 && matcher.start() < text.length()) {
        parts.push(text.substring(from, matcher.start()));
        from = matcher.end();
      }
    }
    parts.push(text.substring(from));
    return parts;
  }

  /// The pattern.
  public String pattern() {
    return pattern.pattern();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Regex regex && pattern().equals(regex.pattern());
  }

  @Override
  public int hashCode() {
    return pattern().hashCode();
  }

  @Override
  public String toString() {
    return pattern();
  }
}
