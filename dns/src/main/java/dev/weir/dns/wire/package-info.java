/// Messages on the wire: views over received octets, checked once, and a writer.
///
/// Knows RFC 1035 §4 (message format and compression), RFC 2181 (truncation, TTL), RFC 3597 §4
/// (which names may be compressed) and where OPT and TSIG records stand. Works on arrays that
/// somebody else received or will send; opens no socket. Record data that was expanded here is
/// uncompressed and valid, and nobody checks it again.
///
/// What an EDNS option means is `dev.weir.dns.edns`, what a signature proves is
/// `dev.weir.dns.tsig`. Begin with [dev.weir.dns.wire.MessageView].
package dev.weir.dns.wire;
