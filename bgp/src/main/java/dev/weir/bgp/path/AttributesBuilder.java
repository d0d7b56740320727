package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Puts a set of path attributes together, from nothing or from those of a route that is to be
/// changed.
///
/// What is built is canonical: attributes in the order of their types, MP_REACH_NLRI and
/// MP_UNREACH_NLRI before all others so that routes are found even if the rest is damaged (RFC 7606
/// section 5.1), each type once, lengths as short as they can be. Attributes that nobody changed
/// keep their flags, among them the partial bit. AS numbers have four octets here;
/// [#build(boolean)] writes for speakers of two.
public final class AttributesBuilder {
  private final TreeMap<Integer, RawAttribute> attributes =
      new TreeMap<>((a, b) -> Integer.compare(rank(a), rank(b)));

  /// Begins with nothing.
  public AttributesBuilder() {}

  /// Begins with attributes, those of speakers of two-octet AS numbers merged and widened (RFC 6793
  /// section 4.2.3). Of attributes that occur twice the first counts.
  public static AttributesBuilder from(PathAttributes attributes) {
    AttributesBuilder builder = new AttributesBuilder();
    AttributeCursor cursor = attributes.cursor();
    while (cursor.next()) {
      builder.attributes.putIfAbsent(cursor.type(), cursor.attribute());
    }
    if (!attributes.fourOctetAsn()) {
      builder.widen(attributes);
    }
    return builder;
  }

  private static int rank(int type) {
    return type == AttributeType.MP_REACH_NLRI || type == AttributeType.MP_UNREACH_NLRI
        ? type - 256
        : type;
  }

  private void widen(PathAttributes narrow) {
    AsPath path = narrow.asPath();
    if (path != null) {
      replace(new PathAttribute.Path(path.widened()));
    }
    RawAttribute aggregator = attributes.get(AttributeType.AGGREGATOR);
    RawAttribute wide = attributes.get(AttributeType.AS4_AGGREGATOR);
    if (aggregator != null
        && PathAttribute.of(aggregator, false) instanceof PathAttribute.Aggregator old) {
      boolean stands = old.asn().bits() == AsPath.AS_TRANS;
      Asn asn =
          stands && wide != null && wide.value().length() == 8
              ? new Asn(wide.value().i32(0))
              : old.asn();
      replace(new PathAttribute.Aggregator(asn, old.address(), true));
    }
    remove(AttributeType.AS4_PATH);
    remove(AttributeType.AS4_AGGREGATOR);
  }

  /// Sets an attribute, in place of the one of its type if there is one; the flags are canonical.
  public AttributesBuilder set(PathAttribute attribute) {
    return set(attribute.raw());
  }

  /// Sets an attribute with the flags it has.
  public AttributesBuilder set(RawAttribute attribute) {
    attributes.put(attribute.type(), attribute);
    return this;
  }

  /// Sets the value of an attribute; the one of its type, if there is one, leaves it its partial
  /// bit.
  public AttributesBuilder replace(PathAttribute attribute) {
    RawAttribute before = attributes.get(attribute.type());
    RawAttribute after = attribute.raw();
    int partial = before == null ? 0 : before.flags() & RawAttribute.PARTIAL;
    return set(new RawAttribute(after.flags() | partial, after.type(), after.value()));
  }

  /// Takes an attribute out, if it is there.
  public AttributesBuilder remove(int type) {
    attributes.remove(type);
    return this;
  }

  /// Returns an attribute, or null if there is none of the type.
  public @Nullable RawAttribute attribute(int type) {
    return attributes.get(type);
  }

  /// Returns the path; an empty one if there is none.
  public AsPath asPath() {
    RawAttribute raw = attributes.get(AttributeType.AS_PATH);
    return raw == null ? AsPath.EMPTY : new AsPath(raw.value(), true);
  }

  /// Sets ORIGIN.
  public AttributesBuilder origin(Origin origin) {
    return set(new PathAttribute.RouteOrigin(origin));
  }

  /// Sets AS_PATH.
  public AttributesBuilder asPath(AsPath path) {
    return set(new PathAttribute.Path(path.widened()));
  }

  /// Puts an AS in front of the path a number of times.
  public AttributesBuilder prepend(Asn asn, int times) {
    return times <= 0 ? this : asPath(AsPathBuilder.prepend(asPath(), asn, times));
  }

  /// Sets NEXT_HOP.
  public AttributesBuilder nextHop(Ipv4Address address) {
    return set(new PathAttribute.NextHop(address));
  }

  /// Sets MULTI_EXIT_DISC.
  ///
  /// @param metric 32 bits, unsigned
  public AttributesBuilder med(int metric) {
    return set(new PathAttribute.MultiExitDisc(metric));
  }

  /// Sets LOCAL_PREF.
  ///
  /// @param preference 32 bits, unsigned
  public AttributesBuilder localPreference(int preference) {
    return set(new PathAttribute.LocalPreference(preference));
  }

  /// Returns the communities of all kinds, in the order of their attributes.
  public List<Community> communities() {
    List<Community> all = new ArrayList<>();
    for (RawAttribute raw : attributes.values()) {
      all.addAll(communities(raw));
    }
    return all;
  }

  private static List<Community> communities(@Nullable RawAttribute raw) {
    return raw != null && PathAttribute.of(raw, true) instanceof CommunityList list
        ? list.communities()
        : List.of();
  }

  /// Adds a community of any kind behind the others of its kind, unless it is there.
  public AttributesBuilder add(Community community) {
    int type = CommunityList.typeOf(community);
    Set<Community> all = new LinkedHashSet<>(communities(attributes.get(type)));
    return all.add(community) ? replace(CommunityList.of(type, all)) : this;
  }

  /// Takes out the communities, of all kinds, that a condition holds for; an attribute that has
  /// none left goes as well.
  public AttributesBuilder removeCommunities(Predicate<? super Community> condition) {
    for (RawAttribute raw : List.copyOf(attributes.values())) {
      List<Community> all = new ArrayList<>(communities(raw));
      if (!all.removeIf(condition)) {
        continue;
      }
      if (all.isEmpty()) {
        remove(raw.type());
      } else {
        replace(CommunityList.of(raw.type(), all));
      }
    }
    return this;
  }

  /// Returns the attributes, with AS numbers of four octets.
  public PathAttributes build() {
    OctetsWriter out = new OctetsWriter();
    attributes.values().forEach(attribute -> attribute.canonical().write(out));
    return new PathAttributes(out.toOctets(), true);
  }

  /// Returns the attributes for a speaker: for one of two-octet AS numbers 23456 stands for those
  /// that do not fit, and AS4_PATH and AS4_AGGREGATOR say what they were (RFC 6793 section 4.2.2).
  public PathAttributes build(boolean fourOctetAsn) {
    if (fourOctetAsn) {
      return build();
    }
    AttributesBuilder narrow = new AttributesBuilder();
    narrow.attributes.putAll(attributes);
    RawAttribute raw = attributes.get(AttributeType.AS_PATH);
    if (raw != null) {
      AsPath path = new AsPath(raw.value(), true);
      narrow.replace(new PathAttribute.Path(path.narrowed()));
      if (!path.narrowed().widened().equals(path)) {
        narrow.set(new PathAttribute.WidePath(path.withoutMembers()));
      }
    }
    RawAttribute aggregator = attributes.get(AttributeType.AGGREGATOR);
    if (aggregator != null
        && PathAttribute.of(aggregator, true) instanceof PathAttribute.Aggregator wide) {
      narrow.replace(new PathAttribute.Aggregator(wide.asn(), wide.address(), false));
      if (!wide.asn().isTwoOctet()) {
        narrow.set(new PathAttribute.WideAggregator(wide.asn(), wide.address()));
      }
    }
    return new PathAttributes(narrow.build().octets(), false);
  }

  /// Returns the octets of [#build()].
  public Octets octets() {
    return build().octets();
  }
}
