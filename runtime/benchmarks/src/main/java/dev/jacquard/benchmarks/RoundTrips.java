package dev.jacquard.benchmarks;

import dev.jacquard.engine.WorkflowRuntime;
import java.util.Arrays;

/** One call at a time on a worker, and round trips of the bare stream, in turns. */
final class RoundTrips {

  private static final int WARM_UPS = 20_000;
  private static final int CALLS = 20_000;
  private static final int TURN = 50;

  private final BareStream bare;
  private final WorkflowRuntime runtime;
  private final double[] base = new double[CALLS];
  private final double[] ours = new double[CALLS];

  RoundTrips(BareStream bare, WorkflowRuntime runtime) {
    this.bare = bare;
    this.runtime = runtime;
  }

  void measure() throws InterruptedException {
    turns(WARM_UPS);
    turns(CALLS);
    print(50);
    print(99);
  }

  private void turns(int calls) throws InterruptedException {
    byte[] message = {BareProtocol.ECHO, 0, 0, 0, 1};
    for (int from = 0; from < calls; from += TURN) {
      for (int i = from; i < from + TURN; i++) {
        long start = System.nanoTime();
        bare.exchange(message);
        base[i] = System.nanoTime() - start;
      }
      for (int i = from; i < from + TURN; i++) {
        long start = System.nanoTime();
        runtime.run(PipelinesWorkflows.oneIncrement(i));
        ours[i] = System.nanoTime() - start;
      }
    }
  }

  private void print(int percent) {
    double stream = percentile(base, percent) / 1e3;
    double call = percentile(ours, percent) / 1e3;
    String what = "workers, one call at a time, p%d, µs".formatted(percent);
    Row.print(what, stream, call, call / stream, "2");
  }

  private static double percentile(double[] nanos, int percent) {
    double[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * (percent / 100.0))];
  }
}
