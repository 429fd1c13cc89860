package dev.jacquard.worker.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.jacquard.engine.backend.Construction;
import dev.jacquard.engine.backend.FatalCallException;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.ParameterPlan;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.v1.ActorSource;
import dev.jacquard.worker.v1.MakeReplica;
import dev.jacquard.worker.v1.ReplicaFailed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is made of an actor, and what has become of that, as data. */
public final class ReplicaMessages {

  private ReplicaMessages() {}

  /**
   * Writes what a replica is made of.
   *
   * @throws RuntimeException if an argument cannot be encoded
   */
  public static MakeReplica.Builder write(Replica replica) {
    ActorPlan actor = replica.actor();
    MakeReplica.Builder message =
        MakeReplica.newBuilder()
            .setSource(
                ActorSource.newBuilder()
                    .setWorkflow(actor.source().workflowId())
                    .setVersion(actor.source().version())
                    .setNumber(actor.source().number()));
    for (int i = 0; i < actor.parameters().size(); i++) {
      byte[] encoded = actor.parameters().get(i).type().encode(replica.arguments().get(i));
      message.addArguments(UnsafeByteOperations.unsafeWrap(encoded));
    }
    return message;
  }

  /**
   * Reads a replica.
   *
   * @throws FatalCallException if an argument cannot be read here
   */
  public static Replica read(MakeReplica message, ActorPlan actor) {
    List<ParameterPlan> parameters = actor.parameters();
    List<@Nullable Object> arguments = new ArrayList<>(parameters.size());
    try {
      if (message.getArgumentsCount() != parameters.size()) {
        throw new IllegalArgumentException("an argument for each parameter is missing");
      }
      for (ByteString argument : message.getArgumentsList()) {
        arguments.add(parameters.get(arguments.size()).type().decode(argument.toByteArray()));
      }
    } catch (RuntimeException e) {
      throw new FatalCallException(
          "What an actor is made of must be readable where it runs; found: " + e.getMessage(), e);
    }
    return Replica.apart(message.getReplica(), actor, arguments);
  }

  /** Writes why a replica could not be made. */
  public static ReplicaFailed.Builder failed(long replica, Throwable cause) {
    return ReplicaFailed.newBuilder()
        .setReplica(replica)
        .setThrown(Throwables.toProto(cause))
        .setFatal(Construction.isFatal(cause));
  }

  /** Reads why a replica could not be made. */
  public static Throwable cause(ReplicaFailed message) {
    RuntimeException cause = Throwables.fromProto(message.getThrown());
    return message.getFatal() ? new FatalCallException(String.valueOf(cause), cause) : cause;
  }
}
