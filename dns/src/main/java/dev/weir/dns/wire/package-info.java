/// Wire form: octets that came in a message, checked and expanded, and octets that go into one.
///
/// Works on arrays that somebody else received or will send (RFC 1035 §4); opens no socket. Record
/// data that has passed here is uncompressed and valid, and nobody checks it again.
package dev.weir.dns.wire;
