package dev.jacquard.worker.process;

import dev.jacquard.engine.code.Code;
import dev.jacquard.worker.v1.Surroundings;
import java.io.IOException;

/** Where a worker has its code from. Used by one thread. */
@FunctionalInterface
public interface CodeSupply {

  /**
   * What a worker carries out.
   *
   * @param code the same instance as long as it is the same code
   * @param surroundings what answers can depend on here
   */
  record Supplied(Code code, Surroundings surroundings) {}

  /**
   * Returns the code, as the gateway now has it.
   *
   * @throws RefusedException if the gateway does not give it
   * @throws IOException if it cannot be had now, and perhaps later
   */
  Supplied get() throws IOException, RefusedException, InterruptedException;
}
