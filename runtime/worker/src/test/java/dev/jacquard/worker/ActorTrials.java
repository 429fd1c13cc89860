package dev.jacquard.worker;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Workflow;
import java.io.IOException;
import java.util.List;

/** Workflows with actors that the tests run on real worker processes. */
public final class ActorTrials {

  private ActorTrials() {}

  @Workflow
  public static List<Integer> scores(List<Integer> numbers, String diary, int factor)
      throws IOException {
    try (var scorer = new Scorer(diary, factor)) {
      return map(numbers, n -> scorer.score(Trials.twice(n)));
    }
  }

  @Workflow
  public static List<Integer> slowScores(List<Integer> numbers, String diary) throws Exception {
    try (var scorer = new Scorer(diary, 3)) {
      return map(numbers, n -> scorer.scoreSlowly(n));
    }
  }

  @Workflow
  public static List<Long> places(List<Integer> numbers, String diary) throws Exception {
    try (var scorer = new Scorer(diary, 1)) {
      return map(numbers, n -> scorer.where(n));
    }
  }
}
