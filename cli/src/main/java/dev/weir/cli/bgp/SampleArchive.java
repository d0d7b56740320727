package dev.weir.cli.bgp;

import dev.weir.bgp.mrt.Bgp4mp;
import dev.weir.bgp.mrt.MrtSubtype;
import dev.weir.bgp.mrt.MrtWriter;
import dev.weir.bgp.mrt.PeerEntry;
import dev.weir.bgp.mrt.Session;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.util.ArrayList;
import java.util.List;

/// Archives of made-up routes, the same octets for the same arguments: to learn from, and to show
/// something where there is no archive at hand. Prefix lengths, path lengths and communities are
/// spread as on the Internet; AS numbers and addresses mean nothing.
public final class SampleArchive {
  private static final long BEGIN = 1_700_000_000;
  private static final int PEERS = 4;
  private static final long SEED = 20_231_114;
  private static final int MULTIPLIER = 0x9E3779B1;

  private final OctetsWriter out = new OctetsWriter(1 << 16);
  private final MrtWriter writer = new MrtWriter(out);
  private long state = SEED;

  private SampleArchive() {}

  /// A table of prefixes, every fifth of IPv6, each with routes of up to four peers.
  public static Octets table(int prefixes) {
    SampleArchive sample = new SampleArchive();
    sample.writer.peers(BEGIN, new Ipv4Address(0xc6336401), "", sample.peers());
    for (int i = 0; i < prefixes; i++) {
      sample.prefix(i);
    }
    return sample.out.toOctets();
  }

  /// Messages of four sessions that announce, and now and then withdraw, routes.
  public static Octets messages(int messages) {
    SampleArchive sample = new SampleArchive();
    for (int i = 0; i < PEERS; i++) {
      sample.state(i, 5, 6);
    }
    for (int i = 0; i < messages; i++) {
      sample.message(i);
    }
    return sample.out.toOctets();
  }

  private List<PeerEntry> peers() {
    List<PeerEntry> peers = new ArrayList<>();
    for (int i = 0; i < PEERS; i++) {
      Ipv4Address address = new Ipv4Address(0xc6336402 + i);
      peers.add(PeerEntry.of(address, address, new Asn(64_500 + i)));
    }
    return peers;
  }

  private void prefix(int number) {
    writer.beginPrefix(BEGIN, prefixOf(number, number % 5 == 4), false, number);
    int origin = 131_072 + below(70_000);
    for (int peer = 0; peer < PEERS; peer++) {
      if (below(10) > 0) {
        boolean six = number % 5 == 4;
        writer.entry(
            peer, BEGIN - below(1_000_000), 0, attributes(peer, origin, six, Octets.EMPTY));
      }
    }
    writer.endPrefix();
  }

  /// A prefix without a twin: the number itself, multiplied by an odd constant, is its high bits.
  private Prefix prefixOf(int number, boolean six) {
    int bits = number * MULTIPLIER;
    if (six) {
      int length = below(2) == 0 ? 48 : 32;
      long high =
          0x2000_0000_0000_0000L | (bits & 0xffff_ffffL) >>> 4 << 32 | (long) below(1 << 16) << 16;
      return new Prefix6(high & -1L << 64 - length, 0, length);
    }
    int[] lengths = {24, 24, 24, 24, 23, 22, 22, 21, 20, 19, 16};
    int length = lengths[below(lengths.length)];
    int address = 0x01000000 + (bits >>> 3 << 3 & 0x7fffffff);
    return new Prefix4(address & -1 << 32 - length, length);
  }

  private Octets attributes(int peer, int origin, boolean six, Octets reach) {
    OctetsWriter attributes = new OctetsWriter(128);
    attributes.bytes(new byte[] {0x40, 1, 1}).u8(below(10) == 0 ? 2 : 0);
    int hops = 1 + below(4);
    int prepends = below(8) == 0 ? 3 : 1;
    attributes.u8(0x40).u8(2).u8(2 + 4 * (1 + hops + prepends)).u8(2).u8(1 + hops + prepends);
    attributes.u32(64_500 + peer);
    for (int i = 0; i < hops; i++) {
      attributes.u32(1_000 + below(60_000));
    }
    for (int i = 0; i < prepends; i++) {
      attributes.u32(origin);
    }
    if (!six) {
      attributes.u8(0x40).u8(3).u8(4).u32(0xc6336402 + peer);
    }
    if (below(3) == 0) {
      attributes.u8(0x80).u8(4).u8(4).u32(below(200));
    }
    int communities = below(5);
    if (communities > 0) {
      attributes.u8(0xc0).u8(8).u8(4 * communities);
      for (int i = 0; i < communities; i++) {
        attributes.u16(1_000 + below(60_000)).u16(below(4_000));
      }
    }
    if (six) {
      attributes.u8(0x80).u8(14);
      if (reach.isEmpty()) {
        attributes.u8(17).u8(16);
        hop(attributes, peer);
      } else {
        attributes.u8(21 + reach.length()).u16(2).u8(1).u8(16);
        hop(attributes, peer);
        attributes.u8(0).octets(reach);
      }
    }
    if (below(6) == 0) {
      attributes.u8(0xc0).u8(32).u8(12).u32(origin).u32(below(100)).u32(below(10_000));
    }
    return attributes.toOctets();
  }

  private static void hop(OctetsWriter to, int peer) {
    to.u64(0x20010db8_00000000L).u64(2L + peer);
  }

  private void message(int number) {
    int peer = below(PEERS);
    boolean six = number % 5 == 4;
    OctetsWriter nlri = new OctetsWriter(64);
    int count = below(3) == 0 ? 1 + below(12) : 1 + below(2);
    for (int i = 0; i < count; i++) {
      Prefix prefix = prefixOf(number * 16 + i, six);
      byte[] octets = new byte[16];
      prefix.address().write(octets, 0);
      nlri.u8(prefix.length()).octets(new Octets(octets, 0, prefix.length() + 7 >>> 3));
    }
    Octets routes = nlri.toOctets();
    OctetsWriter update = new OctetsWriter(256);
    if (below(6) == 0) {
      Octets gone = six ? Octets.EMPTY : routes;
      update.u16(gone.length()).octets(gone);
      update.u16(six ? 7 + routes.length() : 0);
      if (six) {
        update.u8(0x90).u8(15).u16(3 + routes.length()).u16(2).u8(1).octets(routes);
      }
    } else {
      Octets attributes =
          attributes(peer, 131_072 + below(70_000), six, six ? routes : Octets.EMPTY);
      update.u16(0).u16(attributes.length()).octets(attributes);
      if (!six) {
        update.octets(routes);
      }
    }
    session(number, peer, MrtSubtype.MESSAGE_AS4, framed(update.toOctets()));
  }

  private static Octets framed(Octets body) {
    OctetsWriter message = new OctetsWriter(19 + body.length());
    message.u64(-1).u64(-1).u16(19 + body.length()).u8(2).octets(body);
    return message.toOctets();
  }

  private void state(int peer, int before, int after) {
    session(
        0,
        peer,
        MrtSubtype.STATE_CHANGE_AS4,
        new OctetsWriter(8).u16(before).u16(after).toOctets());
  }

  private void session(int number, int peer, int subtype, Octets content) {
    Session session =
        new Session(
            new Asn(64_500 + peer),
            new Asn(64_496),
            0,
            peer == 3 ? six(5) : new Ipv4Address(0xc6336402 + peer),
            peer == 3 ? six(1) : new Ipv4Address(0xc6336401));
    long micros = number % 1_000 * 1_000L;
    writer.session(new Bgp4mp(BEGIN + number / 1_000, micros, subtype, session, content));
  }

  private static Ipv6Address six(long low) {
    return new Ipv6Address(0x20010db8_00000000L, low);
  }

  private int below(int bound) {
    state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
    return (int) ((state >>> 33) % bound);
  }
}
