/// Addresses, prefixes and AS numbers: values that are valid because they exist.
///
/// They are literals of the policy language and fields of routes, and the same classes serve both,
/// so that a policy sees a route without a copy. This package knows text and bits; it knows no
/// network.
package dev.weir.inet;
