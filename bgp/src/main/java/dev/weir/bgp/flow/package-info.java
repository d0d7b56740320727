/// The graph that routes run through: sources, stages on every core, and an outlet that sees all in
/// order, with bounded rings between them. Knows no files: who opens them hands in an
/// [OctetSource][dev.weir.bgp.flow.OctetSource].
package dev.weir.bgp.flow;
