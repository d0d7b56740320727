/// JVM bytecode for scripts, through ASM, and its loading as hidden classes. Knows the intermediate
/// form and the JVM, and nothing of the tree but what a program offers.
package dev.weir.roto.emit;
