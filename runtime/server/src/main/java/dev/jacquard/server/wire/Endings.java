package dev.jacquard.server.wire;

import com.google.protobuf.ByteString;
import dev.jacquard.ExecutionFailedException;
import dev.jacquard.FailureLocation;
import dev.jacquard.engine.ExecutionStatus;
import dev.jacquard.server.v1.Ended;
import dev.jacquard.worker.wire.Throwables;
import org.jspecify.annotations.Nullable;

/** How executions end, as messages. */
public final class Endings {

  private Endings() {}

  /**
   * Says that an execution has succeeded.
   *
   * @param result a serialized Value; empty where there is none
   */
  public static Ended succeeded(ByteString result) {
    return Ended.newBuilder()
        .setStatus(Events.toProto(ExecutionStatus.SUCCEEDED))
        .setResult(result)
        .build();
  }

  /** Says that an execution has failed. */
  public static Ended failed(ExecutionFailedException thrown) {
    FailureLocation location = thrown.location();
    Ended.Builder ended =
        Ended.newBuilder()
            .setStatus(Events.toProto(ExecutionStatus.FAILED))
            .setNode(location.node())
            .addAllElements(location.elements())
            .setAttempt(location.attempt())
            .setFailure(Failures.toProto(thrown.failure()));
    Throwable cause = thrown.getCause();
    if (cause != null) {
      ended.setThrown(Throwables.toProto(cause));
    }
    return ended.build();
  }

  /** Says that an execution was cancelled. */
  public static Ended cancelled() {
    return Ended.newBuilder().setStatus(Events.toProto(ExecutionStatus.CANCELLED)).build();
  }

  /** How it has ended. */
  public static ExecutionStatus status(Ended ended) {
    return Events.fromProto(ended.getStatus());
  }

  /** Returns what one throws who waits for the result of a workflow that has failed. */
  public static ExecutionFailedException failure(String workflow, Ended ended) {
    @Nullable Throwable cause = ended.hasThrown() ? Throwables.fromProto(ended.getThrown()) : null;
    FailureLocation location =
        new FailureLocation(workflow, ended.getNode(), ended.getElementsList(), ended.getAttempt());
    return new ExecutionFailedException(location, Failures.fromProto(ended.getFailure()), cause);
  }
}
