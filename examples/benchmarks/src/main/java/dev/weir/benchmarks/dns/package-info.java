/// Benchmarks of the DNS room, one class for each question.
package dev.weir.benchmarks.dns;
