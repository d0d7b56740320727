package dev.weir.bgp.mrt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.CommunityList;
import dev.weir.bgp.path.MalformedAsPath;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.MalformedCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads lines of [LinePrinter] in the form of JSON back.
///
/// Members may come in any order; one that nobody knows is refused. What the printer does not show
/// is lost: the order of attributes and the flags of those it knows by name, a second next hop, the
/// name of the collector.
public final class JsonLines {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// Makes a reader.
  public JsonLines() {}

  /// Reads a line, without its end.
  ///
  /// @throws MalformedLine if it is no object as [LinePrinter] prints them
  public RouteLine read(String line) {
    try (JsonParser parser = FACTORY.createParser(line)) {
      return new Line(parser).read();
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation();
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw new MalformedLine(column, "no JSON: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// One object on its way in.
  private static final class Line {
    private final JsonParser parser;
    private final AttributesBuilder attributes = new AttributesBuilder();
    private String kind = "";
    private long seconds = -1;
    private long microseconds = -1;
    private @Nullable IpAddress peer;
    private @Nullable Asn peerAsn;
    private @Nullable AfiSafi family;
    private @Nullable Prefix prefix;
    private @Nullable Octets nlri;
    private boolean hasPathId;
    private int pathId;
    private long originated = -1;
    private @Nullable IpAddress nextHop;
    private int before = -1;
    private int after = -1;

    Line(JsonParser parser) {
      this.parser = parser;
    }

    RouteLine read() throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw fault("expected an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonLocation place = parser.currentTokenLocation();
        parser.nextToken();
        if (!head(name) && !numbers(name) && !texts(name)) {
          throw new MalformedLine(place.getColumnNr(), "unknown member '" + name + "'");
        }
      }
      if (parser.nextToken() != null) {
        throw fault("nothing may follow the object");
      }
      return line();
    }

    private RouteLine line() {
      if (seconds < 0 || peer == null || peerAsn == null) {
        throw new MalformedLine(1, "time, peer and peer_as are needed");
      }
      RouteLine.Head head = new RouteLine.Head(seconds, microseconds, peer, peerAsn);
      if (kind.equals("state")) {
        if (before < 0 || after < 0) {
          throw new MalformedLine(1, "before and after are needed");
        }
        return new RouteLine.Changed(head, before, after);
      }
      RouteLine.Target target = target();
      Octets octets = attributes.octets();
      if (octets.length() + target.nlri().length() > RouteLine.Offer.MOST) {
        throw new MalformedLine(1, "the attributes do not fit into a message");
      }
      RouteLine.Offer offer = new RouteLine.Offer(octets, nextHop);
      return switch (kind) {
        case "table" ->
            new RouteLine.InTable(
                head, target, offer, originated < 0 ? seconds : originated, false);
        case "announce" -> new RouteLine.Announced(head, target, offer, false);
        case "withdraw" -> new RouteLine.Withdrawn(head, target, false);
        default ->
            throw new MalformedLine(
                1, "the kind is table, announce, withdraw or state, not '" + kind + "'");
      };
    }

    private RouteLine.Target target() {
      Prefix at = prefix;
      if (at != null) {
        boolean four = at.address() instanceof Ipv4Address;
        AfiSafi of = family != null ? family : four ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
        if (!of.isPlain() || four != (of.afi() == AfiSafi.AFI_IPV4)) {
          throw new MalformedLine(1, "a prefix of another family: " + at + " in " + of);
        }
        return RouteLine.Target.of(of, at, hasPathId, pathId);
      }
      if (nlri == null || family == null || family.isPlain()) {
        throw new MalformedLine(1, "a prefix is needed, or family and nlri");
      }
      return new RouteLine.Target(family, nlri, hasPathId, pathId);
    }

    private boolean head(String name) throws IOException {
      switch (name) {
        case "kind" -> kind = text();
        case "time" -> time();
        case "peer" -> peer = parsed(IpAddress::parse);
        case "peer_as" -> peerAsn = new Asn((int) number(0xffff_ffffL));
        case "family" -> family = parsed(AfiSafi::parse);
        case "prefix" -> prefix = parsed(Prefix::parse);
        case "nlri" -> nlri = parsed(Octets::parseHex);
        case "path_id" -> {
          hasPathId = true;
          pathId = (int) number(0xffff_ffffL);
        }
        case "originated" -> originated = number(0xffff_ffffL);
        case "next_hop" -> nextHop = parsed(IpAddress::parse);
        case "before" -> before = (int) number(0xffff);
        case "after" -> after = (int) number(0xffff);
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean numbers(String name) throws IOException {
      switch (name) {
        case "med" -> attributes.med((int) number(0xffff_ffffL));
        case "local_preference" -> attributes.localPreference((int) number(0xffff_ffffL));
        case "only_to_customer" ->
            attributes.set(new PathAttribute.OnlyToCustomer(new Asn((int) number(0xffff_ffffL))));
        case "atomic_aggregate" -> {
          if (parser.currentToken() == JsonToken.VALUE_TRUE) {
            attributes.set(new PathAttribute.AtomicAggregate());
          }
        }
        case "aggregator" -> aggregator();
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean texts(String name) throws IOException {
      switch (name) {
        case "origin" -> attributes.origin(parsed(Line::origin));
        case "as_path" -> attributes.asPath(parsed(AsPath::parse));
        case "originator_id" ->
            attributes.set(new PathAttribute.OriginatorId(parsed(Ipv4Address::parse)));
        case "cluster_list" ->
            attributes.set(new PathAttribute.ClusterList(list(Ipv4Address::parse)));
        case "communities" -> communities(AttributeType.COMMUNITIES, StandardCommunity::parse);
        case "extended_communities" ->
            communities(AttributeType.EXTENDED_COMMUNITIES, ExtendedCommunity::parse);
        case "large_communities" ->
            communities(AttributeType.LARGE_COMMUNITIES, LargeCommunity::parse);
        case "communities_octets" -> raw(AttributeType.COMMUNITIES, false);
        case "extended_communities_octets" -> raw(AttributeType.EXTENDED_COMMUNITIES, false);
        case "large_communities_octets" -> raw(AttributeType.LARGE_COMMUNITIES, false);
        case "cluster_list_octets" -> raw(AttributeType.CLUSTER_LIST, true);
        case "attributes" -> others();
        case "torn" -> {}
        default -> {
          return false;
        }
      }
      return true;
    }

    private void raw(int type, boolean inside) throws IOException {
      int flags = RawAttribute.OPTIONAL | (inside ? 0 : RawAttribute.TRANSITIVE);
      attributes.set(new RawAttribute(flags, type, parsed(Octets::parseHex)));
    }

    private <T extends Community> void communities(int type, Function<String, T> parse)
        throws IOException {
      attributes.set(CommunityList.of(type, list(parse)));
    }

    private static Origin origin(String word) {
      return Origin.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private void time() throws IOException {
      String words = parser.getText();
      int dot = words.indexOf('.');
      if (dot < 0) {
        seconds = number(0xffff_ffffL);
        return;
      }
      try {
        seconds = Long.parseLong(words.substring(0, dot));
        String rest = (words.substring(dot + 1) + "000000").substring(0, 6);
        microseconds = Long.parseLong(rest);
      } catch (NumberFormatException _) {
        throw fault("expected seconds since 1970");
      }
      if (seconds >>> 32 != 0) {
        throw fault("expected seconds since 1970 of 32 bits");
      }
    }

    private void aggregator() throws IOException {
      Asn asn = null;
      Ipv4Address address = null;
      begin(JsonToken.START_OBJECT, "an object");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "as" -> asn = new Asn((int) number(0xffff_ffffL));
          case "address" -> address = parsed(Ipv4Address::parse);
          default -> throw fault("unknown member '" + name + "'");
        }
      }
      if (asn == null || address == null) {
        throw fault("an aggregator has as and address");
      }
      attributes.set(new PathAttribute.Aggregator(asn, address, true));
    }

    private void others() throws IOException {
      begin(JsonToken.START_ARRAY, "an array");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        begin(JsonToken.START_OBJECT, "an object");
        int type = -1;
        int flags = -1;
        Octets value = Octets.EMPTY;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          switch (name) {
            case "type" -> type = (int) number(255);
            case "flags" -> flags = (int) number(255);
            case "value" -> value = parsed(Octets::parseHex);
            default -> throw fault("unknown member '" + name + "'");
          }
        }
        if (type < 0 || flags < 0) {
          throw fault("an attribute has type, flags and value");
        }
        attributes.set(new RawAttribute(flags, type, value));
      }
    }

    private <T> List<T> list(Function<String, T> parse) throws IOException {
      begin(JsonToken.START_ARRAY, "an array");
      List<T> all = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        all.add(parsed(parse));
      }
      return all;
    }

    private void begin(JsonToken token, String what) {
      if (parser.currentToken() != token) {
        throw fault("expected " + what);
      }
    }

    private String text() throws IOException {
      begin(JsonToken.VALUE_STRING, "a text in quotes");
      return parser.getText();
    }

    private long number(long most) throws IOException {
      begin(JsonToken.VALUE_NUMBER_INT, "a whole number");
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          || parser.getLongValue() < 0
          || parser.getLongValue() > most) {
        throw fault("expected a number of 0 to " + most + ", not " + parser.getText());
      }
      return parser.getLongValue();
    }

    private <T> T parsed(Function<String, T> parse) throws IOException {
      String text = text();
      try {
        return parse.apply(text);
      } catch (MalformedInet
          | MalformedAsPath
          | MalformedCommunity
          | IllegalArgumentException malformed) {
        throw fault(String.valueOf(malformed.getMessage()));
      }
    }

    private MalformedLine fault(String problem) {
      return new MalformedLine(Math.max(1, parser.currentTokenLocation().getColumnNr()), problem);
    }
  }
}
