/// The `weir` program: command line, rendering, exit codes.
@org.jspecify.annotations.NullMarked
module dev.weir.cli {
  requires static transitive org.jspecify;
  requires dev.weir.bgp;
  requires dev.weir.dns;
  requires dev.weir.roto;
  requires dev.weir.signer;
  requires info.picocli;
  requires org.jline.reader;
  requires org.jline.terminal;

  exports dev.weir.cli;
  exports dev.weir.cli.exit;
  exports dev.weir.cli.render;

  opens dev.weir.cli to
      info.picocli;
  opens dev.weir.cli.bgp to
      info.picocli;
  opens dev.weir.cli.command to
      info.picocli;
  opens dev.weir.cli.repl to
      info.picocli;
  opens dev.weir.cli.roto to
      info.picocli;
}
