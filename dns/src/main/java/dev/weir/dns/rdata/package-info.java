/// Record data: one table that says of which fields each record type is made, and what follows from
/// the table alone, such as the canonical form (RFC 4034 §6.2, RFC 6840 §5.1).
///
/// Knows names and types; reads no message and no text, `wire` and `text` do that with this table.
package dev.weir.dns.rdata;
