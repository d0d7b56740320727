package dev.weir.bgp.type;

/// Text that is no community.
public final class MalformedCommunity extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCommunity(CharSequence text, String rule) {
    super("'" + text + "': " + rule);
  }
}
