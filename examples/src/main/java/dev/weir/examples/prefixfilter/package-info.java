/// A filter of routes: address blocks, sets of them, and a context that comes with every call.
package dev.weir.examples.prefixfilter;
