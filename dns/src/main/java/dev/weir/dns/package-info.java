/// DNS: names, record types, messages, zone files and the zone store. This package holds only the
/// exceptions that the room throws; see `dev.weir.dns.name` for where to begin.
package dev.weir.dns;
