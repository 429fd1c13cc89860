package dev.jacquard.benchmarks;

import dev.jacquard.engine.WorkflowRuntime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A map over trivial elements, against the same by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class MapBenchmark {

  /** How many elements. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int elements;

  private List<Integer> points = List.of();
  private ChunkedExecutor executor;
  private WorkflowRuntime runtime;

  /** Boxes the input and starts both sides' threads. */
  @Setup
  public void open() {
    points = IntStream.range(0, elements).map(i -> i * 31 % 1000).boxed().toList();
    executor = new ChunkedExecutor();
    runtime = WorkflowRuntime.local();
  }

  /** Stops both sides' threads. */
  @TearDown
  public void close() {
    executor.close();
    runtime.close();
  }

  /** The baseline. */
  @Benchmark
  public List<Boolean> chunkedExecutor() throws Exception {
    return executor.map(points, point -> Pipelines.isAnomalous(point, 500));
  }

  /** The same as a workflow. */
  @Benchmark
  public List<Boolean> jacquard() {
    return runtime.run(PipelinesWorkflows.flags(points, 500));
  }
}
