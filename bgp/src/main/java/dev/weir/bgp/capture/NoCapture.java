package dev.weir.bgp.capture;

/// A file that is no capture.
record NoCapture() implements CaptureReader {
  @Override
  public boolean next() {
    return false;
  }

  @Override
  public Packet packet() {
    throw new IllegalStateException("no packet here");
  }

  @Override
  public CaptureFault fault() {
    return new CaptureFault(0, "this is neither a pcap nor a pcapng file");
  }
}
