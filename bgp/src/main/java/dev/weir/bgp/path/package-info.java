/// Path attributes: what an UPDATE says of its routes besides their prefixes, as views over octets
/// and as values. Knows no messages and no families' route formats.
package dev.weir.bgp.path;
