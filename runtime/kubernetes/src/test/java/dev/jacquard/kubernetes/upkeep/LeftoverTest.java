package dev.jacquard.kubernetes.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LeftoverTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void objectsAreSortedByTheirRuns() {
    List<Leftover> found =
        Leftover.of(List.of(job("a"), pod("b", "Pending"), pod("a", "Failed"), secret("a")));
    assertThat(found)
        .containsExactly(
            new Leftover("a", Map.of("Job", 1, "Pod", 1, "Secret", 1), NOON, false),
            new Leftover("b", Map.of("Pod", 1), NOON, false));
  }

  @Test
  void runIsOverWhenNothingRunsAndNothingHasComeForLong() {
    Leftover pending = Leftover.of(List.of(job("a"), pod("a", "Pending"))).get(0);
    assertThat(pending.isOver(NOON.plus(HOUR), HOUR)).isTrue();
    assertThat(pending.isOver(NOON.plus(HOUR).minusSeconds(1), HOUR)).isFalse();
  }

  @Test
  void runWithALivingWorkerIsNeverOver() {
    Leftover alive = Leftover.of(List.of(pod("a", "Pending"), pod("a", "Running"))).get(0);
    assertThat(alive.isOver(NOON.plus(Duration.ofDays(9)), HOUR)).isFalse();
  }

  @Test
  void runWhoseEngineKeepsItsNameIsNotOverWithoutPods() {
    HasMetadata lease =
        new LeaseBuilder()
            .withMetadata(metadata("a"))
            .withNewSpec()
            .withRenewTime(NOON.plus(HOUR).atZone(ZoneOffset.UTC))
            .endSpec()
            .build();
    Leftover alive = Leftover.of(List.of(secret("a"), lease)).get(0);
    assertThat(alive.isOver(NOON.plus(HOUR).plusSeconds(5), HOUR)).isFalse();
    assertThat(alive.isOver(NOON.plus(HOUR).plus(HOUR), HOUR)).isTrue();
  }

  @Test
  void whatBelongsToNoRunIsNobodysLeftover() {
    HasMetadata other = new SecretBuilder().withNewMetadata().withName("x").endMetadata().build();
    assertThat(Leftover.of(List.of(other))).isEmpty();
  }

  private static HasMetadata job(String run) {
    return new JobBuilder().withMetadata(metadata(run)).build();
  }

  private static HasMetadata secret(String run) {
    return new SecretBuilder().withMetadata(metadata(run)).build();
  }

  private static HasMetadata pod(String run, String phase) {
    return new PodBuilder()
        .withMetadata(metadata(run))
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }

  private static ObjectMeta metadata(String run) {
    return new ObjectMetaBuilder()
        .withName("jacquard-" + run + "-plain-1")
        .withLabels(new RunNames(run).labels("plain"))
        .withCreationTimestamp(NOON.toString())
        .build();
  }
}
