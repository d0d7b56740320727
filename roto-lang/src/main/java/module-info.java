/// The Roto policy language, and the Internet number resources that are its literals.
@org.jspecify.annotations.NullMarked
module dev.weir.roto {
  requires java.management;
  requires jdk.management;
  requires re2j;
  requires org.antlr.antlr4.runtime;
  requires static transitive org.jspecify;
  requires org.objectweb.asm;

  exports dev.weir.inet;
  exports dev.weir.roto.emit;
  exports dev.weir.roto.check;
  exports dev.weir.roto.host;
  exports dev.weir.roto.ir;
  exports dev.weir.roto.source;
  exports dev.weir.roto.syntax;
  exports dev.weir.roto.type;
  exports dev.weir.roto.library;
  exports dev.weir.roto.run;
  exports dev.weir.roto.store;
  exports dev.weir.roto.tool;
  exports dev.weir.roto.tree;
}
