package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.Optional;

/**
 * The code of an application, seen as the engine needs it: specs by workflow id, and the class
 * loader that has the handlers. Thread-safe.
 */
public interface Code {

  /** Finds the spec of a workflow by its id; empty if the application has no such spec. */
  Optional<WorkflowSpec> spec(String workflowId);

  /** Returns the loader of the handlers, codecs and user classes that the specs name. */
  ClassLoader loader();

  /**
   * Returns the fingerprint of a class with all that it reaches in the application: equal for code
   * that was compiled from the same sources, whatever debuggers were told and however jars are
   * packed; another when any class that it reaches does something else. The JDK and Jacquard's API
   * are left out, and what only text or a resource names is not reached. Nothing is loaded; what
   * has been read is read once for each code.
   *
   * @param className binary name
   * @return SHA-256, in hexadecimal digits
   * @throws CodeException if there is no such class file, or one cannot be read
   */
  default String fingerprint(String className) {
    return new Fingerprints(loader()).of(className);
  }
}
