/// `weir repl`: the prompt of the policy language. What an input means is the session's
/// (`dev.weir.roto.tool`); here are the line editor, the commands that begin with a colon, and how
/// answers look. The only package that knows the line editor's library.
package dev.weir.cli.repl;
