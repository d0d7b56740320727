/// The verbs that work with BGP: its routes, its archives, and what the resource PKI says of them.
package dev.weir.cli.bgp;
