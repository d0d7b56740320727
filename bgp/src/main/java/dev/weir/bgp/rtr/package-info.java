/// The protocol between a validator and a router (RTR): version 0 (RFC 6810), 1 (RFC 8210) and 2
/// (draft-ietf-sidrops-8210bis). Messages as values, and both ends as state machines that are told
/// the time and what arrived, and say what to do; no sockets and no clocks.
package dev.weir.bgp.rtr;
