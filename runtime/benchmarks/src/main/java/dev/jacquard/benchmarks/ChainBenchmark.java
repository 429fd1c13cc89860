package dev.jacquard.benchmarks;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A chain of 100,000 trivial calls, against as many hops between two threads. Times are of one call
 * and of one hop.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class ChainBenchmark {

  static final int CALLS = 100_000;
  private static final String SHORT_CHAIN =
      "/META-INF/jacquard/dev.jacquard.benchmarks.Pipelines.twoIncrements.pb";

  private Chain chain;
  private Hop hop;
  private WorkflowRuntime runtime;

  /** Makes the long chain and starts both sides' threads. */
  @Setup
  public void open() throws IOException {
    try (InputStream in = ChainBenchmark.class.getResourceAsStream(SHORT_CHAIN)) {
      chain = Chain.lengthen(WorkflowSpec.parseFrom(in), CALLS);
    }
    hop = new Hop();
    runtime = WorkflowRuntime.local();
  }

  /** Stops both sides' threads. */
  @TearDown
  public void close() {
    hop.close();
    runtime.close();
  }

  /** The baseline: every second hop counts, so twice what it answers is what the chain does. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int hop() throws InterruptedException {
    return 2 * hop.hops(CALLS);
  }

  /** The chain as a workflow. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public Object jacquard() throws InterruptedException {
    return runtime.start(chain, chain.workflow(), List.of(0)).await();
  }
}
