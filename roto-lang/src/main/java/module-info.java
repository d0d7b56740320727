/// The Roto policy language, and the Internet number resources that are its literals.
@org.jspecify.annotations.NullMarked
module dev.weir.roto {
  requires static transitive org.jspecify;

  exports dev.weir.inet;
}
