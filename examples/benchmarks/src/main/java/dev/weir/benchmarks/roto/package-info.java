/// Benchmarks of the Roto room, each beside the same work in Java.
package dev.weir.benchmarks.roto;
