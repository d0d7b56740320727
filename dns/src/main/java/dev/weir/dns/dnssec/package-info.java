/// DNSSEC arithmetic that signer and verifier need alike: NSEC3 hashes and their text, zone
/// digests.
package dev.weir.dns.dnssec;
