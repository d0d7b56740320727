/// Key files: the only place of the signer that reads and writes them.
package dev.weir.signer.store;
