package dev.weir.bgp.filter;

import dev.weir.bgp.path.AsPathPattern;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;

/// The functions of the types of communities and patterns.
final class PatternFunctions {
  private static final String FROM =
      " Stops the script if the text is wrong; as a constant, `const NAME: Type = ..`, it is read"
          + " once, and a wrong text is an error of the compilation.";

  private PatternFunctions() {}

  /// The functions of `AsPathPattern`.
  static final class OfPaths {
    private OfPaths() {}

    @Doc(
        "A regular expression over AS paths: over their text, `_3356_`, `^65000_`, `_3356$`; or in"
            + " angle brackets over their numbers, `<^65000 .* [64512-65534]$>`."
            + FROM)
    static AsPathPattern from(String text) {
      return AsPathPattern.compile(text);
    }

    @Doc("The pattern as it was written.")
    static String toString(AsPathPattern self) {
      return self.toString();
    }
  }

  /// The functions of `CommunityPattern`.
  static final class OfCommunities {
    private OfCommunities() {}

    @Doc(
        "A pattern for communities of one kind: `65000:*`, `65000:100-200`, `no-export`,"
            + " `65000:1:*` (large), `rt:65000:*`, `0x0002fde8*` (extended)."
            + FROM)
    static CommunityPattern from(String text) {
      return CommunityPattern.parse(text);
    }

    @Doc("Whether a community of four octets matches.")
    static boolean matches(CommunityPattern self, StandardCommunity community) {
      return self.matches(community);
    }

    @Doc("The pattern as it was written.")
    static String toString(CommunityPattern self) {
      return self.toString();
    }
  }

  /// The functions of `Community`.
  static final class OfStandard {
    private OfStandard() {}

    @Doc("A community of four octets (RFC 1997): `65000:100`, or a well-known name." + FROM)
    static StandardCommunity from(String text) {
      return StandardCommunity.parse(text);
    }

    @Doc("The community of an AS and its value.")
    static StandardCommunity of(@Unsigned short asn, @Unsigned short value) {
      return StandardCommunity.of(asn & 0xffff, value & 0xffff);
    }

    @Doc("The first 16 bits, by habit an AS.")
    static Asn asn(StandardCommunity self) {
      return new Asn(self.asn());
    }

    @Doc("The last 16 bits.")
    static @Unsigned short value(StandardCommunity self) {
      return (short) self.value();
    }

    @Doc("Whether the community has a name that all know, such as `no-export`.")
    static boolean isWellKnown(StandardCommunity self) {
      return self.name() != null;
    }

    @Doc("Whether it matches a pattern.")
    static boolean matches(StandardCommunity self, CommunityPattern pattern) {
      return pattern.matches(self);
    }

    @Doc("The well-known name, else `asn:value`.")
    static String toString(StandardCommunity self) {
      return self.toString();
    }
  }

  /// The functions of `LargeCommunity`.
  static final class OfLarge {
    private OfLarge() {}

    @Doc("A community of twelve octets (RFC 8092): `65000:1:2`." + FROM)
    static LargeCommunity from(String text) {
      return LargeCommunity.parse(text);
    }

    @Doc("The community of an AS and two values.")
    static LargeCommunity of(Asn asn, @Unsigned int first, @Unsigned int second) {
      return new LargeCommunity(asn, first, second);
    }

    @Doc("The AS that gives the rest its meaning.")
    static Asn asn(LargeCommunity self) {
      return self.asn();
    }

    @Doc("The first value.")
    static @Unsigned int first(LargeCommunity self) {
      return self.first();
    }

    @Doc("The second value.")
    static @Unsigned int second(LargeCommunity self) {
      return self.second();
    }

    @Doc("Whether it matches a pattern.")
    static boolean matches(LargeCommunity self, CommunityPattern pattern) {
      return pattern.matches(self);
    }

    @Doc("The three numbers with colons between them.")
    static String toString(LargeCommunity self) {
      return self.toString();
    }
  }

  /// The functions of `ExtendedCommunity`.
  static final class OfExtended {
    private OfExtended() {}

    @Doc(
        "A community of eight octets (RFC 4360): `rt:65000:1`, `ro:65000:1`, or 16 hexadecimal"
            + " digits behind `0x`."
            + FROM)
    static ExtendedCommunity from(String text) {
      return ExtendedCommunity.parse(text);
    }

    @Doc("The eight octets as one number.")
    static @Unsigned long bits(ExtendedCommunity self) {
      return self.bits();
    }

    @Doc("The first octet, which says what the rest means.")
    static @Unsigned byte kind(ExtendedCommunity self) {
      return (byte) self.type();
    }

    @Doc("The second octet.")
    static @Unsigned byte subtype(ExtendedCommunity self) {
      return (byte) self.subtype();
    }

    @Doc("Whether it stays on the route when that enters another AS.")
    static boolean isTransitive(ExtendedCommunity self) {
      return self.isTransitive();
    }

    @Doc("Whether it matches a pattern.")
    static boolean matches(ExtendedCommunity self, CommunityPattern pattern) {
      return pattern.matches(self);
    }

    @Doc("`rt:65000:1` and the like; the octets behind `0x` for what has no text of its own.")
    static String toString(ExtendedCommunity self) {
      return self.toString();
    }
  }
}
