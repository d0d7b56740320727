package dev.weir.bgp.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A BGP speaker of somebody else, from a package: started on loopback with one passive neighbour,
/// asked through its own command line what it has understood, and stopped.
enum Speaker {
  BIRD("bird") {
    @Override
    List<String> start(Path directory, int port) throws IOException {
      Path configuration =
          Files.writeString(
              directory.resolve("bird.conf"),
              """
              log "%s/bird.log" all;
              router id 127.0.0.1;
              protocol device { }
              protocol bgp weir {
                local 127.0.0.1 port %d as 65000;
                neighbor 127.0.0.2 as 65001;
                passive; multihop;
                ipv4 { import all; export none; };
                ipv6 { import all; export none; };
              }
              """
                  .formatted(directory, port));
      return List.of(
          program(),
          "-f",
          "-c",
          configuration.toString(),
          "-s",
          directory + "/control",
          "-P",
          directory + "/pid");
    }

    @Override
    String routes(Path directory) throws IOException {
      return ask("birdc", "-s", directory + "/control", "show", "route", "all");
    }

    @Override
    List<String> facts() {
      return List.of(
          "198.18.128.0/17",
          "2001:db8:7::/48",
          "BGP.origin: Incomplete",
          "BGP.as_path: 65001 1 100000",
          "BGP.next_hop: 203.0.113.254",
          "BGP.next_hop: 2001:db8:1::fe",
          "BGP.med: 200",
          "BGP.aggregator: 203.0.113.7 AS100000",
          "BGP.community: (64496,3)",
          "BGP.ext_community: (rt, 64496, 4)",
          "BGP.large_community: (64496, 5, 6)");
    }
  },

  GOBGP("gobgpd") {
    @Override
    List<String> start(Path directory, int port) throws IOException {
      Path configuration =
          Files.writeString(
              directory.resolve("gobgpd.toml"),
              """
              [global.config]
              as = 65000
              router-id = "127.0.0.1"
              port = %d
              local-address-list = ["127.0.0.1"]
              [[neighbors]]
              [neighbors.config]
              neighbor-address = "127.0.0.2"
              peer-as = 65001
              [neighbors.transport.config]
              passive-mode = true
              local-address = "127.0.0.1"
              [neighbors.ebgp-multihop.config]
              enabled = true
              multihop-ttl = 2
              [[neighbors.afi-safis]]
              [neighbors.afi-safis.config]
              afi-safi-name = "ipv4-unicast"
              [[neighbors.afi-safis]]
              [neighbors.afi-safis.config]
              afi-safi-name = "ipv6-unicast"
              """
                  .formatted(port));
      int api = freePort();
      Files.writeString(directory.resolve("api"), Integer.toString(api));
      return List.of(
          program(),
          "-f",
          configuration.toString(),
          "-t",
          "toml",
          "--api-hosts",
          "127.0.0.1:" + api,
          "--pprof-disable");
    }

    @Override
    String routes(Path directory) throws IOException {
      String api = Files.readString(directory.resolve("api"));
      return ask("gobgp", "-p", api, "-j", "global", "rib", "-a", "ipv4")
          + ask("gobgp", "-p", api, "-j", "global", "rib", "-a", "ipv6");
    }

    @Override
    List<String> facts() {
      return List.of(
          "198.18.128.0/17",
          "2001:db8:7::/48",
          "{\"type\":1,\"value\":2}",
          "\"asns\":[65001,1,100000]",
          "203.0.113.254",
          "2001:db8:1::fe",
          "\"metric\":200",
          "203.0.113.7",
          "\"communities\":[4226809859]",
          "64496:4",
          "64496");
    }
  },

  FRR("/usr/lib/frr/bgpd") {
    @Override
    List<String> start(Path directory, int port) throws IOException {
      Path configuration =
          Files.writeString(
              directory.resolve("bgpd.conf"),
              """
              hostname weir
              router bgp 65000
               bgp router-id 127.0.0.1
               no bgp ebgp-requires-policy
               neighbor 127.0.0.2 remote-as 65001
               neighbor 127.0.0.2 passive
               neighbor 127.0.0.2 disable-connected-check
               address-family ipv4 unicast
                neighbor 127.0.0.2 activate
               exit-address-family
               address-family ipv6 unicast
                neighbor 127.0.0.2 activate
               exit-address-family
              """);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
      return List.of(
          program(),
          "-S",
          "-f",
          configuration.toString(),
          "-Z",
          "-n",
          "-l",
          "127.0.0.1",
          "-p",
          Integer.toString(port),
          "-P",
          "0",
          "--vty_socket",
          directory.toString(),
          "-i",
          directory + "/pid",
          "--log-level",
          "emergencies");
    }

    @Override
    String routes(Path directory) throws IOException {
      StringBuilder all = new StringBuilder();
      for (String family : new String[] {"ipv4", "ipv6"}) {
        String command = "show bgp " + family + " unicast json";
        all.append(ask("vtysh", "--vty_socket", directory.toString(), "-d", "bgpd", "-c", command));
      }
      return all.toString();
    }

    @Override
    List<String> facts() {
      return List.of(
          "198.18.128.0/17",
          "2001:db8:7::/48",
          "\"path\":\"65001 1 100000\"",
          "203.0.113.254",
          "2001:db8:1::fe",
          "\"metric\":200",
          "\"incomplete\"");
    }
  },

  EXABGP("exabgp") {
    @Override
    List<String> start(Path directory, int port) throws IOException {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
      Path log = directory.resolve("routes.json");
      Path script = directory.resolve("keep");
      Files.writeString(
          script, "#!/bin/sh\nwhile read -r l; do printf '%s\\n' \"$l\" >>'" + log + "'; done\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path configuration =
          Files.writeString(
              directory.resolve("exabgp.conf"),
              """
              process keep {
                run %s;
                encoder json;
              }
              neighbor 127.0.0.2 {
                router-id 127.0.0.1;
                local-address 127.0.0.1;
                local-as 65000;
                peer-as 65001;
                passive true;
                family { ipv4 unicast; ipv6 unicast; }
                api { processes [ keep ]; receive { parsed; update; } }
              }
              """
                  .formatted(script));
      return List.of(
          "env",
          "exabgp.tcp.bind=127.0.0.1",
          "exabgp.tcp.port=" + port,
          "exabgp.daemon.user=root",
          "exabgp.api.cli=false",
          program(),
          configuration.toString());
    }

    @Override
    String routes(Path directory) throws IOException {
      Path log = directory.resolve("routes.json");
      return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    List<String> facts() {
      return List.of(
          "198.18.128.0/17",
          "2001:db8:7::/48",
          "\"origin\": \"incomplete\"",
          "\"as-path\": [ 65001, 1, 100000 ]",
          "203.0.113.254",
          "2001:db8:1::fe",
          "\"med\": 200",
          "\"atomic-aggregate\": true",
          "\"aggregator\": \"100000:203.0.113.7\"",
          "[ 64496, 3 ]",
          "target:64496:4",
          "[ 64496, 5 , 6 ]",
          "\"withdraw\"");
    }

    /// It says what it hears, one line a message; the last word on a route counts.
    @Override
    boolean holds(String routes, String prefix) {
      return routes.lastIndexOf("\"withdraw\"") < 0;
    }
  };

  private final String program;

  Speaker(String program) {
    this.program = program;
  }

  /// The program, found on the path or in its own place; empty where it is not installed.
  String program() {
    if (program.startsWith("/")) {
      return Files.isExecutable(Path.of(program)) ? program : "";
    }
    String path = System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin:/sbin";
    return Arrays.stream(path.split(":"))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("");
  }

  /// The command that runs the speaker in the foreground.
  abstract List<String> start(Path directory, int port) throws IOException;

  /// What the speaker says of its routes; empty while it cannot be asked.
  abstract String routes(Path directory) throws IOException;

  /// What it says when it has understood all that is announced.
  abstract List<String> facts();

  /// Whether a route is still there.
  boolean holds(String routes, String prefix) {
    return routes.contains(prefix);
  }

  /// A port that nobody listens on.
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /// Whether somebody listens on a port.
  static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress("127.0.0.3", 0));
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  static String ask(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (a, b) -> a + ":" + b);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    try {
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? answer : "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    } finally {
      process.destroyForcibly();
    }
  }
}
