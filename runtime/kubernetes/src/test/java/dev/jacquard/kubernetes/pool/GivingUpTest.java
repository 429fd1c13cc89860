package dev.jacquard.kubernetes.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.pool.PodEvent.PodId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a pool is given up, in which words, and when it is tried again. */
final class GivingUpTest extends PoolTrial {

  private static final PodTrouble NO_IMAGE =
      new PodTrouble.NoImage("nowhere:1", "ErrImagePull", "not found");

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
}
