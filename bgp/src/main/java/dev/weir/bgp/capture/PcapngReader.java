package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps over the packets of a pcapng file (draft-ietf-opsawg-pcapng).
///
/// ```
/// block: type (4)  length (4)  body  length again (4)
/// ```
///
/// A section header says the byte order of what follows it and forgets the interfaces before it; an
/// interface description says the link type and the unit of time; enhanced, simple and the old
/// packet blocks carry packets. Other blocks are stepped over.
final class PcapngReader implements CaptureReader {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int ORDER_MAGIC = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final int OPTION_RESOLUTION = 9;
  private static final int OPTION_OFFSET = 14;

  private final Octets file;
  private final List<Interface> interfaces = new ArrayList<>();
  private FileOrder order = FileOrder.BIG;
  private int at;
  private @Nullable Packet packet;
  private @Nullable CaptureFault fault;

  PcapngReader(Octets file) {
    this.file = file;
  }

  static boolean recognises(Octets file) {
    return file.length() >= 12
        && file.i32(0) == SECTION
        && (file.i32(8) == ORDER_MAGIC || Integer.reverseBytes(file.i32(8)) == ORDER_MAGIC);
  }

  @Override
  public boolean next() {
    packet = null;
    while (packet == null && fault == null && at < file.length()) {
      block();
    }
    return packet != null;
  }

  private void block() {
    int start = at;
    if (file.length() - at < 12) {
      fault = new CaptureFault(at, "the header of a block is cut");
      return;
    }
    int type = file.i32(at);
    if (type == SECTION) {
      if (!section()) {
        return;
      }
    } else {
      type = order.i32(file, at);
    }
    long length = order.u32(file, at + 4);
    if (length < 12 || (length & 3) != 0 || length > file.length() - at) {
      fault = new CaptureFault(at, "a block says it has " + length + " octets");
      return;
    }
    if (order.u32(file, at + (int) length - 4) != length) {
      fault = new CaptureFault(at, "the two lengths of a block differ");
      return;
    }
    at += (int) length;
    Octets body = file.slice(start + 8, (int) length - 12);
    boolean whole =
        switch (type) {
          case INTERFACE -> interfaceDescription(body);
          case ENHANCED_PACKET -> enhanced(start, body);
          case OLD_PACKET -> old(start, body);
          case SIMPLE_PACKET -> simple(start, body);
          default -> true;
        };
    if (!whole) {
      fault = new CaptureFault(start, "a block of type " + type + " is too short or contradictory");
    }
  }

  private boolean section() {
    int magic = file.i32(at + 8);
    if (magic == ORDER_MAGIC) {
      order = FileOrder.BIG;
    } else if (Integer.reverseBytes(magic) == ORDER_MAGIC) {
      order = FileOrder.LITTLE;
    } else {
      fault = new CaptureFault(at, "a section header with an unknown byte order");
      return false;
    }
    interfaces.clear();
    return true;
  }

  private boolean interfaceDescription(Octets body) {
    if (body.length() < 8) {
      return false;
    }
    LinkType link = new LinkType(order.u16(body, 0));
    long snap = order.u32(body, 4);
    int resolution = 6;
    long offset = 0;
    int option = 8;
    while (body.length() - option >= 4) {
      int code = order.u16(body, option);
      int length = order.u16(body, option + 2);
      if (code == 0 || length > body.length() - option - 4) {
        break;
      }
      if (code == OPTION_RESOLUTION && length >= 1) {
        resolution = body.u8(option + 4);
      } else if (code == OPTION_OFFSET && length >= 8) {
        offset = order.i64(body, option + 4);
      }
      option += 4 + (length + 3 & ~3);
    }
    interfaces.add(new Interface(link, snap, resolution, offset));
    return true;
  }

  private boolean enhanced(int start, Octets body) {
    if (body.length() < 20) {
      return false;
    }
    long id = order.u32(body, 0);
    return packet(start, id, body, 4, 20);
  }

  private boolean old(int start, Octets body) {
    if (body.length() < 20) {
      return false;
    }
    return packet(start, order.u16(body, 0), body, 4, 20);
  }

  private boolean packet(int start, long id, Octets body, int time, int data) {
    long captured = order.u32(body, time + 8);
    if (id >= interfaces.size() || captured > body.length() - data) {
      return false;
    }
    Interface source = interfaces.get((int) id);
    long ticks = order.u32(body, time) << 32 | order.u32(body, time + 4);
    packet =
        new Packet(
            start,
            source.nanos(ticks),
            source.link,
            body.slice(data, (int) captured),
            order.u32(body, time + 12));
    return true;
  }

  private boolean simple(int start, Octets body) {
    if (body.length() < 4 || interfaces.isEmpty()) {
      return false;
    }
    Interface source = interfaces.getFirst();
    long original = order.u32(body, 0);
    long captured = Math.min(original, body.length() - 4);
    if (source.snap != 0) {
      captured = Math.min(captured, source.snap);
    }
    packet = new Packet(start, 0, source.link, body.slice(4, (int) captured), original);
    return true;
  }

  @Override
  public Packet packet() {
    if (packet == null) {
      throw new IllegalStateException("no packet here");
    }
    return packet;
  }

  @Override
  public @Nullable CaptureFault fault() {
    return fault;
  }

  /// An interface of the section.
  ///
  /// @param link what its packets begin with
  /// @param snap how many octets of a packet are kept at most; 0 for all
  /// @param resolution a tick is a second by ten to this power, or, with the high bit set, by two
  ///   to the power in the low bits
  /// @param offset seconds to add to every time
  private record Interface(LinkType link, long snap, int resolution, long offset) {
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    long nanos(long ticks) {
      long nanos =
          switch (resolution) {
            case 9 -> ticks;
            case 6 -> ticks * 1000;
            case 3 -> ticks * 1_000_000;
            case 0 -> ticks * 1_000_000_000;
            default -> scaled(ticks);
          };
      return nanos + offset * 1_000_000_000L;
    }

    private long scaled(long ticks) {
      int power = resolution & 0x7f;
      BigInteger many = new BigInteger(Long.toUnsignedString(ticks)).multiply(BILLION);
      return (resolution & 0x80) != 0
          ? many.shiftRight(power).longValue()
          : many.divide(BigInteger.TEN.pow(power)).longValue();
    }
  }
}
