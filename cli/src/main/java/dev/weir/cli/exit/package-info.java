/// How a command ends: the table of exit codes, the one exception a verb throws to end with one,
/// and the translation of every other exception into a sentence.
package dev.weir.cli.exit;
