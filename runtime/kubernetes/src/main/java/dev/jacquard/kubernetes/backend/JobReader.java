package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.pool.PodEvent;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads from a Job what its pool has to know. */
final class JobReader {

  private static final Set<String> ENDS = Set.of("Complete", "Failed");

  private JobReader() {}

  static PodEvent.JobSeen seen(int number, Job job) {
    Integer pods = job.getSpec() == null ? null : job.getSpec().getCompletions();
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    String template = annotations == null ? null : annotations.get(PoolJobs.TEMPLATE);
    Set<Integer> ended = new TreeSet<>();
    JobStatus status = job.getStatus();
    if (status != null) {
      addAll(status.getCompletedIndexes(), ended);
      addAll(status.getFailedIndexes(), ended);
    }
    return new PodEvent.JobSeen(
        number, pods == null ? 0 : pods, ended, template == null ? "" : template);
  }

  /** Adds indexes as Kubernetes writes them: {@code 0,3-5,7}. */
  private static void addAll(@Nullable String indexes, Set<Integer> to) {
    if (indexes == null || indexes.isEmpty()) {
      return;
    }
    for (String range : indexes.split(",", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int last = Integer.parseInt(range.substring(dash + 1));
      for (int index = first; index <= last; index++) {
        to.add(index);
      }
    }
  }

  /** Whether none of its pods will be made any more. */
  static boolean isOver(Job job) {
    List<JobCondition> conditions =
        job.getStatus() == null || job.getStatus().getConditions() == null
            ? List.of()
            : job.getStatus().getConditions();
    return job.getMetadata().getDeletionTimestamp() != null
        || conditions.stream()
            .anyMatch(c -> ENDS.contains(c.getType()) && "True".equals(c.getStatus()));
  }
}
