/// Signing: what must be signed, the denial chain, and the signed zone.
///
/// `(zone, keys, policy) -> signed zone`, a pure function on all cores: no file, no clock and no
/// randomness. Signatures come from `dev.weir.signer.engine`; nothing here is shared with
/// `dev.weir.signer.verify`, which must not repeat its mistakes.
package dev.weir.signer.sign;
