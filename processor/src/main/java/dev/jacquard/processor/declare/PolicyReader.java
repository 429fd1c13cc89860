package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.CommonProblem.BAD_DURATION;
import static dev.jacquard.processor.diagnostic.CommonProblem.NOT_YET_SUPPORTED;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.MISPLACED_POLICY;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.OUT_OF_RANGE;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.UNUSED_POLICY;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Interfaces.ActorPolicy;
import dev.jacquard.processor.model.Interfaces.CachePolicy;
import dev.jacquard.processor.model.Interfaces.OnFailure;
import dev.jacquard.processor.model.Interfaces.Placement;
import dev.jacquard.processor.model.Interfaces.TaskPolicy;
import dev.jacquard.processor.model.Interfaces.WorkflowPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.util.Elements;

/** Reads the policies of {@code @Task} and {@code @Workflow}. */
final class PolicyReader {

  private static final List<String> OF_REPLICAS =
      List.of("isolated", "resources", "image", "environment", "secrets", "profile");

  private final Elements elements;
  private final Diagnostics<Place> diagnostics;
  private final LimitReader limits;
  private final PlacementReader placements;

  PolicyReader(Elements elements, Diagnostics<Place> diagnostics) {
    this.elements = elements;
    this.diagnostics = diagnostics;
    this.limits = new LimitReader(diagnostics);
    this.placements = new PlacementReader(diagnostics);
  }

  TaskPolicy ofTask(Mark task) {
    return ofTask(task, task.flag("isolated"), placements.read(task));
  }

  /** Of a task that runs in a replica: where that runs is for its class to say. */
  TaskPolicy ofActorsTask(Mark task) {
    for (String member : OF_REPLICAS) {
      if (task.isWritten(member)) {
        diagnostics.report(task.place(member), MISPLACED_POLICY, member);
      }
    }
    return ofTask(task, false, PlacementReader.none());
  }

  private TaskPolicy ofTask(Mark task, boolean isolated, Placement placement) {
    int retries = limits.count(task, "retries", 0);
    if (retries == 0) {
      warnOfUnused(task, "backoff", "retryOn", "noRetryOn");
    }
    return new TaskPolicy(
        task.flag("effects"),
        Math.max(0, retries),
        limits.duration(task, "backoff"),
        classes(task, "retryOn"),
        classes(task, "noRetryOn"),
        limits.duration(task, "timeout"),
        limits.duration(task, "deadline"),
        cache(task),
        isolated,
        placement);
  }

  ActorPolicy ofActor(Mark actor) {
    int replicas = limits.count(actor, "replicas", 1);
    int minReplicas = limits.count(actor, "minReplicas", 0);
    if (replicas >= 1 && minReplicas > replicas) {
      diagnostics.report(
          actor.place("minReplicas"),
          OUT_OF_RANGE,
          "minReplicas",
          "at most replicas, which is " + replicas,
          minReplicas,
          "Raise replicas, or write a smaller number.");
    }
    if (actor.text("ttl").isEmpty()) {
      diagnostics.report(actor.place("ttl"), BAD_DURATION, "ttl", "");
    }
    return new ActorPolicy(
        replicas,
        minReplicas,
        limits.duration(actor, "ttl"),
        limits.count(actor, "concurrency", 1),
        limits.count(actor, "maxCalls", 0),
        !actor.constant("scope").equals("EXECUTION"),
        placements.read(actor));
  }

  WorkflowPolicy ofWorkflow(Mark workflow) {
    String onFailure = workflow.constant("onFailure");
    return new WorkflowPolicy(
        Math.max(0, limits.count(workflow, "concurrency", 0)),
        limits.duration(workflow, "timeout"),
        workflow.constant("order").equals("SOURCE"),
        Arrays.stream(OnFailure.values())
            .filter(policy -> policy.name().equals(onFailure))
            .findFirst()
            .orElse(OnFailure.IN_ORDER));
  }

  private void warnOfUnused(Mark task, String... members) {
    for (String member : members) {
      if (task.isWritten(member)) {
        diagnostics.report(task.place(member), UNUSED_POLICY, member);
      }
    }
  }

  /** Binary names, in the order of the source. */
  private List<String> classes(Mark task, String member) {
    return task.items(member).stream()
        .flatMap(item -> Mark.type(item).stream())
        .map(type -> elements.getBinaryName(type).toString())
        .toList();
  }

  private Optional<CachePolicy> cache(Mark task) {
    if (!task.hasNested("cache") || !task.nested("cache").flag("enabled")) {
      return Optional.empty();
    }
    Mark cache = task.nested("cache");
    diagnostics.report(
        task.place("cache"),
        NOT_YET_SUPPORTED,
        "cache",
        "@Cache",
        "Leave it out until caches are supported.");
    return Optional.of(new CachePolicy(cache.text("version"), cache.flag("serialize")));
  }
}
