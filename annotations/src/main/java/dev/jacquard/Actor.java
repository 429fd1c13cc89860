package dev.jacquard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose tasks are called on warm instances: what is costly to set up is set up once
 * for each replica and not once for each call.
 *
 * <p>{@code new} of such a class in a workflow declares a pool; calls of its {@link Task} methods
 * spread over the replicas of the pool, each an instance made by the same constructor with the same
 * arguments. What a call answers must depend on the constructor's arguments and its own alone,
 * since any replica may get it. A replica gets up to {@link #concurrency} calls at once and needs
 * to be thread-safe only if that is more than one. If the class is {@link AutoCloseable}, {@code
 * close} is called when a replica is no longer needed; if it is a {@link Warmup}, {@code warmUp} is
 * called before the first call. A task that writes a field gets a warning, unless it says
 * {@code @SuppressWarnings("ActorState")}.
 *
 * <p>Used outside a graph it is an ordinary class. Strings have the grammar told at {@link Task}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Actor {

  /**
   * The name in graphs, logs and specs, and of the limit on replicas. Empty: the binary class name.
   */
  String name() default "";

  /** The most replicas that a pool has at once. 1 or more. */
  int replicas() default 1;

  /**
   * The replicas that a pool keeps while it lives, with or without calls. 0 to {@link #replicas}.
   */
  int minReplicas() default 0;

  /** The duration that a replica without calls is kept for the next one. */
  String ttl() default "60s";

  /** How many calls run at once in one replica. 1 or more. */
  int concurrency() default 1;

  /** After how many calls a replica is closed and replaced. 0 or more; 0 is never. */
  int maxCalls() default 0;

  /** Who else may use the pool. */
  Scope scope() default Scope.SHARED;

  /** What one replica needs of its machine. */
  Resources resources() default @Resources;

  /** The container image to run in, where the backend has images. Empty: the backend's. */
  String image() default "";

  /** Environment variables, each {@code "NAME=value"}, where the backend has processes. */
  String[] environment() default {};

  /**
   * Secrets that {@link TaskContext#secret} gives its tasks, each {@code "NAME"} or {@code
   * "NAME=group/key"}.
   */
  String[] secrets() default {};

  /** An entry of the profiles file of the environment, as {@link Task#profile}. Empty: none. */
  String profile() default "";

  /** Who else may use a pool. */
  enum Scope {
    /** Executions that make the actor from equal arguments and equal code share one pool. */
    SHARED,
    /** Each execution has its own pool. */
    EXECUTION
  }
}
