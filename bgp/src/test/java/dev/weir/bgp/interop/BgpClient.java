package dev.weir.bgp.interop;

import dev.weir.bgp.octets.Octets;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/// The least that a speaker must hear to take in messages: an OPEN, KEEPALIVEs, and what is to be
/// sent. Reads what comes back, and answers every KEEPALIVE.
final class BgpClient implements AutoCloseable {
  private static final int OPEN = 1;
  private static final int NOTIFICATION = 3;
  private static final int KEEPALIVE = 4;
  private static final byte[] ALIVE = keepalive();

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final AtomicReference<String> complaint = new AtomicReference<>("");
  private final Thread reader;

  /// Connects, says OPEN, and waits until both sides have agreed.
  BgpClient(int port, byte[] open) throws IOException {
    socket.bind(new InetSocketAddress("127.0.0.2", 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port), 5000);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    send(open);
    for (int type = read(); type != KEEPALIVE; type = read()) {
      if (type == OPEN) {
        send(ALIVE);
      }
    }
    reader = Thread.ofPlatform().daemon().start(this::listen);
  }

  private static byte[] keepalive() {
    byte[] message = new byte[19];
    java.util.Arrays.fill(message, 0, 16, (byte) 0xff);
    message[17] = 19;
    message[18] = KEEPALIVE;
    return message;
  }

  void send(byte[] message) throws IOException {
    synchronized (socket) {
      socket.getOutputStream().write(message);
      socket.getOutputStream().flush();
    }
  }

  /// What the other side has complained of; empty if it has not.
  String complaint() {
    return complaint.get();
  }

  private int read() throws IOException {
    byte[] header = new byte[19];
    in.readFully(header);
    byte[] body = new byte[Octets.u16(header, 16) - 19];
    in.readFully(body);
    if (header[18] == NOTIFICATION) {
      complaint.set("NOTIFICATION " + Octets.of(body));
      throw new EOFException(complaint.get());
    }
    return header[18];
  }

  private void listen() {
    try {
      while (true) {
        if (read() == KEEPALIVE) {
          send(ALIVE);
        }
      }
    } catch (IOException _) {
      return; // the other side has closed, or we have
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      reader.join(5000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
