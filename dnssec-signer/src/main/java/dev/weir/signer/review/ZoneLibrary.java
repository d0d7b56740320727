package dev.weir.signer.review;

import dev.weir.dns.type.RecordType;
import dev.weir.roto.host.RuntimeBuilder;

/// Gives the types of zones to scripts: `Zone`, `RecordSet`, `Record`, `Name`, `RecordType`, and a
/// module `rtype` with a constant for every type of record that has a name.
///
/// ```
/// filter review(zone: Zone, before: Zone) {
///     if zone.serial() == before.serial() { reject }
///     if zone.change_from(before).removed.len() > 1000 { reject }
///     accept
/// }
/// ```
public final class ZoneLibrary {
  private ZoneLibrary() {}

  /// Adds the types to a runtime that is being built.
  public static RuntimeBuilder addTo(RuntimeBuilder builder) {
    return builder
        .type("Name", ReviewName.class)
        .type("RecordType", RecordType.class)
        .type("Record", ReviewRecord.class)
        .type("RecordSet", ReviewSet.class)
        .type("ZoneChange", ReviewChange.class)
        .type("Zone", ReviewZone.class)
        .module("rtype", ZoneLibrary::types);
  }

  private static void types(RuntimeBuilder module) {
    for (RecordType type : RecordType.all()) {
      String name = type.toString().replace('-', '_');
      module.constant(name, type, "The record type `" + type + "`.");
    }
  }
}
