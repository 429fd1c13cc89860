package dev.jacquard.processor.emit;

import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.ActorPolicy;
import dev.jacquard.processor.model.Interfaces.CachePolicy;
import dev.jacquard.processor.model.Interfaces.Parameter;
import dev.jacquard.processor.model.Interfaces.Placement;
import dev.jacquard.processor.model.Interfaces.Resources;
import dev.jacquard.processor.model.Interfaces.Secret;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.TaskPolicy;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowPolicy;
import java.util.List;
import java.util.Optional;

/** Emits what callers know of tasks, actors and workflows, and how these want to be run. */
final class InterfaceEmitter {

  private final TypeEmitter types;
  private final ValueEmitter values;

  InterfaceEmitter(TypeEmitter types, ValueEmitter values) {
    this.types = types;
    this.values = values;
  }

  /**
   * Emits a task.
   *
   * @param actor the id of an actor that has it
   */
  dev.jacquard.spec.v1.TaskInterface emit(TaskInterface task, Optional<String> actor) {
    dev.jacquard.spec.v1.TaskInterface.Builder emitted =
        dev.jacquard.spec.v1.TaskInterface.newBuilder()
            .setId(task.id())
            .setClassName(task.className())
            .setMethod(task.method())
            .setErasedParameters(task.descriptor())
            .addAllParameters(emit(task.parameters()))
            .setHandler(task.handler())
            .setPolicy(emit(task.policy()));
    task.result().ifPresent(result -> emitted.setResult(types.emit(result)));
    actor.ifPresent(id -> emitted.setActor(types.indexOfActor(id)));
    return emitted.build();
  }

  dev.jacquard.spec.v1.ActorInterface emit(ActorInterface actor) {
    ActorPolicy policy = actor.policy();
    dev.jacquard.spec.v1.ActorInterface.Builder emitted =
        dev.jacquard.spec.v1.ActorInterface.newBuilder()
            .setClassName(actor.className())
            .setName(actor.name())
            .addAllParameters(emit(actor.parameters()))
            .setErasedParameters(actor.descriptor())
            .setHandler(actor.handler())
            .setReplicas(policy.replicas())
            .setMinReplicas(policy.minReplicas())
            .setTtlNanos(policy.ttlNanos())
            .setConcurrency(policy.concurrency())
            .setMaxCalls(policy.maxCalls())
            .setScope(
                policy.shared()
                    ? dev.jacquard.spec.v1.ActorInterface.Scope.SHARED
                    : dev.jacquard.spec.v1.ActorInterface.Scope.EXECUTION);
    said(policy.placement()).ifPresent(emitted::setPlacement);
    return emitted.build();
  }

  dev.jacquard.spec.v1.WorkflowInterface emit(WorkflowInterface workflow) {
    dev.jacquard.spec.v1.WorkflowInterface.Builder emitted =
        dev.jacquard.spec.v1.WorkflowInterface.newBuilder()
            .setId(workflow.id())
            .addAllParameters(emit(workflow.parameters()));
    workflow.result().ifPresent(result -> emitted.setResult(types.emit(result)));
    return emitted.build();
  }

  dev.jacquard.spec.v1.WorkflowPolicy emit(WorkflowPolicy policy) {
    return dev.jacquard.spec.v1.WorkflowPolicy.newBuilder()
        .setConcurrency(policy.concurrency())
        .setTimeoutNanos(policy.timeoutNanos())
        .setOrder(
            policy.sourceOrder()
                ? dev.jacquard.spec.v1.WorkflowPolicy.Order.SOURCE
                : dev.jacquard.spec.v1.WorkflowPolicy.Order.DATA)
        .setOnFailure(
            dev.jacquard.spec.v1.WorkflowPolicy.OnFailure.valueOf(policy.onFailure().name()))
        .build();
  }

  private List<dev.jacquard.spec.v1.Parameter> emit(List<Parameter> parameters) {
    return parameters.stream().map(this::emit).toList();
  }

  private dev.jacquard.spec.v1.Parameter emit(Parameter parameter) {
    dev.jacquard.spec.v1.Parameter.Builder emitted =
        dev.jacquard.spec.v1.Parameter.newBuilder()
            .setName(parameter.name())
            .setType(types.emit(parameter.type()));
    parameter
        .defaultValue()
        .ifPresent(literal -> emitted.setDefault(values.emit(parameter.type(), literal)));
    return emitted.build();
  }

  private static dev.jacquard.spec.v1.TaskPolicy emit(TaskPolicy policy) {
    dev.jacquard.spec.v1.TaskPolicy.Builder emitted =
        dev.jacquard.spec.v1.TaskPolicy.newBuilder()
            .setEffects(policy.effects())
            .setRetries(policy.retries())
            .setBackoffNanos(policy.backoffNanos())
            .addAllRetryOn(policy.retryOn())
            .addAllNoRetryOn(policy.noRetryOn())
            .setTimeoutNanos(policy.timeoutNanos())
            .setDeadlineNanos(policy.deadlineNanos())
            .setIsolated(policy.isolated());
    policy.cache().ifPresent(cache -> emitted.setCache(emit(cache)));
    said(policy.placement()).ifPresent(emitted::setPlacement);
    return emitted.build();
  }

  private static dev.jacquard.spec.v1.CachePolicy emit(CachePolicy cache) {
    return dev.jacquard.spec.v1.CachePolicy.newBuilder()
        .setVersion(cache.version())
        .setSerialize(cache.serialize())
        .build();
  }

  /** A placement that says something. */
  private static Optional<dev.jacquard.spec.v1.Placement> said(Placement placement) {
    return Optional.of(emit(placement))
        .filter(it -> !it.equals(dev.jacquard.spec.v1.Placement.getDefaultInstance()));
  }

  private static dev.jacquard.spec.v1.Placement emit(Placement placement) {
    dev.jacquard.spec.v1.Placement.Builder emitted =
        dev.jacquard.spec.v1.Placement.newBuilder()
            .setImage(placement.image())
            .putAllEnvironment(placement.environment())
            .setProfile(placement.profile());
    for (Secret secret : placement.secrets()) {
      emitted.addSecrets(
          dev.jacquard.spec.v1.Secret.newBuilder()
              .setName(secret.name())
              .setGroup(secret.group())
              .setKey(secret.key()));
    }
    dev.jacquard.spec.v1.Resources resources = emit(placement.resources());
    if (!resources.equals(dev.jacquard.spec.v1.Resources.getDefaultInstance())) {
      emitted.setResources(resources);
    }
    return emitted.build();
  }

  private static dev.jacquard.spec.v1.Resources emit(Resources resources) {
    return dev.jacquard.spec.v1.Resources.newBuilder()
        .setCpu(resources.cpu())
        .setMemory(resources.memory())
        .setGpu(resources.gpu())
        .setEphemeralStorage(resources.ephemeralStorage())
        .setCpuLimit(resources.cpuLimit())
        .setMemoryLimit(resources.memoryLimit())
        .build();
  }
}
