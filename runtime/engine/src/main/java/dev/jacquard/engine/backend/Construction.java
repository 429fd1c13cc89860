package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.pool.Replica;
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
      // What warms it up before its first call belongs here, too: its failure is the constructor's.
      return caller.create(actor, replica.arguments().toArray());
    } catch (Throwable thrown) {
      Throwable explained = actor.explain(thrown);
      UserFrames.keep(explained, actor.handlerName());
      throw explained;
    }
  }

  /** Whether a failed construction would fail again, whatever is tried. */
  public static boolean isFatal(@Nullable Throwable cause) {
    return cause instanceof FatalCallException || cause instanceof PlanException;
  }
}
