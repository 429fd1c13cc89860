package dev.jacquard;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How results of a task are kept for other executions; the value of {@link Task#cache}.
 *
 * <p>A call finds a kept result by the task, its version and its arguments. {@code @Task(cache
 * = @Cache)} turns it on. Failures are not kept. What is found is not run, so a task that is called
 * for its effects should not be cached.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Cache {

  /** Whether results are kept. */
  boolean enabled() default true;

  /**
   * What tells results of one meaning from those of another. Empty: a fingerprint of the code that
   * the task reaches, so that a change of the code forgets the results; set, it is the author's
   * word that results with it stay right.
   */
  String version() default "";

  /**
   * Whether equal calls made at once wait for the first of them, and take its result, instead of
   * all running.
   */
  boolean serialize() default false;
}
