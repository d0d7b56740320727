package dev.weir.signer.keys;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.Ttl;
import dev.weir.signer.KeyFault;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// The public half of BIND's key files: `K<zone>+<algorithm>+<tag>.key`, a zone file with one
/// DNSKEY record and comments.
public final class KeyFileText {
  private KeyFileText() {}

  /// What a public key file says.
  ///
  /// @param owner the zone
  /// @param ttl the TTL of the record, or -1 if it has none
  /// @param key the record data
  public record PublicFile(Name owner, long ttl, PublicKeyRecord key) {}

  /// The name of a key's files without the suffix, such as `Kexample.+013+04711`.
  ///
  /// Octets that are neither letters, digits, hyphens nor underscores appear as `%` and two
  /// hexadecimal digits, as BIND writes them.
  public static String baseName(Name zone, PublicKeyRecord key) {
    StringBuilder out = new StringBuilder("K");
    byte[] wire = zone.canonicalWire();
    if (wire.length == 1) {
      out.append('.');
    }
    for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
      for (int i = at + 1; i <= at + wire[at]; i++) {
        appendPlain(out, wire[i]);
      }
      out.append('.');
    }
    return out.append(
            String.format(Locale.ROOT, "+%03d+%05d", key.algorithm().code(), key.keyTag()))
        .toString();
  }

  private static void appendPlain(StringBuilder out, byte octet) {
    boolean plain =
        (octet >= '0' && octet <= '9')
            || (octet >= 'a' && octet <= 'z')
            || octet == '-'
            || octet == '_';
    if (plain) {
      out.append((char) octet);
    } else {
      out.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
    }
  }

  /// Prints the public file of a key: what it is and its times as comments, then the record.
  public static String print(Name zone, PublicKeyRecord key, KeyTimes times) {
    StringBuilder out = new StringBuilder();
    out.append("; This is a ")
        .append(key.revoked() ? "revoked " : "")
        .append(key.entryPoint() ? "key" : "zone")
        .append("-signing key, keyid ")
        .append(key.keyTag())
        .append(", for ")
        .append(zone)
        .append('\n');
    times
        .entries()
        .forEach((label, text) -> out.append("; " + label + ": " + readable(text) + "\n"));
    return out.append(zone).append(" IN DNSKEY ").append(key).append('\n').toString();
  }

  /// A time of 14 digits followed by the same for people.
  private static String readable(String digits) {
    if (digits.length() != 14) {
      return digits;
    }
    return digits
        + " ("
        + digits.substring(0, 4)
        + "-"
        + digits.substring(4, 6)
        + "-"
        + digits.substring(6, 8)
        + " "
        + digits.substring(8, 10)
        + ":"
        + digits.substring(10, 12)
        + ":"
        + digits.substring(12, 14)
        + " UTC)";
  }

  /// Reads a public key file: the one DNSKEY (or KEY, or CDNSKEY) record in it.
  ///
  /// @throws KeyFault if there is no such record or more than one, or it is broken
  public static PublicFile read(String text) {
    List<String> words = words(text);
    int type = typeAt(words, 0);
    if (type < 0) {
      throw new KeyFault("there is no DNSKEY record in it");
    }
    if (typeAt(words, type + 1) >= 0) {
      throw new KeyFault("there is more than one DNSKEY record in it; a key file has one");
    }
    if (type == 0 || words.size() < type + 5) {
      throw new KeyFault("its DNSKEY record is incomplete");
    }
    try {
      return parse(words, type);
    } catch (MalformedText | IllegalArgumentException e) {
      throw new KeyFault("its DNSKEY record cannot be read: " + e.getMessage(), e);
    }
  }

  private static PublicFile parse(List<String> words, int type) {
    long ttl = -1;
    for (int i = 1; i < type; i++) {
      String word = words.get(i);
      if (Character.isDigit(word.charAt(0))) {
        ttl = Ttl.parse(word).seconds();
      } else {
        RecordClass.parse(word);
      }
    }
    int flags = number(words.get(type + 1), "flags", 0xffff);
    if (number(words.get(type + 2), "protocol", 0xff) != 3) {
      throw new KeyFault("the protocol field of its DNSKEY record must be 3 (RFC 4034 §2.1.2)");
    }
    Algorithm algorithm = Algorithm.parse(words.get(type + 3));
    String base64 = String.join("", words.subList(type + 4, words.size()));
    byte[] key = Base64.getDecoder().decode(base64);
    return new PublicFile(
        Name.parse(words.getFirst()), ttl, PublicKeyRecord.of(flags, algorithm, key));
  }

  private static int number(String word, String what, int max) {
    int value = Integer.parseInt(word);
    if (value < 0 || value > max) {
      throw new KeyFault("the " + what + " of its DNSKEY record are 0 to " + max + ", not " + word);
    }
    return value;
  }

  private static int typeAt(List<String> words, int from) {
    for (int i = from; i < words.size(); i++) {
      switch (words.get(i).toUpperCase(Locale.ROOT)) {
        case "DNSKEY", "KEY", "CDNSKEY", "TYPE48" -> {
          return i;
        }
        default -> {}
      }
    }
    return -1;
  }

  /// The words of a zone file without comments and parentheses; a key file needs no more grammar.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String plain = line;
      int comment = commentAt(line);
      if (comment >= 0) {
        plain = line.substring(0, comment);
      }
      if (plain.startsWith("$")) {
        continue;
      }
      for (String word : plain.split("[ \t\r()]+", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static int commentAt(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }
}
