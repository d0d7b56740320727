/// Scripts in files: what makes a directory a package. The only package here that reads files.
package dev.weir.roto.store;
