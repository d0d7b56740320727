/// Syntax tree to typed tree: modules, imports and scopes, type inference, patterns, constants, and
/// everything that can be said against a script before it runs.
package dev.weir.roto.check;
