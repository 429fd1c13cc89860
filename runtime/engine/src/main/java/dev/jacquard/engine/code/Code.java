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
}
