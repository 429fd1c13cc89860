package dev.jacquard.worker.grpc;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.offload.EngineOffloads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * Values that were offloaded, for workers that do not share the folder: each for those of the pool
 * that it was offloaded for.
 */
record OffloadedValues(EngineOffloads offloads, Iterable<WorkerStream> streams) {

  InputStream open(String pool, BlobRef blob) throws IOException {
    for (WorkerStream stream : streams) {
      if (stream.offloads().mayBeRead(pool, blob)) {
        return offloads.open(blob);
      }
    }
    throw new NoSuchFileException(
        blob.digest(),
        null,
        "A value must have been offloaded to a worker of pool " + pool + ", and be in use");
  }
}
