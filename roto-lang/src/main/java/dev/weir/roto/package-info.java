/// The Roto policy language. Knows scripts; never calls the operating system.
package dev.weir.roto;
