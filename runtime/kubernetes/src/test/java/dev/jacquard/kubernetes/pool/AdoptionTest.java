package dev.jacquard.kubernetes.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.pool.PodEvent.PodId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the Jobs and pods that an earlier engine has left. */
class AdoptionTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String SAME = "like this";
  private static final PodEnd FAILED = new PodEnd.Failed(1, "Error", "no such class");

  private final List<String> done = new ArrayList<>();
  private final PodPool pool =
      new PodPool(
          new WrittenEffects(done),
          Patience.of(Duration.ofMinutes(5)),
          Inheritance.of(Duration.ofSeconds(10), Duration.ofMinutes(1)));
  private long now;

  private void handle(PodEvent... events) {
    for (PodEvent event : events) {
      pool.handle(event, now);
    }
  }

  private void passes(long seconds) {
    now += seconds * SECOND;
    handle(new PodEvent.Tick());
  }

  private static PodEvent job(int number, int pods, Integer... ended) {
    return new PodEvent.JobSeen(number, pods, Set.of(ended), SAME);
  }

  private static String name(int job, int index) {
    return "pod-" + job + "-" + index;
  }

  private static PodEvent running(int job, int index) {
    return new PodEvent.Seen(new PodId(job, index), name(job, index), true, null);
  }

  private static PodEvent ended(int job, int index) {
    return new PodEvent.Ended(new PodId(job, index), name(job, index), FAILED);
  }

  private static PodEvent serving(int job, int index) {
    return new PodEvent.Serving(name(job, index));
  }

  private static PodEvent claimed() {
    return new PodEvent.Claimed(SAME);
  }

  private static PodEvent needed(int count) {
    return new PodEvent.Needed(count);
  }

  @Test
  void podsThatRunCountAndNoneIsMadeAnew() {
    handle(running(1, 0), job(1, 3), running(1, 1), running(1, 2), claimed(), needed(3));
    assertThat(done).isEmpty();
    handle(serving(1, 0), serving(1, 1), serving(1, 2), needed(3));
    assertThat(done).isEmpty();
    assertThat(pool.pods("plain").serving()).isEqualTo(3);
  }

  @Test
  void jobIsGrownFromWhatItHas() {
    handle(job(1, 4, 1, 3), running(1, 0), running(1, 2), claimed(), needed(5));
    assertThat(done).containsExactly("job 1 has 7");
  }

  @Test
  void podThatTheJobHasYetToMakeCounts() {
    handle(job(1, 2), running(1, 0), claimed(), needed(2));
    assertThat(done).isEmpty();
  }

  @Test
  void jobAtItsEndIsNotReusedAndNumbersGoOn() {
    handle(job(1, 2, 0, 1), new PodEvent.JobOver(1), claimed(), needed(1));
    assertThat(done).containsExactly("job 2 has 1");
  }

  @Test
  void jobAllOfWhosePodsHaveEndedIsFollowedByTheNext() {
    handle(ended(2, 0), job(2, 1, 0), claimed(), needed(2));
    assertThat(done).containsExactly("job 3 has 2");
  }

  @Test
  void jobOfAnotherTemplateIsLetGoAndTheNextTakesOver() {
    handle(new PodEvent.JobSeen(1, 2, Set.of(), "like that"), running(1, 0), running(1, 1));
    handle(claimed(), needed(2), needed(3));
    assertThat(done).containsExactly("job 1 let go", "job 2 has 2", "job 2 has 3");
    assertThat(pool.pods("plain").leaving()).isEqualTo(2);
    handle(ended(1, 0));
    assertThat(done).hasSize(3);
  }

  @Test
  void jobThatDoesNotSayWhatItIsLikeIsNotTrusted() {
    handle(new PodEvent.JobSeen(1, 2, Set.of(), ""), running(1, 0), claimed(), needed(1));
    assertThat(done).containsExactly("job 2 has 1");
  }

  @Test
  void podWhoseJobIsGoneDoesNotCount() {
    handle(running(1, 0), claimed(), needed(1), running(1, 0));
    assertThat(done).containsExactly("job 2 has 1");
  }

  @Test
  void nothingThatIsThereWillDoWhereEachPodIsForOneCall() {
    handle(job(1, 1), running(1, 0), new PodEvent.Claimed(""), needed(1));
    assertThat(done).containsExactly("job 1 let go", "job 2 has 1");
  }

  @Test
  void whatNobodyAsksForIsLetGoOnce() {
    handle(job(1, 1), running(1, 0), new PodEvent.Tick());
    passes(9);
    assertThat(done).isEmpty();
    passes(1);
    passes(1);
    assertThat(done).containsExactly("job 1 let go");
    handle(ended(1, 0), claimed(), needed(1));
    assertThat(done).containsExactly("job 1 let go", "job 2 has 1");
  }

  @Test
  void timeInWhichTheEngineStartsDoesNotCount() {
    handle(job(1, 1), running(1, 0));
    passes(60);
    assertThat(done).isEmpty();
  }

  @Test
  void podsThatEndedWithTheirEngineAreNobodysFault() {
    handle(job(1, 3), running(1, 0), running(1, 1), running(1, 2), ended(1, 0), claimed());
    handle(needed(3), ended(1, 1));
    assertThat(done).containsExactly("job 1 has 4", "job 1 has 5");
  }

  @Test
  void podThatDoesNotComeBackIsReplaced() {
    handle(job(1, 2), running(1, 0), running(1, 1), claimed(), needed(2), serving(1, 0));
    passes(59);
    assertThat(done).isEmpty();
    passes(1);
    assertThat(done).containsExactly("job 1 has 3");
  }

  @Test
  void endOfAPodThatHasServedIsTold() {
    handle(job(1, 1), running(1, 0), claimed(), needed(1), serving(1, 0), ended(1, 0));
    assertThat(done).containsExactly("pod-1-0 exited", "job 2 has 1");
  }
}
