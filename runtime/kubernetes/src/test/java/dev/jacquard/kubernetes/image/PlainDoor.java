package dev.jacquard.kubernetes.image;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Stands before a server without TLS and hangs up on whoever begins with it, as other servers do;
 * the JDK's waits for more.
 */
final class PlainDoor implements AutoCloseable {

  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket door;
  private final InetSocketAddress server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  PlainDoor(InetSocketAddress server) throws IOException {
    this.server = server;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        threads.execute(() -> lead(caller));
      } catch (IOException | RejectedExecutionException e) {
        return; // closed
      }
    }
  }

  private void lead(Socket caller) {
    try (caller;
        PushbackInputStream in = new PushbackInputStream(caller.getInputStream())) {
      int first = in.read();
      if (first < 0 || first == TLS_HANDSHAKE) {
        return;
      }
      in.unread(first);
      try (Socket inside = new Socket(server.getAddress(), server.getPort())) {
        threads.execute(() -> copy(inside, caller));
        in.transferTo(inside.getOutputStream());
      }
    } catch (IOException | RejectedExecutionException e) {
      // Whoever hung up knows why.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // As above.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
