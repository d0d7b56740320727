package dev.weir.roto.eval;

final class PrintSample {
  public static void main(String[] args) {
    System.out.println(
        ProgramWriter.write(
            Long.parseLong(args[0]),
            Integer.parseInt(args[1]),
            dev.weir.roto.library.Standard.library()));
  }
}
