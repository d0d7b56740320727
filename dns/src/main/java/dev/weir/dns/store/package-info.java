/// Zone files on disk: read in whole, compressed or not, and replaced in one step.
///
/// The edge: together with the network the only code of this module that calls the operating
/// system.
package dev.weir.dns.store;
