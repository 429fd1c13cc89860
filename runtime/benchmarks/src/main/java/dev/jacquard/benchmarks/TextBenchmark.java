package dev.jacquard.benchmarks;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.examples.TextPreprocessing;
import dev.jacquard.examples.TextPreprocessingWorkflows;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Text preprocessing of 100,000 lines, against the same tasks called by hand from a chunked
 * executor.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class TextBenchmark {

  private static final int LINES = 100_000;

  private List<String> lines = List.of();
  private ChunkedExecutor executor;
  private WorkflowRuntime runtime;

  /** Makes the text and starts both sides' threads. */
  @Setup
  public void open() {
    lines = GeneratedText.lines(LINES);
    executor = new ChunkedExecutor();
    runtime = WorkflowRuntime.local();
  }

  /** Stops both sides' threads. */
  @TearDown
  public void close() {
    executor.close();
    runtime.close();
  }

  /** The baseline: the workflow's body as plain Java, on each chunk. */
  @Benchmark
  public List<String> chunkedExecutor() throws Exception {
    return executor.mapChunks(lines, TextPreprocessing::clean);
  }

  /** The same as a workflow. */
  @Benchmark
  public List<String> jacquard() {
    return on(runtime);
  }

  List<String> on(WorkflowRuntime other) {
    return other.run(TextPreprocessingWorkflows.clean(lines));
  }
}
