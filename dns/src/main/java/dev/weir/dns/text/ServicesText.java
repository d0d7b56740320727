package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Locale;
import java.util.Map;

/// Protocol and ports of the obsolete WKS (RFC 1035 §3.4.2): numbers, or the names of its day.
final class ServicesText {
  private static final Map<String, Integer> PROTOCOLS = Map.of("icmp", 1, "tcp", 6, "udp", 17);
  private static final Map<String, Integer> PORTS =
      Map.ofEntries(
          Map.entry("tcpmux", 1),
          Map.entry("echo", 7),
          Map.entry("discard", 9),
          Map.entry("systat", 11),
          Map.entry("daytime", 13),
          Map.entry("qotd", 17),
          Map.entry("chargen", 19),
          Map.entry("ftp-data", 20),
          Map.entry("ftp", 21),
          Map.entry("ssh", 22),
          Map.entry("telnet", 23),
          Map.entry("smtp", 25),
          Map.entry("time", 37),
          Map.entry("nameserver", 42),
          Map.entry("domain", 53),
          Map.entry("tftp", 69),
          Map.entry("gopher", 70),
          Map.entry("finger", 79),
          Map.entry("http", 80),
          Map.entry("www", 80),
          Map.entry("kerberos", 88),
          Map.entry("pop3", 110),
          Map.entry("sunrpc", 111),
          Map.entry("auth", 113),
          Map.entry("nntp", 119),
          Map.entry("ntp", 123),
          Map.entry("imap", 143),
          Map.entry("https", 443));

  private ServicesText() {}

  /// Reads the protocol and all tokens that follow as ports.
  ///
  /// @throws EntryFault if one is neither a number nor a name that is known here
  static void read(Tokens in, OctetBuffer out) throws EntryFault {
    in.take("protocol");
    out.u8(number(in, PROTOCOLS, 0xff));
    int start = out.length();
    while (in.more()) {
      in.take("port");
      int port = number(in, PORTS, 0xffff);
      while (out.length() - start <= port / 8) {
        out.u8(0);
      }
      out.array()[start + port / 8] |= (byte) (0x80 >> port % 8);
    }
  }

  private static int number(Tokens in, Map<String, Integer> names, int max) throws EntryFault {
    Integer number = names.get(in.string().toLowerCase(Locale.ROOT));
    return number != null ? number : (int) NumberText.read(in, max);
  }

  /// Prints protocol and ports as numbers.
  static void print(byte[] rdata, int from, int to, OctetBuffer out) {
    NumberText.print(rdata[from] & 0xff, out);
    for (int i = from + 1; i < to; i++) {
      for (int bit = 0; bit < 8; bit++) {
        if ((rdata[i] & 0x80 >> bit) != 0) {
          out.u8(' ');
          NumberText.print(8 * (i - from - 1) + bit, out);
        }
      }
    }
  }
}
