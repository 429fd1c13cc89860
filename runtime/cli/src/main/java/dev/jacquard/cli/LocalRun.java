package dev.jacquard.cli;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.cli.progress.ProgressDisplay;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.CodeException;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.value.JsonValues;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One execution: started, watched, its result written. */
final class LocalRun {

  /** User code that does not heed its interruption is left behind; the process ends without it. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Console console;
  private final RunOptions options;
  private final PathCode code;
  private final WorkflowSpec spec;
  private final TypeTable types;
  private final Runtimes runtimes;

  LocalRun(Console console, RunOptions options, PathCode code, WorkflowSpec spec, TypeTable types) {
    this.console = console;
    this.options = options;
    this.code = code;
    this.spec = spec;
    this.types = types;
    this.runtimes = new Runtimes(console, options);
  }

  /** Runs to the end; returns the exit code. */
  int run(List<@Nullable Object> arguments) throws IOException, InterruptedException {
    LocalOptions local = LocalOptions.defaults().withStrict(options.strict()).withGrace(GRACE);
    LocalOptions limited = options.parallelism().map(local::withParallelism).orElse(local);
    RunningNodes nodes = new RunningNodes();
    try (WorkflowRuntime runtime = runtimes.open(limited, code, spec)) {
      Execution<@Nullable Object> execution = start(runtime, arguments, nodes);
      try (Interruption interruption =
          Interruption.watch(
              execution, nodes, console.err(), options.backend() == BackendName.KUBERNETES)) {
        return finish(execution, interruption);
      }
    }
  }

  private Execution<@Nullable Object> start(
      WorkflowRuntime runtime, List<@Nullable Object> arguments, RunningNodes nodes) {
    try {
      Execution<@Nullable Object> execution =
          runtime.start(code, spec.getInterface().getId(), arguments, nodes);
      runtimes.follow(execution);
      return execution;
    } catch (PlanException | CodeException | IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private int finish(Execution<@Nullable Object> execution, Interruption interruption)
      throws IOException, InterruptedException {
    Optional<ProgressDisplay> display =
        ProgressDisplay.start(options.progress(), execution, runtimes::pods, console.screen());
    interruption.showing(display);
    try {
      Object result = await(execution);
      display.ifPresent(ProgressDisplay::close);
      int code = write(result);
      return interruption.exitCode().orElse(code);
    } catch (ValueException e) {
      console.err().println("The result cannot be written as JSON: " + e.getMessage());
    } catch (ExecutionFailedException e) {
      display.ifPresent(ProgressDisplay::close);
      console.err().println(FailureReport.of(e, options.stacktrace()));
    } catch (TimeoutException e) {
      display.ifPresent(ProgressDisplay::close);
      console.err().println(interruption.report("Timed out after " + options.timeoutAsGiven()));
      execution.cancel();
    } catch (CancellationException e) {
      display.ifPresent(ProgressDisplay::close);
      if (interruption.exitCode().isEmpty()) {
        console.err().println("The execution was cancelled.");
      }
    }
    return interruption.exitCode().orElse(ExitCode.FAILED);
  }

  private @Nullable Object await(Execution<@Nullable Object> execution)
      throws InterruptedException, TimeoutException {
    Optional<Duration> timeout = options.timeout();
    return timeout.isPresent() ? execution.await(timeout.get()) : execution.await();
  }

  private int write(@Nullable Object result) throws IOException {
    Optional<Path> file = options.output();
    if (file.isPresent()) {
      try (Writer writer = Files.newBufferedWriter(file.get())) {
        write(result, writer);
      } catch (IOException e) {
        console.err().println("The result cannot be written to --output " + file.get() + ": " + e);
        return ExitCode.FAILED;
      }
    } else {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
      write(result, writer);
      writer.flush();
    }
    return ExitCode.SUCCEEDED;
  }

  private void write(@Nullable Object result, Writer writer) throws IOException {
    if (spec.getInterface().hasResult()) {
      JsonValues.of(types).write(spec.getInterface().getResult(), result, writer);
    } else {
      writer.write("null");
    }
    writer.write('\n');
  }
}
