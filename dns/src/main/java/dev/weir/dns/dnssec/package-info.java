/// DNSSEC arithmetic that signer and verifier need alike: NSEC3 hashes and their text.
package dev.weir.dns.dnssec;
