package dev.jacquard.worker.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up the calls of a worker in this process from one element on, until it is opened. */
final class Gate {

  /** The first element that it holds up. */
  static final int PLACE = 500;

  private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  static Gate named(String name) {
    return GATES.computeIfAbsent(name, n -> new Gate());
  }

  void pass(int number) throws InterruptedException {
    if (number >= PLACE) {
      reached.countDown();
      open.await();
    }
  }

  /** Waits until a call stands before it. */
  void awaitCall() throws InterruptedException {
    if (!reached.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The calls before the gate must be carried out.");
    }
  }

  void open() {
    open.countDown();
  }
}
