/// The command line: the entry point and the exit codes of `weir`.
package dev.weir.cli;
