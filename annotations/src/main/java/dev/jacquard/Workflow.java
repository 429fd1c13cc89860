package dev.jacquard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method whose body is compiled to a graph of task calls.
 *
 * <p>The body calls {@link Task}s and other workflows, in the part of Java that graphs can express;
 * anything else is a compile error at its place. The parameters and the result are values; the
 * result may be {@code void}.
 *
 * <p>Called directly, the method runs as plain Java: in order, in the calling thread. Given to a
 * runtime as {@code runtime.run(XWorkflows.method(...))} the graph runs, with the same result or
 * the same failure.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Workflow {

  /**
   * The name by which the workflow is run, after its class's and a dot; unique in its class. Empty:
   * the method's name. Overloaded workflows need one each.
   */
  String name() default "";

  /**
   * How many attempts of its tasks run at once, sub-workflows included. 0 or more; 0 is no limit.
   */
  int concurrency() default 0;

  /**
   * The duration that an execution may take; then what runs is cancelled and it fails with {@link
   * TaskTimeoutException}. Grammar as in {@link Task}. Empty: no limit.
   */
  String timeout() default "";

  /** What keeps calls in program order beside the values that tie them. */
  Order order() default Order.DATA;

  /** What happens to the other calls when one has failed. */
  OnFailure onFailure() default OnFailure.IN_ORDER;

  /** What keeps calls in program order beside the values that tie them. */
  enum Order {
    /**
     * Calls run as soon as their inputs are there; only those with effects wait for what stands
     * before them.
     */
    DATA,
    /**
     * Every call runs as if it had effects: one after another, as plain Java would; maps still
     * spread out.
     */
    SOURCE
  }

  /** What happens to the other calls when one has failed. */
  enum OnFailure {
    /**
     * What stands after the failed call is cancelled and what stands before it goes on; the failure
     * reported is the first in program order, the one that plain Java would have thrown.
     */
    IN_ORDER,
    /** Everything is cancelled at once, and the failure reported is the first to have happened. */
    FAIL_FAST,
    /**
     * What needs nothing from the failed call still runs; the failure reported is the first in
     * program order.
     */
    FINISH_RUNNING
  }
}
