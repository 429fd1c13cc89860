package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.CommonProblem.NOT_YET_SUPPORTED;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.UNUSED_POLICY;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Interfaces.CachePolicy;
import dev.jacquard.processor.model.Interfaces.OnFailure;
import dev.jacquard.processor.model.Interfaces.TaskPolicy;
import dev.jacquard.processor.model.Interfaces.WorkflowPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.util.Elements;

/** Reads the policies of {@code @Task} and {@code @Workflow}. */
final class PolicyReader {

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
        isolated(task),
        placements.read(task));
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

  private boolean isolated(Mark task) {
    boolean isolated = task.flag("isolated");
    if (isolated) {
      diagnostics.report(
          task.place("isolated"),
          NOT_YET_SUPPORTED,
          "isolated",
          "true",
          "Leave it out until processes are supported.");
    }
    return isolated;
  }
}
