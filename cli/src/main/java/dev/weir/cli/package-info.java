/// The entry point of `weir`: finds the verb, runs it, turns what went wrong into a sentence and an
/// exit code. Knows no protocol.
package dev.weir.cli;
