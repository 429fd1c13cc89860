package dev.jacquard.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Leads connections on, until they are cut. */
final class CuttableProxy implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile int port;

  CuttableProxy(int port) throws IOException {
    this.port = port;
    start(this::accept);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
  }

  void leadTo(int other) {
    port = other;
  }

  boolean leadsOn() {
    return !sockets.isEmpty();
  }

  void cut() {
    sockets.forEach(CuttableProxy::close);
    sockets.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket in = door.accept();
        Socket out = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.addAll(List.of(in, out));
        start(() -> copy(in, out));
        start(() -> copy(out, in));
      } catch (IOException e) {
        // nobody is there, or the door is closed
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream bytes = from.getInputStream()) {
      byte[] buffer = new byte[1 << 14];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        to.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException e) {
      close(to);
    }
    close(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
