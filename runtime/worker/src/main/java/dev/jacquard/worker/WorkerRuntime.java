package dev.jacquard.worker;

import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.supervise.SupervisedBackend;

/**
 * Runs workflows on warm worker processes.
 *
 * <pre>{@code
 * try (var runtime = WorkerRuntime.workers(WorkersOptions.of(2))) {
 *   String verdict = runtime.run(AnomalyDetectionWorkflows.detectAnomalies(points, 11));
 * }
 * }</pre>
 */
public final class WorkerRuntime {

  private WorkerRuntime() {}

  /**
   * Returns a runtime on worker processes of this machine, which end with the runtime or with this
   * process.
   *
   * @throws IllegalArgumentException if the options name no workers at all, or a store of blobs
   *     that is no folder
   */
  public static WorkflowRuntime workers(WorkersOptions options) {
    if (options.processes() == 0 && options.external() == null) {
      throw new IllegalArgumentException(
          "There must be a worker process, or workers that are started elsewhere; found neither.");
    }
    SupervisedBackend.Options supervised =
        new SupervisedBackend.Options(
            options.processes(),
            options.slots(),
            options.classPath(),
            options.lease(),
            options.jvmOptions(),
            options.output(),
            options.engine().strict(),
            options.engine().grace(),
            shared(options.engine().blobs()),
            options.offloadAbove(),
            options.external(),
            options.mixedJava(),
            options.classArchive(),
            options.startedAtOnce());
    return WorkflowRuntime.on(
        clock -> SupervisedBackend.start(supervised, clock), options.engine());
  }

  private static FolderBlobStore shared(BlobStore blobs) {
    if (blobs instanceof FolderBlobStore store) {
      return store;
    }
    throw new IllegalArgumentException(
        "Worker processes must share a folder of blobs with the engine; found "
            + blobs.getClass().getName()
            + ". Give the options a FolderBlobStore.");
  }
}
