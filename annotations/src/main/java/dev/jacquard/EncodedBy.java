package dev.jacquard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class of one's own a value that tasks may take and return, by the codec that turns it
 * into bytes.
 *
 * <pre>{@code
 * @EncodedBy(MoneyCodec.class)
 * public final class Money { ... }
 *
 * public final class MoneyCodec implements ValueCodec<Money> { ... }
 * }</pre>
 *
 * <p>Records need none. For a class of somebody else's, make a record of one's own around what it
 * holds.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EncodedBy {

  /**
   * The codec: a public class with a public constructor without arguments, for the annotated type.
   */
  Class<? extends ValueCodec<?>> value();

  /**
   * The name of the type in specs, journals and caches. It must stay as it is while recorded values
   * are to be read; so set it before moving or renaming the class. Empty: the binary name of the
   * annotated class.
   */
  String name() default "";
}
