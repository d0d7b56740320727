package dev.weir.dns.text;

import dev.weir.dns.name.Name;
import dev.weir.dns.zone.RecordRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a zone file: records to build a zone of, unless there are errors.
///
/// @param apex the name of the zone; null if the file does not tell
/// @param runs the records, in the order of the file
/// @param diagnostics what was found wrong; with any error the records are not to be used
public record ParsedZone(@Nullable Name apex, List<RecordRun> runs, Diagnostics diagnostics) {}
