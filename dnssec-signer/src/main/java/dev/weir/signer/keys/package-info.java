/// Keys as values: the algorithms and their sizes, the public key record with its tag and digests,
/// the private half, and both in the text forms that other signers write.
///
/// Knows no files, no tokens and no clock; randomness comes in as an argument. Reading key files is
/// the work of `dev.weir.signer.store`, finding keys in a token that of `dev.weir.signer.hsm`.
package dev.weir.signer.keys;
