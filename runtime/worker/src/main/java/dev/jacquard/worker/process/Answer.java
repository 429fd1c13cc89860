package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.Batch;

/** What the thread of a batch waits for from the gateway. Thread-safe. */
final class Answer {

  private static final int NONE = -1;

  private int element = NONE;
  private boolean given;
  private boolean yes;
  private boolean hopeless;

  /** A question about an element is about to be asked. */
  synchronized void expect(int about) {
    element = about;
    given = false;
  }

  /** The answer has come; returns whether somebody waits for it. */
  synchronized boolean give(int about, boolean answer) {
    if (about != element) {
      return false;
    }
    given = true;
    yes = answer;
    notifyAll();
    return true;
  }

  /** No answer will come. */
  synchronized void giveUp() {
    hopeless = true;
    notifyAll();
  }

  /** Waits; false also if no answer will come, or the element is no longer wanted. */
  synchronized boolean await(Batch batch) {
    while (!given && !hopeless && !batch.unwanted()) {
      try {
        wait(100);
      } catch (InterruptedException e) {
        // Only a cancellation interrupts, and the batch knows of it.
      }
    }
    element = NONE;
    return given && yes;
  }
}
