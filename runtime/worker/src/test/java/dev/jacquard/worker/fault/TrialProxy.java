package dev.jacquard.worker.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A bad network: passes bytes on between a worker and the gateway as long and fast as it likes. */
final class TrialProxy implements AutoCloseable {

  /** Which way bytes go. */
  enum Way {
    TO_GATEWAY,
    TO_WORKER
  }

  private final ServerSocket entrance;
  private final int target;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile long delayMillis;
  private volatile int bytesPerMilli = Integer.MAX_VALUE;

  private TrialProxy(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  static TrialProxy to(int port) throws IOException {
    TrialProxy proxy = new TrialProxy(port);
    start("proxy", proxy::accept);
    return proxy;
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** How many connections there have been. */
  int accepted() {
    return accepted.get();
  }

  /** From now on everything is late, and takes its time. */
  void slow(long millis, int bytesEachMilli) {
    delayMillis = millis;
    bytesPerMilli = bytesEachMilli;
  }

  /** Closes what is open now. */
  void cut() {
    connections.forEach(Connection::close);
  }

  /** Loses, from what is open now, all that goes one way, without a word. */
  void swallow(Way way) {
    connections.forEach(connection -> connection.swallowed.add(way));
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket worker = entrance.accept();
        connect(worker);
        accepted.incrementAndGet();
      } catch (IOException e) {
        // closed: no more come
      }
    }
  }

  private void connect(Socket worker) {
    Connection connection;
    try {
      connection = new Connection(worker, new Socket(InetAddress.getLoopbackAddress(), target));
    } catch (IOException e) {
      Connection.close(worker); // it will come again
      return;
    }
    connections.add(connection);
    start("proxy up", () -> connection.pump(Way.TO_GATEWAY));
    start("proxy down", () -> connection.pump(Way.TO_WORKER));
  }

  private static void start(String name, Runnable action) {
    Thread thread = new Thread(action, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }

  private final class Connection {

    private final Socket worker;
    private final Socket gateway;
    private final Set<Way> swallowed = ConcurrentHashMap.newKeySet(EnumSet.allOf(Way.class).size());

    Connection(Socket worker, Socket gateway) throws IOException {
      this.worker = worker;
      this.gateway = gateway;
      worker.setTcpNoDelay(true);
      gateway.setTcpNoDelay(true);
    }

    void pump(Way way) {
      byte[] buffer = new byte[1 << 14];
      try {
        InputStream in = (way == Way.TO_GATEWAY ? worker : gateway).getInputStream();
        OutputStream out = (way == Way.TO_GATEWAY ? gateway : worker).getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          take(count);
          if (!swallowed.contains(way)) {
            out.write(buffer, 0, count);
          }
        }
      } catch (IOException | InterruptedException e) {
        // closed, which the other end is told of below
      }
      if (swallowed.isEmpty()) {
        close();
      }
    }

    private void take(int count) throws InterruptedException {
      long millis = delayMillis + count / bytesPerMilli;
      if (millis > 0) {
        Thread.sleep(millis);
      }
    }

    void close() {
      connections.remove(this);
      swallowed.clear();
      close(worker);
      close(gateway);
    }

    private static void close(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        // closed already
      }
    }
  }
}
