package dev.jacquard.server.client;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.server.v1.Manner;
import dev.jacquard.spi.BlobStore;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How executions run on an engine elsewhere. Immutable.
 *
 * @param address where the engine is reached
 * @param manner how it has calls carried out
 * @param classPath the code of workflows that this process is made of
 * @param blobs where bytes of blobs are, those of results too
 * @param patience how long an engine that is away is looked for
 * @param grace how long closing waits for executions that are cancelled
 */
public record RemoteOptions(
    InetSocketAddress address,
    Manner manner,
    ClassPath classPath,
    BlobStore blobs,
    Duration patience,
    Duration grace) {}
