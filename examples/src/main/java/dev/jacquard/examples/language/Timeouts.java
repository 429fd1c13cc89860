package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.TaskContext;
import dev.jacquard.Workflow;

/**
 * Timeouts: an attempt that takes too long is interrupted and may be tried again; the deadline is
 * for all attempts. As plain Java nothing is interrupted.
 */
public final class Timeouts {

  private Timeouts() {}

  /** Returns how many rounds were worked. */
  @Workflow(timeout = "1m")
  public static int work(int rounds, long millisPerRound) throws InterruptedException {
    return spin(rounds, millisPerRound);
  }

  @Task(timeout = "500ms", retries = 1, backoff = "1ms", deadline = "5s")
  static int spin(int rounds, long millisPerRound) throws InterruptedException {
    int done = 0;
    while (done < rounds) {
      Thread.sleep(millisPerRound);
      done++;
      TaskContext.current().progress(done, rounds);
    }
    return done;
  }
}
