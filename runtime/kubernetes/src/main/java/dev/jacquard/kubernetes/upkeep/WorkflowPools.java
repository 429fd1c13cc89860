package dev.jacquard.kubernetes.upkeep;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.plan.PlacementPlan;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The pools that a workflow and all that it calls can have, by their names. Immutable.
 *
 * @param byName those that calls or replicas of it go to
 */
public record WorkflowPools(Map<String, WorkerPool> byName) {

  /** Copies the map, in the order of the names. */
  public WorkflowPools {
    byName = new TreeMap<>(byName);
  }

  /** Finds them in the specs; no user code is loaded. */
  public static WorkflowPools of(Code code, String workflow) {
    Map<String, WorkerPool> pools = new TreeMap<>();
    Set<String> seen = new HashSet<>(Set.of(workflow));
    Deque<String> left = new ArrayDeque<>(seen);
    while (!left.isEmpty()) {
      Optional<WorkflowSpec> spec = code.spec(left.remove());
      spec.ifPresent(
          found -> {
            pools(found).forEach(pool -> pools.put(pool.name(), pool));
            found.getWorkflowsList().stream()
                .map(WorkflowInterface::getId)
                .filter(seen::add)
                .forEach(left::add);
          });
    }
    return new WorkflowPools(pools);
  }

  private static List<WorkerPool> pools(WorkflowSpec spec) {
    List<WorkerPool> pools = new ArrayList<>();
    for (TaskInterface task : spec.getTasksList()) {
      if (!task.hasActor()) {
        pools.add(
            WorkerPool.ofCalls(
                PlacementPlan.of(task.getPolicy().getPlacement(), task.getPolicy().getIsolated())));
      }
    }
    for (ActorInterface actor : spec.getActorsList()) {
      String name = actor.getName().isEmpty() ? actor.getClassName() : actor.getName();
      pools.add(WorkerPool.ofActor(name, PlacementPlan.of(actor.getPlacement(), false)));
    }
    return pools;
  }

  /**
   * Checks the profiles that they name.
   *
   * @throws dev.jacquard.kubernetes.profile.ProfileException with all that is wrong
   */
  public void checked(Profiles profiles, PodSettings settings) {
    Collection<String> names =
        byName.values().stream().map(pool -> pool.placement().profile()).toList();
    PoolJobs bare = new PoolJobs(new RunNames("run"), settings, (pool, template) -> template);
    profiles.check(names, bare.job(WorkerPool.PLAIN, 1, 1).getSpec().getTemplate());
  }

  /**
   * Writes what a run would send first: for each pool a Job of one pod, which grows with the work,
   * and its Secret without what is in it.
   */
  public List<HasMetadata> manifests(RunNames names, PodSettings settings, Profiles profiles) {
    PoolJobs jobs = new PoolJobs(names, settings, profiles);
    List<HasMetadata> all = new ArrayList<>();
    for (WorkerPool pool : byName.values()) {
      Job job = jobs.job(pool, 1, 1);
      all.add(job);
      all.add(
          new SecretBuilder()
              .withNewMetadata()
              .withName(names.job(pool.name(), 1))
              .withLabels(names.labels(pool.name()))
              .endMetadata()
              .withType("Opaque")
              .build());
    }
    return all;
  }
}
