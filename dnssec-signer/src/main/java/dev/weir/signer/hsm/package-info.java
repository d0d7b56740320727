/// Keys in tokens, through PKCS #11: found by URI (RFC 7512), used without leaving the token.
///
/// Java has a provider for PKCS #11, but its key store shows a private key only if a certificate
/// with the same identifier lies beside it, and DNSSEC tools make no certificates: what
/// `pkcs11-tool --keypairgen`, `softhsm2-util --import` or `dnssec-keyfromlabel` leave in a token
/// is a private and a public key object. So this package calls the token's library itself, through
/// `java.lang.foreign`: a dozen of its functions find a pair of objects and sign with it.
package dev.weir.signer.hsm;
