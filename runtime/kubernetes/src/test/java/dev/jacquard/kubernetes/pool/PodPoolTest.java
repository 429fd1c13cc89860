package dev.jacquard.kubernetes.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.pool.PodEvent.PodId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many pods are asked for, and when a pool is given up. */
class PodPoolTest {

  private static final long SECOND = 1_000_000_000L;
  private static final PodEnd FAILED = new PodEnd.Failed(1, "Error", "no such class");
  private static final PodTrouble FULL = new PodTrouble.Unschedulable("0/1 nodes are available.");
  private static final PodTrouble NO_IMAGE =
      new PodTrouble.NoImage("nowhere:1", "ErrImagePull", "not found");

  private final List<String> done = new ArrayList<>();
  private final PodPool pool =
      new PodPool(
          new WrittenEffects(done),
          Patience.of(Duration.ofMinutes(5)),
          Inheritance.of(Duration.ofSeconds(10), Duration.ofMinutes(1)));
  private long now;

  @BeforeEach
  void ask() {
    handle(new PodEvent.Claimed("like this"));
  }

  private void handle(PodEvent... events) {
    for (PodEvent event : events) {
      pool.handle(event, now);
    }
  }

  private static String name(int index) {
    return "pod-" + index;
  }

  private static PodEvent running(int index) {
    return new PodEvent.Seen(new PodId(1, index), name(index), true, null);
  }

  private static PodEvent troubled(int index, @Nullable PodTrouble trouble) {
    return new PodEvent.Seen(new PodId(1, index), name(index), false, trouble);
  }

  private static PodEvent serving(int index) {
    return new PodEvent.Serving(name(index));
  }

  private static PodEvent ended(int index, PodEnd end) {
    return new PodEvent.Ended(new PodId(1, index), name(index), end);
  }

  private static PodEvent needed(int count) {
    return new PodEvent.Needed(count);
  }

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
  void missingImageIsGivenUpSoonAndFullClusterLater() {
    handle(needed(2), troubled(0, FULL), troubled(1, NO_IMAGE));
    now += 29 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).hasSize(1);
    now += SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).hasSize(2);
    assertThat(done.get(1)).startsWith("hopeless: The image nowhere:1");
  }

  @Test
  void fullClusterIsGivenUpWithTheSchedulersWords() {
    handle(needed(1), troubled(0, FULL));
    now += 300 * SECOND;
    handle(new PodEvent.Tick(), new PodEvent.Tick());
    assertThat(done).hasSize(2);
    assertThat(done.get(1)).contains("0/1 nodes are available.");
  }

  @Test
  void troubleOfSomePodsIsNoneWhileAnotherServes() {
    handle(needed(2), running(0), serving(0), troubled(1, FULL));
    now += 900 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).containsExactly("job 1 has 2");
  }

  @Test
  void troubleThatHasPassedIsForgotten() {
    handle(needed(1), troubled(0, NO_IMAGE));
    now += 20 * SECOND;
    handle(running(0));
    now += 20 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).hasSize(1);
  }

  @Test
  void refusedPodsAreGivenUpWithTheClustersWords() {
    PodTrouble quota = new PodTrouble.Refused("pods \"x\" is forbidden: exceeded quota: small");
    handle(needed(1), new PodEvent.Refused(1, quota));
    assertThat(pool.pods("plain").reason()).contains("exceeded quota: small");
    now += 300 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done.get(1))
        .startsWith("hopeless: The cluster refuses its pods")
        .contains("--max-pods");
  }

  @Test
  void apiServerThatAnswersInTimeStandsInTheWayNoMore() {
    handle(needed(1), new PodEvent.Refused(1, new PodTrouble.NoAnswer("no route")));
    assertThat(pool.pods("plain").reason()).isEqualTo("no answer of the API server: no route");
    now += 299 * SECOND;
    handle(new PodEvent.JobSeen(1, 1, Set.of(), ""));
    assertThat(pool.pods("plain").reason()).isEmpty();
    now += 2 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).containsExactly("job 1 has 1");
  }

  @Test
  void nothingIsAskedForOnceItIsHopelessUntilAPodServes() {
    handle(needed(1), new PodEvent.Impossible("No rights."), needed(2));
    assertThat(done).containsExactly("job 1 has 1", "hopeless: No rights.");
    handle(running(0), serving(0));
    assertThat(done).endsWith("job 1 has 2");
  }

  @Test
  void whatWasGivenUpIsTriedAgainWhenSomebodyAsksAnew() {
    handle(needed(1), new PodEvent.Impossible("No rights."), needed(0));
    done.clear();
    now += 10 * SECOND;
    handle(needed(1));
    assertThat(done).containsExactly("job 1 let go", "job 2 has 1");
    handle(new PodEvent.Impossible("No rights yet."));
    assertThat(done).endsWith("hopeless: No rights yet.");
  }

  @Test
  void whoAsksAgainAtOnceHearsAtOnceWhatStandsInTheWay() {
    handle(needed(1), new PodEvent.Impossible("No rights."));
    done.clear();
    for (int call = 0; call < 100; call++) {
      handle(needed(0), needed(1));
    }
    assertThat(done).hasSize(100).allMatch("hopeless: No rights."::equals);
  }

  @Test
  void podsThatServeAreKeptWhenTheOthersAreAskedForAgain() {
    handle(needed(1), running(0), serving(0), needed(3), new PodEvent.Impossible("No rights."));
    handle(needed(0));
    done.clear();
    now += 10 * SECOND;
    handle(needed(1));
    assertThat(done).containsExactly("job 1 has 3");
  }

  @Test
  void whatWasRefusedIsAskedForNowAndThenWhileOthersServe() {
    handle(needed(1), running(0), serving(0), needed(3), new PodEvent.Impossible("No rights."));
    done.clear();
    for (int tick = 0; tick < 100; tick++) {
      now += SECOND / 4;
      handle(new PodEvent.Tick());
    }
    assertThat(done).containsExactly("job 1 has 3");
    handle(new PodEvent.Impossible("No rights yet."));
    now += 10 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).containsExactly("job 1 has 3", "hopeless: No rights yet.", "job 1 has 3");
  }

  @Test
  void whatWasRefusedIsAskedForAgainWhenAPodServesAfterAll() {
    handle(needed(1), running(0), needed(4), new PodEvent.Impossible("No rights."));
    done.clear();
    handle(serving(0));
    assertThat(done).containsExactly("job 1 has 4");
  }

  @Test
  void imageThatIsStillMissingIsGivenUpAsLateAsBefore() {
    handle(needed(1), troubled(0, NO_IMAGE));
    now += 30 * SECOND;
    handle(new PodEvent.Tick(), needed(0));
    now += 600 * SECOND;
    handle(new PodEvent.Tick(), needed(1));
    assertThat(done).endsWith("job 1 let go", "job 2 has 1");
    handle(new PodEvent.Seen(new PodId(2, 0), "again", false, NO_IMAGE));
    now += 29 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done.stream().filter(text -> text.startsWith("hopeless"))).hasSize(1);
    now += SECOND;
    handle(new PodEvent.Tick());
    assertThat(done.stream().filter(text -> text.startsWith("hopeless"))).hasSize(2);
  }

  @Test
  void patienceBeginsWhenTheLastPodNoLongerServes() {
    handle(needed(2), running(0), serving(0), troubled(1, FULL));
    now += 900 * SECOND;
    handle(ended(0, new PodEnd.Disrupted("EvictionByEvictionAPI", "evicted")));
    now += 299 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).noneMatch(text -> text.startsWith("hopeless"));
    now += SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).last().asString().startsWith("hopeless: The scheduler finds no node");
  }

  @Test
  void podsThatDoNotStartThoughNothingIsKnownAreNotWaitedForForEver() {
    handle(needed(1), troubled(0, null));
    now += 20 * 60 * SECOND - 1;
    handle(new PodEvent.Tick());
    assertThat(done).hasSize(1);
    now += 1;
    handle(new PodEvent.Tick());
    assertThat(done)
        .last()
        .asString()
        .startsWith("hopeless: One of its pods must serve in time; in 20 minutes none has")
        .contains("kubectl describe pod pod-0;");
  }

  @Test
  void podsThatNobodyMakesAreNotWaitedForForEver() {
    handle(needed(1));
    now += 20 * 60 * SECOND;
    handle(new PodEvent.Tick());
    assertThat(done).last().asString().contains("See kubectl get jobs,pods");
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
