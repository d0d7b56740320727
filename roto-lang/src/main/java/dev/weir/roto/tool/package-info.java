/// What people work with around the language: the formatter, documentation, and the session behind
/// a prompt. Stands on everything else, and reads no files.
package dev.weir.roto.tool;
