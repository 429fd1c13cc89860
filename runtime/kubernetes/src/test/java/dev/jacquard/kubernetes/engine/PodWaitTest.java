package dev.jacquard.kubernetes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.pool.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long an engine's pod is waited for. */
class PodWaitTest {

  private static final long SECOND = 1_000_000_000L;
  private static final PodTrouble FULL = new PodTrouble.Unschedulable("0/1 nodes are available.");
  private static final PodTrouble NO_IMAGE = new PodTrouble.NoImage("app:1", "ErrImagePull", "no");
  private static final PodTrouble STILL =
      new PodTrouble.NoImage("app:1", "ImagePullBackOff", "back-off");

  private final List<String> news = new ArrayList<>();
  private final PodWait wait = new PodWait(Patience.of(Duration.ofMinutes(5)), news::add, 0);

  @Test
  void eachThingThatStandsInTheWayIsToldOnceAndHasItsOwnTime() {
    wait.look(null, SECOND);
    wait.look(FULL, 2 * SECOND);
    wait.look(FULL, 250 * SECOND);
    wait.look(NO_IMAGE, 251 * SECOND);
    wait.look(STILL, 281 * SECOND);
    assertThat(news)
        .containsExactly(
            "the engine's pod waits: unschedulable: 0/1 nodes are available.",
            "the engine's pod waits: ErrImagePull app:1");
    assertThatThrownBy(() -> wait.look(STILL, 281 * SECOND + 1))
        .isInstanceOf(ClusterException.class)
        .hasMessageStartingWith("The engine's pod must start; found: The image app:1");
  }

  @Test
  void whatComesAndGoesIsNotWaitedForForEver() {
    for (long minute = 0; minute <= 20; minute++) {
      wait.look(minute % 2 == 0 ? FULL : null, 60 * minute * SECOND);
    }
    assertThatThrownBy(() -> wait.look(FULL, 1200 * SECOND + 1))
        .hasMessageContaining("in 20 minutes it was not, for this at last: unschedulable");
  }

  @Test
  void nothingThatIsKnownIsWaitedForAsRoomIs() {
    wait.look(null, 300 * SECOND);
    assertThatThrownBy(() -> wait.look(null, 300 * SECOND + 1))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("must be ready in time")
        .hasMessageContaining("kubectl describe pod");
  }
}
