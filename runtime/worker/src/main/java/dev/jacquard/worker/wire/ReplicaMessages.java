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
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.ReplicaFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is made of an actor, and what has become of that, as data. */
public final class ReplicaMessages {

  private ReplicaMessages() {}

  /**
   * Writes what a replica is made of.
   *
   * @throws RuntimeException if an argument cannot be encoded
   */
  public static MakeReplica.Builder write(Replica replica, OffloadTarget target) {
    ActorPlan actor = replica.actor();
    MakeReplica.Builder message =
        MakeReplica.newBuilder()
            .setSource(
                ActorSource.newBuilder()
                    .setWorkflow(actor.source().workflowId())
                    .setVersion(actor.source().version())
                    .setNumber(actor.source().number()));
    List<Offloaded> offloaded = new ArrayList<>();
    for (int i = 0; i < actor.parameters().size(); i++) {
      byte[] encoded = actor.parameters().get(i).type().encode(replica.arguments().get(i));
      boolean apart =
          encoded.length > target.above() && LongValues.put(target, i, encoded, offloaded);
      message.addArguments(apart ? ByteString.EMPTY : UnsafeByteOperations.unsafeWrap(encoded));
    }
    return message.addAllOffloaded(offloaded);
  }

  /**
   * Reads a replica; an argument that is offloaded, in the thread that makes its instance.
   *
   * @throws FatalCallException if an argument cannot be read here
   */
  public static Replica read(MakeReplica message, ActorPlan actor, OffloadSource source) {
    List<ParameterPlan> parameters = actor.parameters();
    Map<Integer, Offloaded> offloaded = LongValues.byIndex(message.getOffloadedList());
    List<@Nullable Object> inline = new ArrayList<>(parameters.size());
    try {
      if (message.getArgumentsCount() != parameters.size()) {
        throw new IllegalArgumentException("an argument for each parameter is missing");
      }
      for (int i = 0; i < parameters.size(); i++) {
        byte[] argument = message.getArguments(i).toByteArray();
        inline.add(offloaded.containsKey(i) ? null : parameters.get(i).type().decode(argument));
      }
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
    List<@Nullable Object> arguments =
        new LongValues.Together(inline, offloaded, apart -> argument(parameters, apart, source));
    return Replica.apart(message.getReplica(), actor, offloaded.isEmpty() ? inline : arguments);
  }

  private static @Nullable Object argument(
      List<ParameterPlan> parameters, Offloaded apart, OffloadSource source) {
    try {
      return parameters.get(apart.getIndex()).type().decode(source.get(apart));
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static FatalCallException unreadable(RuntimeException cause) {
    return new FatalCallException(
        "What an actor is made of must be readable where it runs; found: " + cause.getMessage(),
        cause);
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
