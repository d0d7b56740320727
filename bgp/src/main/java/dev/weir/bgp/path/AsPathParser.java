package dev.weir.bgp.path;

import dev.weir.inet.Asn;
import dev.weir.inet.MalformedInet;
import java.util.ArrayList;
import java.util.List;

/// Reads what [AsPath#toString] prints.
final class AsPathParser {
  private static final String OPENING = "{([";
  private static final String CLOSING = "})]";
  private static final int[] KINDS = {
    AsPath.AS_SET, AsPath.AS_CONFED_SEQUENCE, AsPath.AS_CONFED_SET
  };

  private final CharSequence text;
  private final AsPathBuilder builder = new AsPathBuilder();
  private int at;

  AsPathParser(CharSequence text) {
    this.text = text;
  }

  AsPath path() {
    while (peek() >= 0) {
      int bracket = OPENING.indexOf(peek());
      if (bracket < 0) {
        builder.segment(AsPath.AS_SEQUENCE, asn());
      } else {
        segment(bracket);
      }
    }
    return builder.build();
  }

  private void segment(int bracket) {
    int opened = at;
    at++;
    List<Asn> asns = new ArrayList<>();
    while (peek() != CLOSING.charAt(bracket)) {
      if (peek() < 0) {
        throw new MalformedAsPath(
            text,
            opened + 1,
            "this bracket is not closed; add a '" + CLOSING.charAt(bracket) + "'");
      }
      asns.add(asn());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    builder.segment(KINDS[bracket], asns.toArray(new Asn[0]));
  }

  private Asn asn() {
    int from = at;
    while (at < text.length() && " ,{}()[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    try {
      return Asn.parse(text.subSequence(from, at));
    } catch (MalformedInet malformed) {
      throw new MalformedAsPath(text, from + 1, "expected an AS number");
    }
  }

  private int peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : -1;
  }
}
