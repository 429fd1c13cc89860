package dev.jacquard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a workflow's parameter for callers from outside who give none: the command line, the
 * server, the generated overloads. A call from Java gives every argument.
 *
 * <p>Checked against the parameter's type at compile time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Default {

  /**
   * The value: the bare text for text, numbers, booleans, enums, temporal types and UUIDs, such as
   * {@code "11"}, {@code "RED"} or {@code "2026-11-23"}; a JSON literal for all others, such as
   * {@code "[1, 2]"} or {@code "null"}.
   */
  String value() default "";
}
