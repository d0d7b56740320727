/// Transaction signatures with shared secrets (TSIG, RFC 8945), as pure functions of octets, keys
/// and time.
///
/// Signs messages that `dev.weir.dns.wire` wrote and verifies those it read; keeps no clock, no
/// keys and no sockets. What goes wrong with a peer's signature is a value
/// ([dev.weir.dns.tsig.TsigOutcome]), because it must be answered.
package dev.weir.dns.tsig;
