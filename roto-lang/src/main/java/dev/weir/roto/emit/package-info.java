/// JVM bytecode from the intermediate form: classes, their tables of lines and places, and the
/// handles that hosts call. The only package that knows ASM.
package dev.weir.roto.emit;
