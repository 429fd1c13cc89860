package dev.jacquard.kubernetes.backend;

import dev.jacquard.kubernetes.failure.PodEnd;
import dev.jacquard.kubernetes.failure.PodReader;
import dev.jacquard.kubernetes.failure.PodTrouble;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.PodEvent;
import dev.jacquard.kubernetes.pool.PodEvent.PodId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Turns what the API server tells of a run into events of its pools. */
final class PodWatch {

  private static final String INDEX = "batch.kubernetes.io/job-completion-index";
  private static final String JOB = "batch.kubernetes.io/job-name";

  private final RunNames names;
  private final BiConsumer<String, PodEvent> pools;

  /**
   * Tells nobody yet.
   *
   * @param pools hears of each pool by its name; must not wait
   */
  PodWatch(RunNames names, BiConsumer<String, PodEvent> pools) {
    this.names = names;
    this.pools = pools;
  }

  ResourceEventHandler<Pod> pods() {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(Pod pod) {
        pod(pod, false);
      }

      @Override
      public void onUpdate(Pod before, Pod pod) {
        pod(pod, false);
      }

      @Override
      public void onDelete(Pod pod, boolean stale) {
        pod(pod, true);
      }
    };
  }

  private void pod(Pod pod, boolean gone) {
    Map<String, String> labels = labels(pod);
    String pool = labels.getOrDefault(RunNames.POOL, "");
    Optional<Integer> job = names.number(pool, labels.getOrDefault(JOB, ""));
    String index = labels.getOrDefault(INDEX, "");
    if (job.isPresent() && index.matches("[0-9]{1,9}")) {
      PodId id = new PodId(job.get(), Integer.parseInt(index));
      pools.accept(pool, event(pod, id, gone));
    }
  }

  private static PodEvent event(Pod pod, PodId id, boolean gone) {
    String name = pod.getMetadata().getName();
    Optional<PodEnd> end = gone ? Optional.of(PodReader.gone(pod)) : PodReader.end(pod);
    if (end.isPresent()) {
      return new PodEvent.Ended(id, name, end.get());
    }
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      return new PodEvent.Ending(id, name);
    }
    boolean running = pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
    return new PodEvent.Seen(id, name, running, PodReader.trouble(pod).orElse(null));
  }

  ResourceEventHandler<Job> jobs() {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(Job job) {
        job(job, false);
      }

      @Override
      public void onUpdate(Job before, Job job) {
        job(job, false);
      }

      @Override
      public void onDelete(Job job, boolean stale) {
        job(job, true);
      }
    };
  }

  private void job(Job job, boolean gone) {
    String pool = labels(job).getOrDefault(RunNames.POOL, "");
    Optional<Integer> number = names.number(pool, job.getMetadata().getName());
    if (number.isEmpty()) {
      return;
    }
    if (!gone) {
      pools.accept(pool, JobReader.seen(number.get(), job));
    }
    if (gone || JobReader.isOver(job)) {
      pools.accept(pool, new PodEvent.JobOver(number.get()));
    }
  }

  /** Events of Jobs whose pods are not let in. */
  ResourceEventHandler<Event> refusals() {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(Event event) {
        refusal(event);
      }

      @Override
      public void onUpdate(Event before, Event event) {
        refusal(event);
      }

      @Override
      public void onDelete(Event event, boolean stale) {}
    };
  }

  private void refusal(Event event) {
    String job = event.getInvolvedObject().getName();
    int dash = job == null ? -1 : job.lastIndexOf('-');
    if (job == null || !job.startsWith(names.prefix()) || dash < names.prefix().length()) {
      return;
    }
    String pool = job.substring(names.prefix().length(), dash);
    String message = String.valueOf(event.getMessage());
    names
        .number(pool, job)
        .ifPresent(
            number ->
                pools.accept(pool, new PodEvent.Refused(number, new PodTrouble.Refused(message))));
  }

  private static Map<String, String> labels(HasMetadata object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }
}
