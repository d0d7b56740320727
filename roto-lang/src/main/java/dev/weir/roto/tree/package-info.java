/// The typed tree: a checked program, in which every name is resolved and every expression has its
/// type. Made by `check`, read by `ir`; knows no syntax.
package dev.weir.roto.tree;
