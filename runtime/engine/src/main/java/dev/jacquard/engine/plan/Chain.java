package dev.jacquard.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Task calls and expressions that are carried out one after another over a row of values: a single
 * call, or the body of a map whose calls each have to wait for the one before. Immutable.
 *
 * @param width how many values a row has
 * @param stages what is done, in order
 * @param result what comes out
 * @param entry the slots that the stages up to the first call read: without them nothing can start
 * @param reads every slot that is read and that no stage makes
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
}
