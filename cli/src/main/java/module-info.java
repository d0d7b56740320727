/// The `weir` program: command line, rendering, exit codes.
@org.jspecify.annotations.NullMarked
module dev.weir.cli {
  requires static transitive org.jspecify;
  requires dev.weir.dns;
  requires dev.weir.signer;
  requires info.picocli;

  exports dev.weir.cli;
  exports dev.weir.cli.exit;
  exports dev.weir.cli.render;

  opens dev.weir.cli to
      info.picocli;
  opens dev.weir.cli.command to
      info.picocli;
}
