/// What to do about UPDATE messages that are wrong (RFC 7606 and later): every rule, what it found
/// and where, and the treatment that follows. Knows messages, but neither sessions nor archives.
package dev.weir.bgp.check;
