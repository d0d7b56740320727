/// What the BGP engine costs, part by part.
package dev.weir.benchmarks.bgp;
