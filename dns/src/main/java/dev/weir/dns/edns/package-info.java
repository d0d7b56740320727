/// EDNS(0): the OPT pseudo record and its options (RFC 6891 and the RFC of each option).
///
/// Knows octets and names; nothing of messages. An option that breaks its own RFC is a value,
/// because what follows from it (FORMERR, or nothing) is for whoever answers to decide.
package dev.weir.dns.edns;
