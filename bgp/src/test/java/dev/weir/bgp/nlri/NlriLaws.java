package dev.weir.bgp.nlri;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import java.util.List;

/// What holds for any octets, whoever made them.
final class NlriLaws {
  private NlriLaws() {}

  /// Decodes a field and checks the promises of the package; returns how many routes are malformed.
  static int hold(Octets field, AfiSafi family, boolean pathIds) {
    RouteWriter steps = new RouteWriter();
    NlriCursor cursor = NlriCursor.over(field, family, pathIds);
    int malformed = 0;
    while (cursor.next()) {
      assertThat(cursor.start()).isEqualTo(steps.length());
      steps.octets(cursor.step());
      assertThat(cursor.step().length()).isPositive();
      Nlri route = cursor.nlri();
      assertThat(route.family()).isEqualTo(family);
      assertThat(route.toString()).isNotNull();
      if (route instanceof MalformedNlri broken) {
        malformed++;
        assertThat(broken.octets()).isEqualTo(cursor.octets());
        assertThat(broken.fault().offset()).isBetween(0, field.length());
      } else {
        Octets canonical = route.octets();
        assertThat(canonical.length()).isLessThanOrEqualTo(cursor.octets().length());
        assertThat(NlriCursor.list(canonical, family, false)).isEqualTo(List.of(route));
        contents(route);
      }
    }
    assertThat(steps.done()).isEqualTo(field);
    return malformed;
  }

  private static void contents(Nlri route) {
    if (route instanceof LinkStateNlri.Part part) {
      for (LinkStateTlv tlv : part.descriptors().list()) {
        assertThat(tlv.content()).isNotNull();
      }
    }
  }
}
