package dev.weir.dns.store;

import dev.weir.dns.name.Name;
import dev.weir.dns.text.ReadRules;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a zone file is loaded.
///
/// @param rules how its text is read
/// @param includeDirectories the directories below which `$INCLUDE` may read; empty for that of the
///   zone file, which for standard input is the working directory
/// @param includeOctets the most octets that one included file may have, after decompression
public record LoadOptions(ReadRules rules, List<Path> includeDirectories, long includeOctets) {
  private static final long GIBIBYTE = 1L << 30;

  /// The usual options: `$INCLUDE` from the directory of the zone file, up to a gibibyte each.
  ///
  /// @param origin the zone's apex; null to take the owner of the SOA record
  public static LoadOptions of(@Nullable Name origin) {
    return new LoadOptions(ReadRules.of(origin), List.of(), GIBIBYTE);
  }
}
