package dev.jacquard.worker.process;

import dev.jacquard.spi.BlobStore;
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
 * @param patience how long it looks for a gateway that is not there
 */
public record WorkerSettings(
    GatewayChannel gateway,
    String pool,
    String instance,
    int slots,
    CodeSupply code,
    BlobStore blobs,
    Duration patience) {}
