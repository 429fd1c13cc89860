package dev.jacquard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that workflows may call: the unit that is retried, timed, cached and placed.
 *
 * <p>The method is static, or an instance method of an {@link Actor}; it is visible in its package,
 * and its parameters and result are values. It may run more than once for one call (after a failed
 * attempt, or when a process dies before the result is recorded); {@link
 * TaskContext#idempotencyKey()} stays the same then. It may run on any thread or machine, at the
 * same time as other calls, and must not modify its arguments.
 *
 * <p>Called from anywhere but a running graph it is the plain method, and nothing in this
 * annotation has an effect.
 *
 * <p>Strings that have a grammar are checked at compile time. Durations are a whole number with
 * {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}, such as {@code "30s"}, or as ISO-8601
 * writes them, such as {@code "PT1H"}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Task {

  /**
   * The name in graphs, logs and specs, unique in its class. Empty: the method's name. Overloaded
   * tasks need one each.
   */
  String name() default "";

  /**
   * Whether the call does something to the world, so that it keeps its place in program order
   * although no value ties it: it starts when all before it in its block has succeeded, and what
   * follows it waits for it. A {@code void} task always does, and so does a call whose value is
   * discarded.
   */
  boolean effects() default false;

  /**
   * How often a call is tried again after an attempt has failed by an exception. 0 or more; 0 is
   * one attempt.
   */
  int retries() default 0;

  /**
   * The duration to wait before the first retry; doubled before each further one, with jitter.
   * Positive.
   */
  String backoff() default "1s";

  /** The exceptions, subclasses included, after which a call is tried again. Empty: all. */
  Class<? extends Throwable>[] retryOn() default {};

  /**
   * The exceptions, subclasses included, after which a call is not tried again, also where {@link
   * #retryOn} has them. {@link NonRetryableException} always is among them.
   */
  Class<? extends Throwable>[] noRetryOn() default {};

  /**
   * The duration that one attempt may take; then it is interrupted and fails with {@link
   * TaskTimeoutException}, and may be tried again. Empty: no limit.
   */
  String timeout() default "";

  /**
   * The duration that all attempts of a call and the waits between them may take; then it fails
   * with {@link TaskTimeoutException} for good. Empty: no limit.
   */
  String deadline() default "";

  /** Whether and how results are kept for other executions. Not kept unless told. */
  Cache cache() default @Cache(enabled = false);

  /** Whether each call gets a fresh process of its own, where the backend has processes. */
  boolean isolated() default false;

  /** What a call needs of its machine. An actor's tasks have the actor's. */
  Resources resources() default @Resources;

  /** The container image to run in, where the backend has images. Empty: the backend's. */
  String image() default "";

  /** Environment variables, each {@code "NAME=value"}, where the backend has processes. */
  String[] environment() default {};

  /**
   * Secrets that {@link TaskContext#secret} gives the task, each {@code "NAME"} or {@code
   * "NAME=group/key"}.
   */
  String[] secrets() default {};

  /**
   * An entry of the profiles file that each environment has its own of: node selector, tolerations,
   * service account, volumes. Empty: none.
   */
  String profile() default "";
}
