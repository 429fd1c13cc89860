package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.pool.Inheritance;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.pool.PodEffects;
import dev.jacquard.kubernetes.pool.PodPool;
import dev.jacquard.worker.gateway.WorkerPool;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pool of which something has been heard, and what is decided about it. What its workers have is
 * known when it is asked for; before that it has only what an earlier engine has left.
 */
final class KnownPool implements PodEffects {

  private final String name;
  private final Supplier<PodPools.Actions> actions;
  private final PodPool pods;
  private @Nullable WorkerPool pool;

  /** Has nothing yet. */
  KnownPool(
      String name, Supplier<PodPools.Actions> actions, Patience patience, Inheritance inheritance) {
    this.name = name;
    this.actions = actions;
    this.pods = new PodPool(this, patience, inheritance);
  }

  String name() {
    return name;
  }

  PodPool pods() {
    return pods;
  }

  boolean isClaimed() {
    return pool != null;
  }

  /** It is asked for. */
  void claim(WorkerPool asked) {
    pool = asked;
  }

  private WorkerPool pool() {
    WorkerPool claimed = pool;
    if (claimed == null) {
      throw new IllegalStateException("Pool " + name + " must be asked for before it gets pods.");
    }
    return claimed;
  }

  @Override
  public void ask(int job, int count) {
    actions.get().ask(pool(), job, count);
  }

  @Override
  public void letGo(int job) {
    actions.get().letGo(name, job);
    if (!isClaimed()) {
      actions.get().dismiss(name);
    }
  }

  @Override
  public void exited(String pod, String words) {
    actions.get().exited(pool(), pod, words);
  }

  @Override
  public void removed(String pod) {
    actions.get().removed(pool(), pod);
  }

  @Override
  public void hopeless(String reason) {
    actions.get().hopeless(pool(), reason);
  }
}
