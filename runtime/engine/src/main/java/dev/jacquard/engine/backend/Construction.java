package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.spi.ActorHandler;
import org.jspecify.annotations.Nullable;

/** Makes the instances of replicas, in the thread that is to run their constructors. */
public final class Construction {

  private Construction() {}

  /**
   * Makes the instance of a replica, ready for its first call.
   *
   * @throws Throwable what its constructor throws, its trace cut off where the user's code ends
   */
  public static Object instance(Replica replica, TaskCaller caller) throws Throwable {
    ActorPlan actor = replica.actor();
    try {
      Object instance = caller.create(actor, replica.arguments().toArray());
      warmUp(actor.handler(), instance);
      return instance;
    } catch (Throwable thrown) {
      Throwable explained = actor.explain(thrown);
      UserFrames.keep(explained, actor.handlerName());
      throw explained;
    }
  }

  // Its failure is the construction's; what was constructed is closed all the same.
  private static void warmUp(ActorHandler handler, Object instance) throws Throwable {
    try {
      handler.warmUp(instance);
    } catch (Throwable thrown) {
      try {
        handler.close(instance);
      } catch (Throwable atClose) {
        thrown.addSuppressed(atClose);
      }
      throw thrown;
    }
  }

  /** Whether a failed construction would fail again, whatever is tried. */
  public static boolean isFatal(@Nullable Throwable cause) {
    return cause instanceof FatalCallException || cause instanceof PlanException;
  }
}
