/// Domain names: their wire form, their text form, and their canonical order as a sortable key.
///
/// Knows RFC 1035 §3.1, RFC 4343 (case) and RFC 4034 §6.1 (order); nothing of records.
package dev.weir.dns.name;
