package dev.weir.bgp.filter;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.inet.PrefixSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads prefixes with the lengths that count, see [PrefixLists].
final class PrefixListText {
  private static final Pattern ITEM =
      Pattern.compile(
          "([^\\^{+]+)(?:\\^(\\d{1,3})(?:-(\\d{1,3}))?|\\{(\\d{1,3})-(\\d{1,3})\\}|(\\^?\\+)|(\\^-))?");

  private final PrefixSet set = new PrefixSet();

  private PrefixListText() {}

  /// Reads a list.
  ///
  /// @throws IllegalArgumentException that says which item is wrong
  static PrefixSet parse(String text) {
    PrefixListText reader = new PrefixListText();
    List<String> words =
        ListText.words(text.replaceAll("\\{\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\}", "{$1-$2}"));
    int at = 0;
    while (at < words.size()) {
      at = reader.item(words, at);
    }
    return reader.set;
  }

  /// Reads an item; returns where the next begins.
  private int item(List<String> words, int from) {
    String word = words.get(from);
    Matcher parts = ITEM.matcher(word);
    if (!parts.matches()) {
      throw wrong(
          word, "expected a prefix, perhaps with ^16-24, {16,24}, ^+ or ge 16 le 24 behind");
    }
    Prefix prefix = Prefix.parse(parts.group(1));
    int width = widthOf(prefix.address());
    if (parts.group(2) != null) {
      String last = parts.group(3) == null ? parts.group(2) : parts.group(3);
      add(word, prefix, Integer.parseInt(parts.group(2)), Integer.parseInt(last));
      return from + 1;
    }
    if (parts.group(4) != null) {
      add(word, prefix, Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)));
      return from + 1;
    }
    if (parts.group(6) != null) {
      set.addRange(prefix, prefix.length(), width);
      return from + 1;
    }
    if (parts.group(7) != null) {
      if (prefix.length() < width) {
        set.addRange(prefix, prefix.length() + 1, width);
      }
      return from + 1;
    }
    return bounds(words, from + 1, prefix, width);
  }

  /// Reads `ge` and `le`; without them the prefix itself is meant.
  private int bounds(List<String> words, int from, Prefix prefix, int width) {
    int least = -1;
    int most = -1;
    int at = from;
    while (at < words.size() && (words.get(at).equals("ge") || words.get(at).equals("le"))) {
      if (at + 1 == words.size() || !words.get(at + 1).matches("\\d{1,3}")) {
        throw wrong(prefix + " " + words.get(at), "a number of bits must follow");
      }
      int bits = Integer.parseInt(words.get(at + 1));
      if (words.get(at).equals("ge")) {
        least = bits;
      } else {
        most = bits;
      }
      at += 2;
    }
    if (least < 0 && most < 0) {
      set.add(prefix);
    } else {
      add(prefix.toString(), prefix, least < 0 ? prefix.length() : least, most < 0 ? width : most);
    }
    return at;
  }

  private void add(String item, Prefix prefix, int least, int most) {
    if (least < prefix.length() || most < least || most > widthOf(prefix.address())) {
      throw wrong(item, "the lengths must lie between that of the prefix and that of the address");
    }
    set.addRange(prefix, least, most);
  }

  private static int widthOf(IpAddress address) {
    return address.width();
  }

  private static IllegalArgumentException wrong(String item, String why) {
    return new IllegalArgumentException("'" + item + "': " + why);
  }
}
