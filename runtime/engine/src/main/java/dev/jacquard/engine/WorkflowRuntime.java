package dev.jacquard.engine;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.registry.Application;
import dev.jacquard.engine.registry.FolderRegistry;
import dev.jacquard.engine.registry.Registry;
import dev.jacquard.engine.registry.RegistryException;
import dev.jacquard.engine.time.EngineClock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs workflows.
 *
 * <pre>{@code
 * try (var runtime = WorkflowRuntime.local()) {
 *   String verdict = runtime.run(AnomalyDetectionWorkflows.detectAnomalies(points, 11));
 * }
 * }</pre>
 *
 * <p>Thread-safe: any number of executions run at once, and share the slots fairly.
 */
public interface WorkflowRuntime extends AutoCloseable {

  /** Returns a runtime on threads of this process, one for each processor. */
  static WorkflowRuntime local() {
    return local(LocalOptions.defaults());
  }

  /** Returns a runtime on threads of this process. */
  static WorkflowRuntime local(LocalOptions options) {
    return new LocalRuntime(options);
  }

  /**
   * Returns a runtime that carries out calls on a backend, which it closes in the end.
   *
   * @param backend makes the backend on the clock of the options
   * @param options how it runs; the number of slots is the backend's
   */
  static WorkflowRuntime on(Function<EngineClock, Backend> backend, LocalOptions options) {
    return new LocalRuntime(backend, options);
  }

  /**
   * Runs a workflow and waits for its result. A thread that is interrupted while it waits cancels
   * the execution.
   *
   * @param call which workflow, on which arguments
   * @param <R> its result
   * @return the result; null for a {@code void} workflow
   * @throws ExecutionFailedException if the workflow fails
   * @throws CancellationException if the execution is cancelled, or the thread interrupted; then it
   *     stays so
   * @throws IllegalArgumentException if the arguments are not those of the workflow
   * @throws dev.jacquard.engine.plan.PlanException if the workflow's code is not complete, or not
   *     of one build or version; the message says what repairs it
   * @throws dev.jacquard.engine.code.CodeException if its spec cannot be read at all
   */
  default <R extends @Nullable Object> R run(WorkflowCall<R> call) {
    Execution<R> execution = start(call);
    try {
      return execution.await();
    } catch (InterruptedException e) {
      execution.cancel();
      Thread.currentThread().interrupt();
      throw new CancellationException(
          "The thread that ran " + call.workflow() + " was interrupted.");
    }
  }

  /**
   * Starts a workflow.
   *
   * @param call which workflow, on which arguments
   * @param <R> its result
   * @return the execution, which runs
   * @throws IllegalArgumentException if the arguments are not those of the workflow
   */
  default <R extends @Nullable Object> Execution<R> start(WorkflowCall<R> call) {
    return start(call, null);
  }

  /**
   * As {@link #start(WorkflowCall)}, with a listener that hears of everything from the beginning.
   */
  <R extends @Nullable Object> Execution<R> start(
      WorkflowCall<R> call, @Nullable ExecutionListener listener);

  /**
   * Starts a workflow of other code than this process is made of.
   *
   * @param code where its spec and its classes are
   * @param workflowId its id: binary class name, a dot, and its name
   * @param arguments one for each parameter, primitives boxed, of classes that {@code code} loads
   * @param listener hears of everything from the beginning; null: nobody does
   * @return the execution, which runs
   * @throws IllegalArgumentException if the arguments are not those of the workflow
   */
  Execution<@Nullable Object> start(
      Code code,
      String workflowId,
      List<? extends @Nullable Object> arguments,
      @Nullable ExecutionListener listener);

  /** As {@link #start(Code, String, List, ExecutionListener)}, without a listener. */
  default Execution<@Nullable Object> start(
      Code code, String workflowId, List<? extends @Nullable Object> arguments) {
    return start(code, workflowId, arguments, null);
  }

  /**
   * Registers an application in the user's registry, so that its workflows run by name: {@code
   * jacquard run NAME}. For another registry, see {@link FolderRegistry#at}.
   *
   * @param application its code, and under which name and version
   * @return its entry, and whether that is new
   * @throws RegistryException if its code does not fit together, or other content has that version
   */
  default Registry.Registered register(Application application) {
    return FolderRegistry.ofUser().register(application);
  }

  /**
   * Cancels what runs, waits for it up to the grace period, and leaves no thread behind that can be
   * ended.
   */
  @Override
  void close();
}
