package dev.weir.bgp.path;

import java.util.regex.Pattern;

/// What a pattern over text means, as a regular expression of the JDK.
final class TextModel {
  private TextModel() {}

  static Pattern of(String pattern) {
    return Pattern.compile(
        pattern
            .replace("{", "\\{")
            .replace("}", "\\}")
            .replace("_", "(?:^|$|[ ,\\{\\}()\\[\\]<>])"));
  }
}
