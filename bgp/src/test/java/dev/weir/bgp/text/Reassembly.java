package dev.weir.bgp.text;

import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.UpdateView;

/// Puts an UPDATE together again from the values of its attributes and the steps over its routes.
final class Reassembly {
  private Reassembly() {}

  static Octets of(UpdateView update) {
    OctetsWriter out = new OctetsWriter(update.body().length());
    Octets withdrawn = routes(update, update.withdrawn(), AfiSafi.IPV4_UNICAST);
    out.u16(withdrawn.length()).octets(withdrawn);
    int length = out.length();
    out.u16(0);
    Octets all = update.attributes().octets();
    AttributeCursor cursor = update.attributes().cursor();
    while (cursor.next()) {
      attribute(update, cursor.attribute(), out);
    }
    if (cursor.isTorn()) {
      out.octets(all.from(cursor.start() - all.offset()));
    }
    out.setU16(length, out.length() - length - 2);
    return out.octets(routes(update, update.announced(), AfiSafi.IPV4_UNICAST)).toOctets();
  }

  private static void attribute(UpdateView update, RawAttribute raw, OctetsWriter out) {
    PathAttribute typed =
        switch (PathAttribute.of(raw, update.negotiated().fourOctetAsn())) {
          case PathAttribute.Reachable(AfiSafi family, Octets hop, int reserved, Octets nlri) ->
              new PathAttribute.Reachable(family, hop, reserved, routes(update, nlri, family));
          case PathAttribute.Unreachable(AfiSafi family, Octets nlri) ->
              new PathAttribute.Unreachable(family, routes(update, nlri, family));
          case PathAttribute other -> other;
        };
    new RawAttribute(raw.flags(), typed.type(), typed.value()).write(out);
  }

  private static Octets routes(UpdateView update, Octets field, AfiSafi family) {
    OctetsWriter out = new OctetsWriter(field.length());
    NlriCursor cursor = NlriCursor.over(field, family, update.negotiated().hasPathIds(family));
    while (cursor.next()) {
      out.octets(cursor.step());
    }
    return out.toOctets();
  }
}
