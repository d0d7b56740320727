/// The small numbers of DNS as values: record types, classes, codes, TTLs, serials, algorithms.
///
/// Registries that stay open are records over an integer, with a constant for each number that has
/// a name and the generic spelling of RFC 3597 for the rest.
package dev.weir.dns.type;
