package dev.jacquard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * An unsent, typed request to run a workflow: which one, on which arguments. Made by the generated
 * stubs ({@code AnomalyDetectionWorkflows.detectAnomalies(points, 11)}) and given to a runtime.
 *
 * <p>Immutable, but for the arguments themselves: they are held by reference and must not be
 * modified until the execution has ended.
 *
 * @param <R> the workflow's result; {@link Void} for a {@code void} workflow
 */
public final class WorkflowCall<R> {

  private final Class<?> stub;
  private final String workflow;
  private final List<Object> arguments;

  private WorkflowCall(Class<?> stub, String workflow, List<Object> arguments) {
    this.stub = stub;
    this.workflow = workflow;
    this.arguments = arguments;
  }

  /**
   * Makes a request. Generated code calls this; users call the generated stub.
   *
   * @param stub the generated stub class, beside whose class files the spec and the handlers are
   *     looked for
   * @param workflow the workflow's id: binary class name, a dot, and its name
   * @param arguments one for each parameter, primitives boxed
   * @param <R> the workflow's result
   * @return the request
   */
  public static <R> WorkflowCall<R> of(Class<?> stub, String workflow, Object... arguments) {
    List<Object> copy = new ArrayList<>(arguments.length);
    Collections.addAll(copy, arguments);
    return new WorkflowCall<>(
        Objects.requireNonNull(stub),
        Objects.requireNonNull(workflow),
        Collections.unmodifiableList(copy));
  }

  /** Returns the generated stub class that made this request. */
  public Class<?> stub() {
    return stub;
  }

  /** Returns the workflow's id: binary class name, a dot, and its name. */
  public String workflow() {
    return workflow;
  }

  /** Returns the arguments in parameter order, primitives boxed; unmodifiable, may hold null. */
  public List<Object> arguments() {
    return arguments;
  }

  @Override
  public String toString() {
    return workflow + arguments;
  }
}
