/// The types of Roto: built-in, declared, and those still to be found. Knows nothing of syntax.
package dev.weir.roto.type;
