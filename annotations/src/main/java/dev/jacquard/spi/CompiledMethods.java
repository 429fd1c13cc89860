package dev.jacquard.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What class files lose of a class's tasks and workflows, kept on its generated handlers and stubs
 * for the compilation of other classes that call them.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CompiledMethods {

  /** The tasks, workflows and actor constructors of the class. */
  Method[] value();

  /** One method. */
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Method {

    /**
     * Its name, {@code <init>} for a constructor, and erased parameter types: {@code
     * count(java.util.List,int)}.
     */
    String signature();

    /** The names of its parameters, in order. */
    String[] parameters();
  }
}
