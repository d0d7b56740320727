/// The language as a host sees it: a runtime made of Java things, packages compiled in it, typed
/// handles on their functions, values as Java objects, and reloading. Knows all stages of the
/// compiler by their entrances, and reads no files.
package dev.weir.roto.host;
