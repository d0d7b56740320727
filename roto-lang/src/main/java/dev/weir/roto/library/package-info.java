/// What a script can name without declaring it: the standard library and what a host registers, as
/// signatures, texts for people, and the Java code behind them. Knows types and nothing of scripts.
package dev.weir.roto.library;
