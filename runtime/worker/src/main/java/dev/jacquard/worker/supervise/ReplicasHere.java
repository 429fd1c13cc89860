package dev.jacquard.worker.supervise;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;

/**
 * Has replicas of actors, and the calls on them, in this process, and all other calls elsewhere.
 *
 * @param elsewhere carries out calls of static tasks
 * @param here has the replicas
 */
record ReplicasHere(Backend elsewhere, Backend here) implements Backend {

  @Override
  public int slots() {
    return elsewhere.slots();
  }

  private Backend of(Batch batch) {
    return batch.replica() == null ? elsewhere : here;
  }

  @Override
  public void submit(Batch batch) {
    of(batch).submit(batch);
  }

  @Override
  public void cancel(Batch batch) {
    of(batch).cancel(batch);
  }

  @Override
  public void takeBack(Batch batch) {
    of(batch).takeBack(batch);
  }

  @Override
  public void create(Replica replica, ReplicaListener listener) {
    here.create(replica, listener);
  }

  @Override
  public void retire(Replica replica, ReplicaListener listener) {
    here.retire(replica, listener);
  }

  @Override
  public void close() {
    elsewhere.close();
    here.close();
  }
}
