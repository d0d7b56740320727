/// The DNSSEC signer: keys, full signing, verification. Knows zones and keys; may call the
/// operating system only in `hsm`, `http` and `daemon`.
package dev.weir.signer;
