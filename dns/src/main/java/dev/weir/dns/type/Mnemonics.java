package dev.weir.dns.type;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// A registry's names in both directions: number to mnemonic, and mnemonic in any case to number.
final class Mnemonics {
  private final Map<Integer, String> byNumber = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();

  /// Reads lines of a number and one or more names; the first name is the one printed.
  Mnemonics(String lines) {
    for (String line : lines.strip().split("\n")) {
      String[] words = line.strip().split(" +");
      int number = Integer.parseInt(words[0]);
      byNumber.put(number, words[1]);
      for (int i = 1; i < words.length; i++) {
        byName.put(words[i].toUpperCase(Locale.ROOT), number);
      }
    }
  }

  /// The name of a number, or `prefix` and the number in decimal.
  String name(int number, String prefix) {
    String name = byNumber.get(number);
    return name != null ? name : prefix + number;
  }

  /// The number of a name in any case, or of `prefix` and a decimal from 0 to `max`; else -1.
  int number(String name, String prefix, int max) {
    String upper = name.toUpperCase(Locale.ROOT);
    Integer number = byName.get(upper);
    if (number != null) {
      return number;
    }
    if (!upper.startsWith(prefix) || upper.length() > prefix.length() + 5) {
      return -1;
    }
    String digits = upper.substring(prefix.length());
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int value = Integer.parseInt(digits);
    return value > max ? -1 : value;
  }

  /// All numbers that have a name, ascending.
  IntStream numbers() {
    return byNumber.keySet().stream().mapToInt(Integer::intValue).sorted();
  }

  /// Whether a number has a name of its own.
  boolean known(int number) {
    return byNumber.containsKey(number);
  }
}
