package dev.jacquard.cli;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.KubernetesRuntime;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.kubernetes.upkeep.WorkflowPools;
import dev.jacquard.server.client.RemoteExecution;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import dev.jacquard.worker.WorkerRuntime;
import dev.jacquard.worker.WorkersOptions;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the runtime that was asked for, and knows how its pods stand if it has any. */
final class Runtimes {

  private final Console console;
  private final RunOptions options;
  private volatile List<PoolPods> pods = List.of();
  private volatile @Nullable Supplier<List<PoolPods>> elsewhere;

  Runtimes(Console console, RunOptions options) {
    this.console = console;
    this.options = options;
  }

  /** How the pods stand; empty where there are none. */
  List<PoolPods> pods() {
    Supplier<List<PoolPods>> there = elsewhere;
    return there == null ? pods : there.get();
  }

  /**
   * Opens it.
   *
   * @throws UsageException if it cannot listen where it is told to
   */
  WorkflowRuntime open(LocalOptions local, PathCode pathCode, WorkflowSpec spec) {
    ClassPath code = pathCode.classPath();
    if (options.backend() == BackendName.LOCAL) {
      return WorkflowRuntime.local(local);
    }
    GrpcLogging.silence();
    try {
      if (options.backend() == BackendName.WORKERS) {
        return WorkerRuntime.workers(workers(local, code, spec));
      }
      KubernetesOptions kubernetes = kubernetes(local, pathCode, spec);
      return options.pods().isHere() ? KubernetesRuntime.open(kubernetes) : elsewhere(kubernetes);
    } catch (UncheckedIOException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private WorkflowRuntime elsewhere(KubernetesOptions kubernetes) {
    Profiles profiles = options.profiles(console.environment());
    return EngineElsewhere.open(
        options.pods(), kubernetes, profiles, line -> console.err().println("jacquard: " + line));
  }

  /** Knows from now on how the pods stand of an execution whose engine is elsewhere. */
  void follow(Execution<?> execution) {
    if (execution instanceof RemoteExecution<?> remote) {
      elsewhere = remote::pods;
    }
  }

  private KubernetesOptions kubernetes(LocalOptions local, PathCode code, WorkflowSpec spec) {
    Profiles profiles = options.profiles(console.environment());
    KubernetesOptions built =
        options
            .kubernetes(console.environment())
            .classPath(code.classPath())
            .shape(profiles)
            .mixedJava(options.listen().mixedJava())
            .news(now -> pods = now)
            .engine(local)
            .build();
    WorkflowPools.of(code, spec.getInterface().getId()).checked(profiles, built.pods());
    return built;
  }

  private WorkersOptions workers(LocalOptions local, ClassPath code, WorkflowSpec spec) {
    WorkersOptions workers =
        options
            .workers()
            .withClassPath(code)
            .withOutput(console.err()::println)
            .withStartedAtOnce(needsPlainWorkers(spec))
            .withMixedJava(options.listen().mixedJava())
            .withEngine(local);
    return options.listen().workers(console.err()).map(workers::withExternal).orElse(workers);
  }

  /** Whether something in the workflow, as far as its own spec tells, asks for no special place. */
  private static boolean needsPlainWorkers(WorkflowSpec spec) {
    return spec.getWorkflowsCount() > 0
        || spec.getActorsList().stream().anyMatch(actor -> !actor.hasPlacement())
        || spec.getTasksList().stream()
            .filter(task -> !task.hasActor())
            .map(TaskInterface::getPolicy)
            .anyMatch(policy -> !policy.getIsolated() && !policy.hasPlacement());
  }
}
