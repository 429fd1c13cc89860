package dev.jacquard.differential;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.Failure;
import dev.jacquard.FailureLocation;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.Code;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** Runs workflows in a runtime, several at once. */
final class Runs {

  /** How long one may take on threads and on processes. */
  static final Duration LONGEST = Duration.ofMinutes(3);

  /** A workflow by its id, and what it is run on. */
  record Request(String workflow, List<Object> arguments) {

    @Override
    public String toString() {
      return workflow + " on " + DrawnValues.text(arguments);
    }
  }

  /**
   * What came of a request.
   *
   * @param execution the id under which it ran
   * @param value the result, where it succeeded
   */
  record Run(
      String execution,
      Object value,
      Optional<Failure> failure,
      Optional<FailureLocation> location) {}

  private final WorkflowRuntime runtime;
  private final Code code;
  private final int atOnce;
  private final Runnable afterEach;
  private final Duration longest;

  /**
   * @param afterEach is told whenever one has ended, while others run
   * @param longest how long one may take
   */
  Runs(WorkflowRuntime runtime, Code code, int atOnce, Runnable afterEach, Duration longest) {
    this.longest = longest;
    this.runtime = runtime;
    this.code = code;
    this.atOnce = atOnce;
    this.afterEach = afterEach;
  }

  /** Runs all; returns what came of them, in the same order. */
  List<Run> all(List<Request> requests) {
    List<Run> runs = new ArrayList<>();
    Queue<Execution<Object>> running = new ArrayDeque<>();
    for (Request request : requests) {
      running.add(runtime.start(code, request.workflow(), request.arguments()));
      if (running.size() == atOnce) {
        runs.add(end(running.remove(), requests.get(runs.size())));
      }
    }
    while (!running.isEmpty()) {
      runs.add(end(running.remove(), requests.get(runs.size())));
    }
    return runs;
  }

  private Run end(Execution<Object> execution, Request request) {
    Run run = await(execution, request);
    afterEach.run();
    return run;
  }

  private Run await(Execution<Object> execution, Request request) {
    try {
      Object value = execution.await(longest);
      return new Run(execution.id(), value, Optional.empty(), Optional.empty());
    } catch (ExecutionFailedException failed) {
      return new Run(
          execution.id(), null, Optional.of(failed.failure()), Optional.of(failed.location()));
    } catch (TimeoutException | CancellationException | InterruptedException e) {
      throw new AssertionError("This must end by itself and soon: " + request, e);
    }
  }
}
