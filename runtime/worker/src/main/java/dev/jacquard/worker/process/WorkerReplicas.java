package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.MakeReplica;
import dev.jacquard.worker.v1.ReplicaClosed;
import dev.jacquard.worker.v1.ReplicaMade;
import dev.jacquard.worker.wire.ReplicaMessages;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The replicas that a session has been asked for. Thread-safe. */
final class WorkerReplicas implements ReplicaListener {

  private final Backend backend;
  private final PlanCatalogue catalogue;
  private final Link link;
  private final Map<Long, Replica> replicas = new ConcurrentHashMap<>();
  private final Set<Replica> making = ConcurrentHashMap.newKeySet();

  WorkerReplicas(Backend backend, PlanCatalogue catalogue, Link link) {
    this.backend = backend;
    this.catalogue = catalogue;
    this.link = link;
  }

  void make(MakeReplica message) {
    try {
      Replica replica =
          ReplicaMessages.read(message, catalogue.actor(message.getSource()), link.offloaded());
      replicas.put(replica.number(), replica);
      making.add(replica);
      backend.create(replica, this);
    } catch (RuntimeException e) {
      tellFailure(message.getReplica(), e);
    }
  }

  void close(long number) {
    Replica replica = replicas.remove(number);
    if (replica == null) {
      tellClosed(number);
    } else {
      backend.retire(replica, this);
    }
  }

  /** The replica of a number; null if there is none, or no longer. */
  @Nullable Replica find(long number) {
    return replicas.get(number);
  }

  /** Whether a constructor runs. */
  boolean making() {
    return !making.isEmpty();
  }

  @Override
  public void created(Replica replica) {
    making.remove(replica);
    link.send(
        FromWorker.newBuilder()
            .setReplicaMade(ReplicaMade.newBuilder().setReplica(replica.number())));
  }

  @Override
  public void failed(Replica replica, Throwable cause) {
    making.remove(replica);
    replicas.remove(replica.number());
    tellFailure(replica.number(), cause);
  }

  private void tellFailure(long number, Throwable cause) {
    link.send(FromWorker.newBuilder().setReplicaFailed(ReplicaMessages.failed(number, cause)));
  }

  @Override
  public void retired(Replica replica) {
    making.remove(replica);
    tellClosed(replica.number());
  }

  private void tellClosed(long number) {
    link.send(
        FromWorker.newBuilder().setReplicaClosed(ReplicaClosed.newBuilder().setReplica(number)));
  }

  @Override
  public void lost(Replica replica) {
    retired(replica);
  }
}
