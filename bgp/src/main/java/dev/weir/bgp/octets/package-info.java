/// Views over octets: where all that is read from the wire lives. Knows nothing of protocols.
package dev.weir.bgp.octets;
