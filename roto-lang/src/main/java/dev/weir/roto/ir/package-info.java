/// The intermediate form of a script between the typed tree and JVM bytecode: monomorphic, without
/// patterns, closures, options and types, only forms of the JVM. Knows the tree and the library,
/// and nothing of bytecode.
package dev.weir.roto.ir;
