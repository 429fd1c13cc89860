package dev.jacquard.server.wire;

import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.ExecutionStatus;
import dev.jacquard.server.v1.AttemptFailed;
import dev.jacquard.server.v1.Event;
import dev.jacquard.server.v1.ExecutionFinished;
import dev.jacquard.server.v1.ExecutionStarted;
import dev.jacquard.server.v1.NodeFailed;
import dev.jacquard.server.v1.NodeFinished;
import dev.jacquard.server.v1.NodeStarted;
import dev.jacquard.server.v1.ReplicaFailed;
import dev.jacquard.server.v1.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What happens in executions, as messages. */
public final class Events {

  private Events() {}

  /** Returns an event as a message. */
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds stand beside them
  public static Event toProto(ExecutionEvent event) {
    Event.Builder proto =
        Event.newBuilder()
            .setEpochSecond(event.time().getEpochSecond())
            .setNano(event.time().getNano());
    if (event instanceof ExecutionEvent.ExecutionStarted e) {
      proto.setExecutionStarted(
          ExecutionStarted.newBuilder().setExecution(e.executionId()).setWorkflow(e.workflow()));
    } else if (event instanceof ExecutionEvent.ExecutionFinished e) {
      ExecutionFinished.Builder end = ExecutionFinished.newBuilder().setStatus(toProto(e.status()));
      e.failure().ifPresent(failure -> end.setFailure(Failures.toProto(failure)));
      proto.setExecutionFinished(end);
    } else if (event instanceof ExecutionEvent.NodeStarted e) {
      proto.setNodeStarted(NodeStarted.newBuilder().setNode(e.node()));
    } else if (event instanceof ExecutionEvent.NodeFinished e) {
      proto.setNodeFinished(NodeFinished.newBuilder().setNode(e.node()));
    } else if (event instanceof ExecutionEvent.NodeFailed e) {
      proto.setNodeFailed(
          NodeFailed.newBuilder().setNode(e.node()).setFailure(Failures.toProto(e.failure())));
    } else if (event instanceof ExecutionEvent.AttemptFailed e) {
      proto.setAttemptFailed(attempt(e));
    } else if (event instanceof ExecutionEvent.MapAdvanced e) {
      proto.setMapAdvanced(Standings.toProto(e.progress()));
    } else if (event instanceof ExecutionEvent.PoolChanged e) {
      proto.setPoolChanged(Standings.toProto(e.progress()));
    } else if (event instanceof ExecutionEvent.ReplicaFailed e) {
      proto.setReplicaFailed(replica(e));
    }
    return proto.build();
  }

  private static AttemptFailed attempt(ExecutionEvent.AttemptFailed event) {
    AttemptFailed.Builder proto =
        AttemptFailed.newBuilder()
            .setNode(event.node())
            .addAllElements(event.elements())
            .setAttempt(event.attempt())
            .setFailure(Failures.toProto(event.failure()));
    event.retryIn().ifPresent(delay -> proto.setRetryInNanos(delay.toNanos()));
    return proto.build();
  }

  private static ReplicaFailed replica(ExecutionEvent.ReplicaFailed event) {
    ReplicaFailed.Builder proto =
        ReplicaFailed.newBuilder()
            .setActor(event.actor())
            .setAttempt(event.attempt())
            .setFailure(Failures.toProto(event.failure()));
    event.retryIn().ifPresent(delay -> proto.setRetryInNanos(delay.toNanos()));
    return proto.build();
  }

  /** Returns the event that a message tells of; empty if it is of a kind that is not known here. */
  public static Optional<ExecutionEvent> fromProto(Event proto) {
    Instant time = Instant.ofEpochSecond(proto.getEpochSecond(), proto.getNano());
    ExecutionEvent event =
        switch (proto.getKindCase()) {
          case EXECUTION_STARTED -> {
            ExecutionStarted e = proto.getExecutionStarted();
            yield new ExecutionEvent.ExecutionStarted(time, e.getExecution(), e.getWorkflow());
          }
          case EXECUTION_FINISHED -> {
            ExecutionFinished e = proto.getExecutionFinished();
            yield new ExecutionEvent.ExecutionFinished(
                time,
                fromProto(e.getStatus()),
                e.hasFailure()
                    ? Optional.of(Failures.fromProto(e.getFailure()))
                    : Optional.empty());
          }
          case NODE_STARTED ->
              new ExecutionEvent.NodeStarted(time, proto.getNodeStarted().getNode());
          case NODE_FINISHED ->
              new ExecutionEvent.NodeFinished(time, proto.getNodeFinished().getNode());
          case NODE_FAILED ->
              new ExecutionEvent.NodeFailed(
                  time,
                  proto.getNodeFailed().getNode(),
                  Failures.fromProto(proto.getNodeFailed().getFailure()));
          case ATTEMPT_FAILED -> attempt(time, proto.getAttemptFailed());
          case MAP_ADVANCED ->
              new ExecutionEvent.MapAdvanced(time, Standings.fromProto(proto.getMapAdvanced()));
          case POOL_CHANGED ->
              new ExecutionEvent.PoolChanged(time, Standings.fromProto(proto.getPoolChanged()));
          case REPLICA_FAILED -> replica(time, proto.getReplicaFailed());
          case KIND_NOT_SET -> null;
        };
    return Optional.ofNullable(event);
  }

  private static ExecutionEvent attempt(Instant time, AttemptFailed proto) {
    return new ExecutionEvent.AttemptFailed(
        time,
        proto.getNode(),
        proto.getElementsList(),
        proto.getAttempt(),
        Failures.fromProto(proto.getFailure()),
        delay(proto.hasRetryInNanos(), proto.getRetryInNanos()));
  }

  private static ExecutionEvent replica(Instant time, ReplicaFailed proto) {
    return new ExecutionEvent.ReplicaFailed(
        time,
        proto.getActor(),
        proto.getAttempt(),
        Failures.fromProto(proto.getFailure()),
        delay(proto.hasRetryInNanos(), proto.getRetryInNanos()));
  }

  private static Optional<Duration> delay(boolean given, long nanos) {
    return given ? Optional.of(Duration.ofNanos(nanos)) : Optional.empty();
  }

  static Status toProto(ExecutionStatus status) {
    return switch (status) {
      case RUNNING -> Status.STATUS_UNSPECIFIED;
      case SUCCEEDED -> Status.SUCCEEDED;
      case FAILED -> Status.FAILED;
      case CANCELLED -> Status.CANCELLED;
    };
  }

  /** Returns how an execution has ended. */
  static ExecutionStatus fromProto(Status status) {
    return switch (status) {
      case SUCCEEDED -> ExecutionStatus.SUCCEEDED;
      case CANCELLED -> ExecutionStatus.CANCELLED;
      case FAILED, STATUS_UNSPECIFIED, UNRECOGNIZED -> ExecutionStatus.FAILED;
    };
  }
}
