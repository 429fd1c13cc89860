package dev.jacquard.worker.process;

import dev.jacquard.engine.code.Code;
import dev.jacquard.worker.v1.Surroundings;
import java.time.Duration;

/**
 * What a worker is and serves.
 *
 * @param host where its gateway is
 * @param port where its gateway is
 * @param pool which pool it serves
 * @param token what the gateway asks for
 * @param instance names the process
 * @param slots how many batches it carries out at once
 * @param code what it carries out
 * @param surroundings what answers can depend on here
 * @param grace how long it waits for tasks that do not heed their interruption
 */
public record WorkerSettings(
    String host,
    int port,
    String pool,
    String token,
    String instance,
    int slots,
    Code code,
    Surroundings surroundings,
    Duration grace) {

  // The token is nobody's to read.
  @Override
  public String toString() {
    return "worker " + instance + " of pool " + pool + " at " + host + ":" + port;
  }
}
