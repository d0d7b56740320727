/// What the resource PKI says of routes: validated payloads as values and as sets, the files in
/// which validators publish them, local exceptions, and the verdicts on origins and paths. Reads
/// characters that are handed to it; knows no files, no sockets and no tables of routes.
package dev.weir.bgp.rpki;
