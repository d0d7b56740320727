package dev.weir.bgp.rpki;

import dev.weir.inet.Asn;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// VRPs as lines of comma-separated values. The first line names the columns; `ASN`, `IP Prefix`
/// and `Max Length` are read, wherever they stand. Where it names none the columns are these three.
final class CsvPayloads {
  private static final int MOST_COLUMNS = 32;

  private final int[] columns;
  private int line;

  private CsvPayloads(int... columns) {
    this.columns = columns;
  }

  static void read(InputStream in, List<Vrp> into) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    String header = lines.readLine();
    if (header == null) {
      throw new MalformedRpki(
          1, 1, "the document is empty; expected JSON, or the line ASN,IP Prefix,Max Length");
    }
    List<String> names = new ArrayList<>();
    for (String name : split(header)) {
      names.add(name.trim().toLowerCase(Locale.ROOT));
    }
    boolean named = names.contains("asn") && names.contains("ip prefix");
    CsvPayloads csv =
        named
            ? new CsvPayloads(
                names.indexOf("asn"), names.indexOf("ip prefix"), names.indexOf("max length"))
            : new CsvPayloads(0, 1, 2);
    csv.line = 1;
    if (!named) {
      into.add(csv.vrp(header));
    }
    for (String next = lines.readLine(); next != null; next = lines.readLine()) {
      csv.line++;
      if (!next.isBlank()) {
        into.add(csv.vrp(next));
      }
    }
  }

  private Vrp vrp(String text) {
    List<String> fields = split(text);
    int needed = Math.max(columns[0], columns[1]);
    if (fields.size() <= needed) {
      throw fault(
          text, fields.size(), "expected JSON, or lines such as AS65000,192.0.2.0/24,24,anchor");
    }
    Asn asn;
    try {
      asn = Asn.parse(fields.get(columns[0]).trim());
    } catch (MalformedInet malformed) {
      throw fault(text, columns[0], "expected an AS number: " + malformed.getMessage());
    }
    Prefix prefix;
    try {
      prefix = Prefix.parse(fields.get(columns[1]).trim());
    } catch (MalformedInet malformed) {
      throw fault(text, columns[1], "expected a prefix: " + malformed.getMessage());
    }
    boolean given =
        columns[2] >= 0 && columns[2] < fields.size() && !fields.get(columns[2]).isBlank();
    int length = given ? length(text, fields.get(columns[2]).trim()) : prefix.length();
    try {
      return new Vrp(prefix, length, asn);
    } catch (IllegalArgumentException impossible) {
      throw fault(text, columns[2], String.valueOf(impossible.getMessage()));
    }
  }

  private int length(String text, String field) {
    int length = 0;
    for (int i = 0; i < field.length(); i++) {
      char digit = field.charAt(i);
      if (digit < '0' || digit > '9' || i > 2) {
        throw fault(text, columns[2], "expected a length, not '" + field + "'");
      }
      length = length * 10 + digit - '0';
    }
    return length;
  }

  private MalformedRpki fault(String text, int field, String problem) {
    int column = 0;
    for (int i = 0; i < field && column >= 0; i++) {
      int comma = text.indexOf(',', column);
      column = comma < 0 ? text.length() : comma + 1;
    }
    return new MalformedRpki(line, column + 1, problem);
  }

  /// The fields of a line, without the quotes around them.
  private static List<String> split(String text) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    while (fields.size() < MOST_COLUMNS) {
      int comma = text.indexOf(',', from);
      String field = comma < 0 ? text.substring(from) : text.substring(from, comma);
      boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
      fields.add(quoted ? field.substring(1, field.length() - 1) : field);
      if (comma < 0) {
        break;
      }
      from = comma + 1;
    }
    return fields;
  }
}
