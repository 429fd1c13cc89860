package dev.jacquard.examples;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.Failure;
import dev.jacquard.engine.WorkflowRuntime;
import java.util.concurrent.Callable;

/**
 * How a run ended, as far as plain Java and graph have to agree.
 *
 * @param value what it returned, null if it failed
 * @param failure class name and message of what it threw, null if it returned
 * @param traces what it left in the world
 */
record Verdict(Object value, String failure, Object traces) {

  static Verdict ofPlain(Trial trial) {
    return of(trial, trial.plain());
  }

  static Verdict ofGraph(Trial trial, WorkflowRuntime runtime) {
    return of(trial, () -> runtime.run(trial.graph()));
  }

  boolean failed() {
    return failure != null;
  }

  private static Verdict of(Trial trial, Callable<Object> run) {
    try {
      Object value = run.call();
      return new Verdict(value, null, trial.traces().get());
    } catch (ExecutionFailedException e) {
      return new Verdict(null, words(e.failure()), trial.traces().get());
    } catch (Exception e) {
      return new Verdict(null, words(Failure.of(e)), trial.traces().get());
    }
  }

  /**
   * Leaves out what the promise leaves out: the texts of null and index errors, and which index
   * error it is.
   */
  private static String words(Failure failure) {
    if (failure.classNames().contains(IndexOutOfBoundsException.class.getName())) {
      return IndexOutOfBoundsException.class.getName();
    }
    return failure.className().equals(NullPointerException.class.getName())
        ? failure.className()
        : failure.toString();
  }
}
