package dev.jacquard.processor.model;

import dev.jacquard.processor.model.ValueType.Definition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What callers know of tasks, actors and workflows: values that {@code declare} makes and later
 * stages read.
 */
public final class Interfaces {

  private Interfaces() {}

  /**
   * A parameter.
   *
   * @param defaultValue its {@code @Default}, if it has one
   */
  public record Parameter(String name, ValueType type, Optional<Literal> defaultValue) {}

  /**
   * A task.
   *
   * @param id binary class name, a dot, and the task's name
   * @param descriptor erased parameter types, {@code (java.util.List,int)}
   * @param result empty for a void task
   * @param handler binary name of the generated handler
   * @param actor for a task of an actor, its class's binary name
   * @param definitions every named type that its signature reaches
   */
  public record TaskInterface(
      String id,
      String className,
      String method,
      String descriptor,
      List<Parameter> parameters,
      Optional<ValueType> result,
      String handler,
      Optional<String> actor,
      TaskPolicy policy,
      Map<String, Definition> definitions) {}

  /**
   * A constructor of an actor, with how the actor's replicas want to be run.
   *
   * @param className binary class name
   * @param name the actor's name
   * @param descriptor erased types of the constructor's parameters
   * @param handler binary name of the generated handler
   * @param definitions every named type that its signature reaches
   */
  public record ActorInterface(
      String className,
      String name,
      String descriptor,
      List<Parameter> parameters,
      String handler,
      ActorPolicy policy,
      Map<String, Definition> definitions) {

    /** Tells it from every other constructor of any actor. */
    public String id() {
      return className + descriptor;
    }
  }

  /**
   * An actor's policies; nanoseconds.
   *
   * @param shared whether executions share its pools
   */
  public record ActorPolicy(
      int replicas,
      int minReplicas,
      long ttlNanos,
      int concurrency,
      int maxCalls,
      boolean shared,
      Placement placement) {}

  /** A task's policies; durations in nanoseconds, zero for none. */
  public record TaskPolicy(
      boolean effects,
      int retries,
      long backoffNanos,
      List<String> retryOn,
      List<String> noRetryOn,
      long timeoutNanos,
      long deadlineNanos,
      Optional<CachePolicy> cache,
      boolean isolated,
      Placement placement) {}

  public record CachePolicy(String version, boolean serialize) {}

  public record Placement(
      Resources resources,
      String image,
      Map<String, String> environment,
      List<Secret> secrets,
      String profile) {}

  public record Resources(
      String cpu,
      String memory,
      String gpu,
      String ephemeralStorage,
      String cpuLimit,
      String memoryLimit) {}

  /** A secret: its name, and group and key where they are said (else empty). */
  public record Secret(String name, String group, String key) {}

  /**
   * A workflow as its callers see it.
   *
   * @param id binary class name, a dot, and the workflow's name
   * @param result empty for a void workflow
   * @param definitions every named type that its signature reaches
   */
  public record WorkflowInterface(
      String id,
      List<Parameter> parameters,
      Optional<ValueType> result,
      Map<String, Definition> definitions) {}

  /** A workflow's own policies; nanoseconds, zero for none. */
  public record WorkflowPolicy(
      int concurrency, long timeoutNanos, boolean sourceOrder, OnFailure onFailure) {}

  /** What happens to the rest when a node fails. */
  public enum OnFailure {
    IN_ORDER,
    FAIL_FAST,
    FINISH_RUNNING
  }
}
