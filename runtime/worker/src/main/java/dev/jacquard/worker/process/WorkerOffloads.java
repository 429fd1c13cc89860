package dev.jacquard.worker.process;

import dev.jacquard.worker.offload.ResultFiles;
import dev.jacquard.worker.offload.SharedFolderSource;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Welcome;
import dev.jacquard.worker.wire.OffloadSource;
import dev.jacquard.worker.wire.OffloadTarget;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A worker's end of offloading. One that shares the engine's folder reads and writes there. Another
 * fetches what it is given, and sends its results in their messages: they go to the engine alone,
 * and so over the network once, either way.
 *
 * @param source where it finds values; null: nowhere
 * @param folder the engine's; null: it is not shared
 */
public record WorkerOffloads(@Nullable OffloadSource source, @Nullable Path folder) {

  /** Nothing is offloaded. */
  public static WorkerOffloads none() {
    return new WorkerOffloads(null, null);
  }

  /** Shares the engine's folder. */
  public static WorkerOffloads in(Path folder) {
    return new WorkerOffloads(new SharedFolderSource(folder), folder);
  }

  /** Fetches values through the gateway. */
  static WorkerOffloads through(GatewayBlobs gateway) {
    return new WorkerOffloads(new GatewaySource(gateway), null);
  }

  void greet(Hello.Builder hello) {
    hello.setTakesOffloaded(source != null).setSharesFolder(folder != null);
  }

  OffloadSource found() {
    return source == null ? OffloadSource.NONE : source;
  }

  /** Where results go that are too long, as the gateway has it. */
  OffloadTarget target(Welcome welcome) {
    return folder == null || welcome.getOffloadAbove() <= 0 || welcome.getOffloadTo().isEmpty()
        ? OffloadTarget.NONE
        : ResultFiles.target(folder.resolve(welcome.getOffloadTo()), welcome.getOffloadAbove());
  }
}
