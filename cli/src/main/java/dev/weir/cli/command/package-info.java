/// The verbs of `weir`, one class each, and the table that finds them by name.
///
/// A verb reads its options, calls a core and renders the result; it holds no logic of its own. To
/// add one: write the class (a picocli command whose only constructor takes a
/// [dev.weir.cli.render.Console]), and give it a row in [Verbs].
package dev.weir.cli.command;
