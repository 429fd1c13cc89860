package dev.jacquard.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Task calls and expressions that are carried out one after another over a row of values: a single
 * call, or the body of a map whose calls each have to wait for the one before. All its calls are on
 * one pool, or none is. Immutable.
 *
 * @param width how many values a row has
 * @param stages what is done, in order
 * @param result what comes out
 * @param entry the slots that the stages up to the first call read: without them nothing can start
 * @param reads every slot that is read and that no stage makes; pools left out
 * @param lone the same in short, if it comes to a single call; else null
 * @param source where it comes from; null if it was made by hand
 */
public record Chain(
    int width,
    List<ChainStage> stages,
    Input result,
    List<Integer> entry,
    List<Integer> reads,
    @Nullable LoneCall lone,
    @Nullable ChainSource source) {

  /** Copies the lists. */
  public Chain {
    stages = List.copyOf(stages);
    entry = List.copyOf(entry);
    reads = List.copyOf(reads);
  }

  /** Returns the same chain, which comes from there. */
  Chain from(ChainSource origin) {
    return new Chain(width, stages, result, entry, reads, lone, origin);
  }

  /** The slot of the pool that its calls are on; null if they are of static tasks. */
  public @Nullable Input receiver() {
    for (ChainStage stage : stages) {
      if (stage instanceof ChainStage.Call call) {
        return call.receiver();
      }
    }
    return null;
  }

  /** Where its calls run. */
  public PlacementPlan placement() {
    for (ChainStage stage : stages) {
      if (stage instanceof ChainStage.Call call) {
        return call.task().placement();
      }
    }
    return PlacementPlan.ANYWHERE;
  }

  /** How many calls it takes to carry an element out from a stage on. */
  public int callsFrom(int stage) {
    int calls = 0;
    for (ChainStage at : stages.subList(Math.min(stage, stages.size()), stages.size())) {
      calls += at instanceof ChainStage.Call ? 1 : 0;
    }
    return calls;
  }
}
