/// Checks: what is wrong with a zone that was read, as values.
///
/// [dev.weir.dns.check.Finding] and its like serve every judge of zones; `ZoneChecks` is the judge
/// of a zone's structure. Knows the zone store and record types; does no input or output, asks no
/// other server, and knows nothing of signatures.
package dev.weir.dns.check;
