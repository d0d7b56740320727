/// Archive files: opened, told apart by their first octets, uncompressed on all cores where the
/// format allows it, and written. The edge of the room: only here are files touched.
package dev.weir.bgp.store;
