/// Text: master files and the presentation form of record data, read and printed.
///
/// Works on octets that somebody else read or will write; opens no file (RFC 1035 §5, RFC 3597 §5).
package dev.weir.dns.text;
