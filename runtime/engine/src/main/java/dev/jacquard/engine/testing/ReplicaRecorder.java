package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.pool.Hold;
import dev.jacquard.engine.pool.Pool;
import dev.jacquard.engine.pool.PoolEffects;
import dev.jacquard.engine.pool.Pools;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.pool.ReplicaShares;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks a backend for one replica, and writes down what becomes of it. */
final class ReplicaRecorder implements ReplicaListener {

  final AtomicInteger answers = new AtomicInteger();
  final AtomicInteger retirements = new AtomicInteger();
  volatile @Nullable Throwable cause;
  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch retired = new CountDownLatch(1);

  void awaitAnswer() {
    BatchRecorder.await(answered);
  }

  void awaitRetirement() {
    BatchRecorder.await(retired);
  }

  @Override
  public void created(Replica replica) {
    answers.incrementAndGet();
    answered.countDown();
  }

  @Override
  public void failed(Replica replica, Throwable thrown) {
    cause = thrown;
    answers.incrementAndGet();
    answered.countDown();
  }

  @Override
  public void retired(Replica replica) {
    retirements.incrementAndGet();
    retired.countDown();
  }

  @Override
  public void lost(Replica replica) {
    throw new AssertionError(
        "A replica must not be lost while its backend is well; found it lost.");
  }

  /** Returns a replica as the engine would ask for it. */
  static Replica replica(ActorPlan actor, int argument) {
    List<Replica> asked = new ArrayList<>();
    Pools pools =
        new Pools(
            new PoolEffects() {
              @Override
              public void create(Replica replica) {
                asked.add(replica);
              }

              @Override
              public void close(Replica replica) {}

              @Override
              public Alarm at(long nanos, Pool pool) {
                return () -> {};
              }

              @Override
              public void unavailable(Pool pool, Throwable thrown) {}

              @Override
              public void failed(Pool pool, int attempt, Throwable why, OptionalLong retryIn) {}

              @Override
              public void changed(Pool pool) {}

              @Override
              public double random() {
                return 0;
              }
            },
            ReplicaShares.alone());
    pools.hold(
        actor,
        List.of(argument),
        "conformance",
        new Hold.Listener() {
          @Override
          public void opened(Hold hold) {}

          @Override
          public void failed(Throwable thrown) {}
        });
    pools.decide(0);
    return asked.get(0);
  }
}
