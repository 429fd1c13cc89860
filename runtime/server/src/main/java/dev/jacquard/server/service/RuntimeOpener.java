package dev.jacquard.server.service;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.server.v1.Manner;
import dev.jacquard.worker.v1.Surroundings;
import java.util.List;
import java.util.function.Supplier;

/** Opens the runtimes on which executions run that were asked for elsewhere. */
@FunctionalInterface
public interface RuntimeOpener {

  /**
   * A runtime.
   *
   * @param pods how the pods stand that carry out its calls; empty where there are none
   */
  record Opened(WorkflowRuntime runtime, Supplier<List<PoolPods>> pods) {}

  /**
   * Opens one.
   *
   * @param key tells it from all others that are open; the same for the same code and manner, also
   *     in another process
   * @param code the application's
   * @param workflow what is to be run first
   * @param surroundings what answers can depend on, as the caller has it
   * @throws IllegalArgumentException if what is asked for cannot be; the message says why
   */
  Opened open(String key, PathCode code, String workflow, Surroundings surroundings, Manner manner);
}
