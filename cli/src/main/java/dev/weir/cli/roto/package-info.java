/// `weir roto`: one class per verb, which reads scripts, has the language's runtime do the work,
/// and prints what came of it. Knows nothing of what scripts mean.
package dev.weir.cli.roto;
