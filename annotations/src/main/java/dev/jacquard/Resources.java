package dev.jacquard;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a call or a replica needs of its machine; the value of {@link Task#resources} and {@link
 * Actor#resources}.
 *
 * <p>Each is a quantity as Kubernetes writes it ({@code "125m"}, {@code "0.5"}, {@code "256Mi"},
 * {@code "1G"}), checked at compile time; empty is none. Backends without machines to choose ignore
 * them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Resources {

  /** The processors that are set aside, in cores. */
  String cpu() default "";

  /** The memory that is set aside, in bytes. */
  String memory() default "";

  /** The graphics processors that are set aside, a whole number. */
  String gpu() default "";

  /** The disk space that is set aside and goes with the process, in bytes. */
  String ephemeralStorage() default "";

  /** The processors that may be used at most, in cores. Empty: no limit. */
  String cpuLimit() default "";

  /** The memory that may be used at most, in bytes. Empty: as much as {@link #memory}. */
  String memoryLimit() default "";
}
