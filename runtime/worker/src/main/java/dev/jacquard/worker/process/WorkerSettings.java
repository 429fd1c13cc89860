package dev.jacquard.worker.process;

import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.Compatibility;
import java.time.Duration;

/**
 * What a worker is and serves.
 *
 * @param gateway where its gateway is
 * @param pool which pool it serves
 * @param instance names the process
 * @param slots how many batches it carries out at once
 * @param code where it has its code from
 * @param blobs where its calls put and find the bytes of blobs
 * @param offloads where values are that are too long for messages
 * @param patience how long it looks for a gateway that is not there
 */
public record WorkerSettings(
    GatewayChannel gateway,
    String pool,
    String instance,
    int slots,
    CodeSupply code,
    BlobStore blobs,
    WorkerOffloads offloads,
    Duration patience) {

  /** Returns what it says first. */
  Hello.Builder hello(Surroundings surroundings) {
    Hello.Builder hello =
        Hello.newBuilder()
            .setProtocol(Compatibility.PROTOCOL)
            .setInstance(instance)
            .setPool(pool)
            .setSlots(slots)
            .setSurroundings(surroundings)
            .setPid(ProcessHandle.current().pid());
    offloads.greet(hello);
    return hello;
  }
}
