package dev.jacquard.kubernetes.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.pool.PodEvent;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a Job tells of itself. */
class JobReaderTest {

  @Test
  void indexesThatHaveEndedAreReadAsKubernetesWritesThem() {
    Job job =
        new JobBuilder()
            .withNewMetadata()
            .withAnnotations(Map.of(PoolJobs.TEMPLATE, "0123"))
            .endMetadata()
            .withNewSpec()
            .withCompletions(12)
            .endSpec()
            .withNewStatus()
            .withCompletedIndexes("0,3-5")
            .withFailedIndexes("7")
            .endStatus()
            .build();
    assertThat(JobReader.seen(2, job))
        .isEqualTo(new PodEvent.JobSeen(2, 12, Set.of(0, 3, 4, 5, 7), "0123"));
    assertThat(JobReader.isOver(job)).isFalse();
  }

  @Test
  void jobThatSaysNothingIsReadToo() {
    Job job = new JobBuilder().withNewMetadata().endMetadata().build();
    assertThat(JobReader.seen(1, job)).isEqualTo(new PodEvent.JobSeen(1, 0, Set.of(), ""));
  }

  @Test
  void jobThatIsBeingDeletedOrHasEndedIsOver() {
    Job deleted =
        new JobBuilder()
            .withNewMetadata()
            .withDeletionTimestamp("2026-11-01T10:00:00Z")
            .endMetadata()
            .build();
    Job ended =
        new JobBuilder()
            .withNewMetadata()
            .endMetadata()
            .withNewStatus()
            .addNewCondition()
            .withType("Failed")
            .withStatus("True")
            .endCondition()
            .endStatus()
            .build();
    assertThat(JobReader.isOver(deleted)).isTrue();
    assertThat(JobReader.isOver(ended)).isTrue();
  }
}
