/// Verification of signed zones: every signature, the denial chains as exactly one ring, keys,
/// delegation records, digests.
///
/// It is written apart from the signer so that it cannot share its mistakes: it knows zones, keys,
/// verifiers and the codec, and nothing of `signer.sign`. Start at
/// [dev.weir.signer.verify.ZoneVerifier].
package dev.weir.signer.verify;
