package dev.jacquard.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain comes from, so that another process that plans the same workflow from the same code
 * finds the same one: {@link WorkflowPlan#chain}. Immutable.
 *
 * @param workflowId the workflow that it stands in
 * @param version the version of that workflow's spec
 * @param number which of the workflow's chains it is
 * @param types what the slots of its row hold; null where that never leaves the process
 */
public record ChainSource(
    String workflowId, String version, int number, List<@Nullable ValueType> types) {

  /** Copies the list. */
  public ChainSource {
    types = Collections.unmodifiableList(new ArrayList<>(types));
  }
}
