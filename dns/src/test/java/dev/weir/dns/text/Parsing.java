package dev.weir.dns.text;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A zone file in a string, parsed and printed again.
record Parsing(@Nullable Name apex, String text, List<Diagnostic> diagnostics, long errors) {

  /// Parses a zone of origin `example.` that includes nothing.
  static Parsing of(String zoneFile) {
    return of(zoneFile, ReadRules.of(Name.parse("example.")), Map.of());
  }

  static Parsing of(String zoneFile, ReadRules rules, Map<String, String> files) {
    return of(zoneFile.getBytes(StandardCharsets.UTF_8), rules, files);
  }

  static Parsing of(byte[] zoneFile, ReadRules rules, Map<String, String> files) {
    try (Workers workers = Workers.of(2)) {
      ParsedZone parsed =
          ZoneFileParser.parse(
              new StringSource("zone.db", zoneFile, Integer.MAX_VALUE),
              (file, from) -> open(files, file),
              rules,
              workers);
      Name apex = parsed.apex();
      String text = "";
      if (apex != null) {
        Zone zone = ZoneBuilder.build(apex, parsed.runs(), workers).zone();
        text = print(zone, PrintStyle.ABSOLUTE, workers);
      }
      return new Parsing(apex, text, parsed.diagnostics().kept(), parsed.diagnostics().errors());
    }
  }

  static String print(Zone zone, PrintStyle style, Workers workers) {
    StringBuilder out = new StringBuilder();
    ZonePrinter.print(
        zone,
        style,
        workers,
        (octets, at, count) ->
            out.append(new String(octets, at, count, StandardCharsets.ISO_8859_1)));
    return out.toString();
  }

  private static TextSource open(Map<String, String> files, String file) {
    String text = files.get(file);
    if (text == null) {
      throw new MalformedText("there is no file '" + file + "'");
    }
    return StringSource.of(file, text);
  }

  /// The records, a line each, with single spaces.
  List<String> records() {
    return text.lines().map(line -> line.replace('\t', ' ')).toList();
  }

  /// The first diagnostic, in one line.
  String fault() {
    return diagnostics.isEmpty() ? "" : diagnostics.getFirst().toString();
  }
}
