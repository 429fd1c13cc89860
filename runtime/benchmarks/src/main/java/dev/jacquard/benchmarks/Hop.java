package dev.jacquard.benchmarks;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Two threads that hand a number to and fro: the least that a call through another thread can cost.
 */
final class Hop implements AutoCloseable {

  private final BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
  private final Thread partner = new Thread(this::answer, "hop");

  Hop() {
    partner.setDaemon(true);
    partner.start();
  }

  private void answer() {
    try {
      while (true) {
        back.put(there.take() + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes that many hops, half of them there and half of them back. */
  int hops(int count) throws InterruptedException {
    int value = 0;
    for (int i = 0; i < count / 2; i++) {
      there.put(value);
      value = back.take();
    }
    return value;
  }

  @Override
  public void close() {
    partner.interrupt();
  }
}
