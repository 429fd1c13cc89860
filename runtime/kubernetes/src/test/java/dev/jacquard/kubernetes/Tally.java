package dev.jacquard.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Is told by pods of each element that they begin, also of those that are lost afterwards, and lets
 * it go on. Thread-safe.
 */
final class Tally implements AutoCloseable {

  private static final int BACKLOG = 50;

  private final ServerSocket server;
  private final Map<Integer, List<String>> pods = new HashMap<>();
  private final Set<Integer> held = new HashSet<>();
  private int all;

  private Tally(ServerSocket server) {
    this.server = server;
  }

  /** Listens where pods reach this machine. */
  static Tally open() {
    try {
      Tally tally =
          new Tally(new ServerSocket(0, BACKLOG, InetAddress.getByName(TestCluster.host())));
      tally.inBackground(tally::accept);
      return tally;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Called in a pod, by an element that begins; returns how often it has begun by now. */
  static int begun(String address, int element) throws IOException {
    int colon = address.lastIndexOf(':');
    try (Socket socket =
            new Socket(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        PrintStream out = new PrintStream(socket.getOutputStream(), true, UTF_8)) {
      out.println(element + " " + System.getenv("JACQUARD_POD"));
      return Integer.parseInt(reader(socket).readLine());
    }
  }

  String address() {
    return TestCluster.host() + ":" + server.getLocalPort();
  }

  /** Elements that begin from now on wait for {@link #release}. */
  synchronized void hold(int... elements) {
    for (int element : elements) {
      held.add(element);
    }
  }

  synchronized void release() {
    held.clear();
    notifyAll();
  }

  /** How many elements have begun, each as often as it has. */
  synchronized int all() {
    return all;
  }

  /** How often an element has begun. */
  synchronized int times(int element) {
    return pods.getOrDefault(element, List.of()).size();
  }

  /** The pod in which an element has begun last. */
  synchronized String pod(int element) {
    List<String> seen = pods.get(element);
    return seen.get(seen.size() - 1);
  }

  /** The most often that any element has begun. */
  synchronized int most() {
    return pods.values().stream().mapToInt(List::size).max().orElse(0);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        inBackground(() -> answer(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void answer(Socket socket) {
    try (socket;
        PrintStream out = new PrintStream(socket.getOutputStream(), true, UTF_8)) {
      String line = reader(socket).readLine();
      if (line != null) {
        String[] words = line.split(" ", 2);
        out.println(begin(Integer.parseInt(words[0]), words[1]));
      }
    } catch (IOException e) {
      // Its pod has ended, and has not begun the element.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized int begin(int element, String pod) throws InterruptedException {
    all++;
    List<String> seen = pods.computeIfAbsent(element, unknown -> new ArrayList<>());
    seen.add(pod);
    int times = seen.size();
    while (held.contains(element)) {
      wait();
    }
    return times;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  private void inBackground(Runnable task) {
    Thread made = new Thread(task, "tally");
    made.setDaemon(true);
    made.start();
  }

  @Override
  public void close() {
    release();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
