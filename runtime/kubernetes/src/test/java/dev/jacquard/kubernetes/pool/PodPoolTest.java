package dev.jacquard.kubernetes.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.pool.PodEvent.PodId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many pods are asked for. */
final class PodPoolTest extends PoolTrial {

  private static final PodEnd FAILED = new PodEnd.Failed(1, "Error", "no such class");

  @Test
  void podsThatAreMissingAreAskedForAtOnce() {
    handle(needed(1), needed(4), needed(4), needed(2));
    assertThat(done).containsExactly("job 1 has 1", "job 1 has 4");
  }

  @Test
  void podThatHasServedIsReplacedWithoutAPause() {
    handle(needed(2), running(0), running(1), serving(0), serving(1));
    done.clear();
    handle(ended(0, FAILED));
    assertThat(done).containsExactly("pod-0 exited", "job 1 has 3");
  }

  @Test
  void podThatIsLeavingIsReplacedBeforeItHasEnded() {
    handle(needed(1), running(0), serving(0), new PodEvent.Leaving(name(0)), needed(2));
    assertThat(done).isEqualTo(List.of("job 1 has 1", "job 1 has 2", "job 1 has 3"));
  }

  @Test
  void podThatWasCutOffAndServesAgainIsCountedAgain() {
    PodEvent left = new PodEvent.Leaving(name(0));
    handle(needed(1), running(0), serving(0), left, serving(0), needed(2));
    assertThat(done).containsExactly("job 1 has 1", "job 1 has 2");
    assertThat(pool.pods("plain").serving()).isEqualTo(1);
  }

  @Test
  void podThatWasCutOffBeforeItWasSeenIsCountedWhenItServesAgain() {
    handle(needed(1), serving(0), new PodEvent.Leaving(name(0)), serving(0), running(0));
    assertThat(done).containsExactly("job 1 has 1");
  }

  @Test
  void podThatIsBeingEndedIsNotCountedThoughItServesOnceMore() {
    handle(needed(1), running(0), serving(0));
    handle(new PodEvent.Ending(new PodId(1, 0), name(0)), serving(0));
    assertThat(done).containsExactly("job 1 has 1", "job 1 has 2");
    assertThat(pool.pods("plain").leaving()).isEqualTo(1);
  }

  @Test
  void podThatSomebodyIsEndingIsReplacedBeforeItHasEnded() {
    handle(needed(2), running(0), running(1), serving(0), serving(1));
    handle(new PodEvent.Ending(new PodId(1, 0), name(0)));
    assertThat(done).endsWith("job 1 has 3");
  }

  @Test
  void podThatNobodyNeedsIsNotReplaced() {
    handle(needed(2), running(0), running(1), serving(0), serving(1), needed(1));
    done.clear();
    handle(ended(0, new PodEnd.Left()));
    assertThat(done).containsExactly("pod-0 removed");
  }

  @Test
  void jobAllOfWhosePodsHaveEndedIsFollowedByAnother() {
    handle(needed(1), running(0), serving(0), needed(0), ended(0, new PodEnd.Left()), needed(3));
    assertThat(done).endsWith("job 2 has 3");
  }

  @Test
  void whatAJobThatIsOverHasNotMadeIsAskedOfTheNext() {
    handle(needed(1), running(0), serving(0), needed(3));
    handle(ended(0, new PodEnd.Left()), new PodEvent.JobOver(1));
    assertThat(done).endsWith("job 2 has 3");
  }

  @Test
  void whatTheGatewayHearsFirstCountsWhenThePodIsSeen() {
    handle(needed(1), serving(0), running(0));
    now += 600 * SECOND;
    handle(troubled(0, FULL), new PodEvent.Tick());
    assertThat(done).containsExactly("job 1 has 1");
    assertThat(pool.pods("plain").serving()).isEqualTo(1);
  }

  @Test
  void podsThatEndBeforeTheyServeAreReplacedAfterGrowingPauses() {
    handle(needed(1), running(0), ended(0, FAILED));
    assertThat(done).endsWith("pod-0 exited");
    now += SECOND / 2;
    handle(new PodEvent.Tick());
    assertThat(done).endsWith("job 2 has 1");
    handle(new PodEvent.Ended(new PodId(2, 0), "again", FAILED));
    now += SECOND / 2;
    handle(new PodEvent.Tick());
    assertThat(done).endsWith("again exited");
    now += SECOND / 2;
    handle(new PodEvent.Tick());
    assertThat(done).endsWith("job 3 has 1");
  }

  @Test
  void disruptedPodTakesNoBlame() {
    handle(needed(1), running(0), serving(0));
    handle(ended(0, new PodEnd.Disrupted("EvictionByEvictionAPI", "evicted")));
    assertThat(done).containsExactly("job 1 has 1", "pod-0 removed", "job 2 has 1");
  }

  @Test
  void jobHasAsManyIndexesAsKubernetesKeepsAccountOf() {
    handle(needed(99_995));
    for (int index = 0; index < 20; index++) {
      handle(running(index));
    }
    handle(needed(100_010));
    assertThat(done).containsExactly("job 1 has 99995", "job 1 has 100000", "job 2 has 10");
  }

  @Test
  void endIsToldOnce() {
    handle(needed(1), running(0), serving(0), ended(0, FAILED), needed(0), ended(0, FAILED));
    assertThat(done.stream().filter("pod-0 exited"::equals)).hasSize(1);
  }
}
