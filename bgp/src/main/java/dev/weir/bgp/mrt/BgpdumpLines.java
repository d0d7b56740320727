package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.CommunityList;
import dev.weir.bgp.path.MalformedAsPath;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.MalformedCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads lines of `bgpdump -m` back, as [BgpdumpPrinter] prints them.
///
/// A line does not say all: a local preference or MED of 0 may mean that there is none, and is read
/// so; attributes that do not show in it are lost.
public final class BgpdumpLines {
  private static final String NO_HOP = "255.255.255.255";

  private final List<String> fields = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();

  /// Makes a reader; it serves any number of lines, one after another.
  public BgpdumpLines() {}

  /// Reads a line, without its end.
  ///
  /// @throws MalformedLine if it is none of the lines of `bgpdump -m`, or of the obsolete type BGP
  public RouteLine read(String line) {
    split(line);
    String name = field(0);
    if (name.equals("BGP")) {
      throw new MalformedLine(1, "records of the obsolete type BGP are not written");
    }
    boolean extended = name.startsWith("BGP4MP_ET");
    String base = extended ? "BGP4MP" + name.substring(9) : name;
    return switch (base) {
      case "TABLE_DUMP" -> table(true, false);
      case "TABLE_DUMP2" -> table(false, false);
      case "TABLE_DUMP2_AP" -> table(false, true);
      case "BGP4MP" -> message(extended, false, false);
      case "BGP4MP_AP" -> message(extended, true, false);
      case "BGP4MP_LOCAL" -> message(extended, false, true);
      default ->
          throw new MalformedLine(1, "expected TABLE_DUMP2, TABLE_DUMP or BGP4MP, not " + name);
    };
  }

  private void split(String line) {
    fields.clear();
    columns.clear();
    int at = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', at)) {
      fields.add(line.substring(at, bar));
      columns.add(at + 1);
      at = bar + 1;
    }
    fields.add(line.substring(at));
    columns.add(at + 1);
  }

  private String field(int index) {
    if (index >= fields.size()) {
      int last = fields.size() - 1;
      int end = columns.get(last) + fields.get(last).length();
      throw new MalformedLine(end, "the line ends before its field " + (index + 1));
    }
    return fields.get(index);
  }

  private MalformedLine fault(int index, String problem) {
    return new MalformedLine(columns.get(index), problem);
  }

  private RouteLine table(boolean old, boolean pathId) {
    if (!field(2).equals("B")) {
      throw fault(2, "expected B for a route of a table, not " + field(2));
    }
    RouteLine.Head head = head(false);
    RouteLine.Target target = target(pathId);
    if (old && target.family().equals(AfiSafi.IPV4_UNICAST) != head.peer() instanceof Ipv4Address) {
      throw fault(3, "in a TABLE_DUMP record, peer and prefix are of one family");
    }
    RouteLine.Offer offer = offer(pathId ? 7 : 6);
    return new RouteLine.InTable(head, target, offer, head.seconds(), old);
  }

  private RouteLine message(boolean extended, boolean pathId, boolean local) {
    String letter = field(2);
    RouteLine.Head head = head(extended);
    return switch (letter) {
      case "STATE" -> state(head);
      case "W" -> {
        RouteLine.Target target = target(pathId);
        ends(pathId ? 7 : 6);
        yield new RouteLine.Withdrawn(head, target, local);
      }
      case "A" -> new RouteLine.Announced(head, target(pathId), offer(pathId ? 7 : 6), local);
      default -> throw fault(2, "expected A, W or STATE, not " + letter);
    };
  }

  private RouteLine state(RouteLine.Head head) {
    int before = (int) number(5, 0xffff);
    int after = (int) number(6, 0xffff);
    ends(7);
    return new RouteLine.Changed(head, before, after);
  }

  private RouteLine.Head head(boolean extended) {
    String time = field(1);
    int dot = time.indexOf('.');
    if (extended != dot >= 0) {
      throw fault(1, extended ? "expected seconds with microseconds" : "expected whole seconds");
    }
    long seconds = number(1, dot < 0 ? time : time.substring(0, dot), 0xffff_ffffL);
    long microseconds = -1;
    if (dot >= 0) {
      if (time.length() - dot < 7) {
        throw fault(1, "expected six digits of microseconds");
      }
      microseconds = number(1, time.substring(dot + 1), 0xffff_ffffL);
    }
    IpAddress peer = parsed(3, IpAddress::parse);
    return new RouteLine.Head(seconds, microseconds, peer, parsed(4, Asn::parse));
  }

  private RouteLine.Target target(boolean pathId) {
    Prefix prefix = parsed(5, Prefix::parse);
    boolean four = prefix.address() instanceof Ipv4Address;
    AfiSafi family = four ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
    int id = pathId ? (int) number(6, 0xffff_ffffL) : 0;
    return RouteLine.Target.of(family, prefix, pathId, id);
  }

  private RouteLine.Offer offer(int at) {
    AttributesBuilder attributes = new AttributesBuilder();
    attributes.asPath(parsed(at, AsPath::parse));
    attributes.origin(origin(at + 1));
    String hop = field(at + 2);
    IpAddress nextHop = hop.equals(NO_HOP) ? null : parsed(at + 2, IpAddress::parse);
    int preference = (int) number(at + 3, 0xffff_ffffL);
    if (preference != 0) {
      attributes.localPreference(preference);
    }
    int metric = (int) number(at + 4, 0xffff_ffffL);
    if (metric != 0) {
      attributes.med(metric);
    }
    communities(attributes, at + 5);
    switch (field(at + 6)) {
      case "AG" -> attributes.set(new PathAttribute.AtomicAggregate());
      case "NAG" -> {}
      default -> throw fault(at + 6, "expected AG or NAG");
    }
    PathAttribute aggregator = aggregator(at + 7);
    if (aggregator != null) {
      attributes.set(aggregator);
    }
    if (at + 8 < fields.size() && !field(at + 8).isEmpty()) {
      throw fault(at + 8, "expected the end of the line");
    }
    ends(at + 9);
    Octets octets = attributes.octets();
    if (octets.length() > RouteLine.Offer.MOST) {
      throw fault(at, "the attributes do not fit into a message");
    }
    return new RouteLine.Offer(octets, nextHop);
  }

  private Origin origin(int at) {
    return switch (field(at)) {
      case "IGP" -> Origin.IGP;
      case "EGP" -> Origin.EGP;
      case "INCOMPLETE" -> Origin.INCOMPLETE;
      default -> throw fault(at, "expected IGP, EGP or INCOMPLETE");
    };
  }

  private void communities(AttributesBuilder attributes, int at) {
    String text = field(at);
    if (text.isEmpty()) {
      return;
    }
    List<StandardCommunity> all = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int blank = text.indexOf(' ', from);
      int end = blank < 0 ? text.length() : blank;
      String word = text.substring(from, end);
      try {
        all.add(
            word.equals("local-AS")
                ? StandardCommunity.NO_EXPORT_SUBCONFED
                : StandardCommunity.parse(word));
      } catch (MalformedCommunity malformed) {
        throw new MalformedLine(columns.get(at) + from, String.valueOf(malformed.getMessage()));
      }
      from = end + 1;
    }
    attributes.set(CommunityList.of(AttributeType.COMMUNITIES, all));
  }

  private @Nullable PathAttribute aggregator(int at) {
    String text = field(at);
    if (text.isEmpty()) {
      return null;
    }
    int blank = text.indexOf(' ');
    if (blank < 0) {
      throw fault(at, "expected AS number and address of the aggregator");
    }
    try {
      Asn asn = Asn.parse(text.substring(0, blank));
      Ipv4Address address = Ipv4Address.parse(text.substring(blank + 1));
      return new PathAttribute.Aggregator(asn, address, true);
    } catch (MalformedInet malformed) {
      throw fault(at, "aggregator: " + malformed.getMessage());
    }
  }

  private void ends(int at) {
    if (fields.size() > at) {
      throw fault(at, "expected the end of the line");
    }
  }

  private long number(int index, long most) {
    return number(index, field(index), most);
  }

  private long number(int index, String digits, long most) {
    boolean whole =
        !digits.isEmpty()
            && digits.length() <= 10
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    long number = whole ? Long.parseLong(digits) : -1;
    if (number < 0 || number > most) {
      throw fault(index, "expected a number of 0 to " + most + ", not '" + digits + "'");
    }
    return number;
  }

  private <T> T parsed(int index, Function<String, T> parser) {
    String text = field(index);
    try {
      return parser.apply(text);
    } catch (MalformedInet malformed) {
      throw new MalformedLine(
          columns.get(index) + malformed.offset(), String.valueOf(malformed.getMessage()));
    } catch (MalformedAsPath malformed) {
      throw new MalformedLine(
          columns.get(index) + Math.max(malformed.column() - 1, 0),
          String.valueOf(malformed.getMessage()));
    }
  }
}
