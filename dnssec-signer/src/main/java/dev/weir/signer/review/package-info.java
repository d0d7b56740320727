/// Zones as values of the policy language: what a script sees that reviews a version of a zone.
/// Knows the zone store and the language, neither files nor keys.
package dev.weir.signer.review;
