/// The seam between the plan of what must be signed and the arithmetic that signs it.
///
/// A signer collects messages in a [dev.weir.signer.engine.SigningBatch] and hands it to a
/// [dev.weir.signer.engine.BatchSigner], one for each thread and key, which came from a
/// [dev.weir.signer.engine.SigningEngine]: Java's own providers, the Corretto provider, Bouncy
/// Castle or a token. [dev.weir.signer.engine.EngineChoice] picks the engine. Whoever only verifies
/// asks [dev.weir.signer.engine.Engines] for a [dev.weir.signer.engine.SignatureVerifier].
package dev.weir.signer.engine;
