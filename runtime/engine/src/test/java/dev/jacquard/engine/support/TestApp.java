package dev.jacquard.engine.support;

import dev.jacquard.engine.code.Code;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.TaskPolicy;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowPolicy;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An application made by hand: tasks are lambdas, workflows are built node by node. */
public final class TestApp implements Code {

  private static final AtomicInteger APPS = new AtomicInteger();

  private final String name = "app" + APPS.incrementAndGet();
  private final HandlerLoader loader = new HandlerLoader();
  private final List<TaskInterface> tasks = new ArrayList<>();
  private final Map<String, Integer> taskIndex = new LinkedHashMap<>();
  private final List<ActorInterface> actors = new ArrayList<>();
  private final Map<String, Integer> actorIndex = new LinkedHashMap<>();
  private final List<WorkflowInterface> workflows = new ArrayList<>();
  private final Map<String, Integer> workflowIndex = new LinkedHashMap<>();
  private final Map<String, WorkflowSpec> specs = new LinkedHashMap<>();

  /** Adds a task; result null: void. */
  public TestApp task(String task, Type result, List<Type> parameters, TaskBody body) {
    return task(task, result, parameters, policy -> policy, body);
  }

  /** Adds a task with a policy. */
  public TestApp task(
      String task,
      Type result,
      List<Type> parameters,
      UnaryOperator<TaskPolicy.Builder> policy,
      TaskBody body) {
    return task(task, result, parameters, policy, -1, (actor, args) -> body.call(args));
  }

  /** Adds a task of an actor. */
  public TestApp method(
      String actor, String task, Type result, List<Type> parameters, MethodBody body) {
    return task(task, result, parameters, policy -> policy, actorIndex.get(actor), body);
  }

  /** Adds a task of an actor, with a policy. */
  public TestApp method(
      String actor,
      String task,
      Type result,
      List<Type> parameters,
      UnaryOperator<TaskPolicy.Builder> policy,
      MethodBody body) {
    return task(task, result, parameters, policy, actorIndex.get(actor), body);
  }

  private TestApp task(
      String task,
      Type result,
      List<Type> parameters,
      UnaryOperator<TaskPolicy.Builder> policy,
      int actor,
      MethodBody body) {
    String handler = name + "." + task + "Handler";
    loader.add(handler, body);
    TaskInterface.Builder built =
        TaskInterface.newBuilder()
            .setId(name + "." + task)
            .setHandler(handler)
            .setPolicy(policy.apply(TaskPolicy.newBuilder()));
    for (int i = 0; i < parameters.size(); i++) {
      built.addParameters(Parameter.newBuilder().setName("p" + i).setType(parameters.get(i)));
    }
    if (result != null) {
      built.setResult(result);
    }
    if (actor >= 0) {
      built.setActor(actor);
    }
    taskIndex.put(task, tasks.size());
    tasks.add(built.build());
    return this;
  }

  /** Adds an actor. */
  public TestApp actor(
      String actor,
      List<Type> parameters,
      UnaryOperator<ActorInterface.Builder> policy,
      ActorBody body) {
    String handler = name + "." + actor + "Handler";
    loader.add(handler, body);
    ActorInterface.Builder built =
        policy.apply(
            ActorInterface.newBuilder()
                .setClassName(name + "." + actor)
                .setHandler(handler)
                .setReplicas(1)
                .setConcurrency(1)
                .setTtlNanos(Duration.ofSeconds(60).toNanos()));
    for (int i = 0; i < parameters.size(); i++) {
      built.addParameters(Parameter.newBuilder().setName("p" + i).setType(parameters.get(i)));
    }
    actorIndex.put(actor, actors.size());
    actors.add(built.build());
    return this;
  }

  /** Says that there will be a workflow, so that others, or itself, can call it. */
  public TestApp declare(String workflow, Type result, Type... parameters) {
    WorkflowInterface.Builder face = WorkflowInterface.newBuilder().setId(id(workflow));
    for (int i = 0; i < parameters.length; i++) {
      face.addParameters(Parameter.newBuilder().setName("p" + i).setType(parameters[i]));
    }
    if (result != null) {
      face.setResult(result);
    }
    workflowIndex.put(workflow, workflows.size());
    workflows.add(face.build());
    return this;
  }

  /** Adds the body of a declared workflow. */
  public TestApp define(
      String workflow, UnaryOperator<WorkflowPolicy.Builder> policy, Consumer<TestBlock> body) {
    WorkflowInterface face = workflows.get(workflowIndex.get(workflow));
    TestBlock block =
        new TestBlock(this, face.getParametersList().stream().map(Parameter::getType).toList());
    body.accept(block);
    specs.put(
        face.getId(),
        WorkflowSpec.newBuilder()
            .setContract(1)
            .setInterface(face)
            .setPolicy(policy.apply(WorkflowPolicy.newBuilder()))
            .setBody(block.build())
            .addAllTasks(tasks)
            .addAllActors(actors)
            .addAllWorkflows(workflows)
            .setCompiler("test")
            .build());
    return this;
  }

  /** Adds the body of a declared workflow. */
  public TestApp define(String workflow, Consumer<TestBlock> body) {
    return define(workflow, policy -> policy, body);
  }

  /** Replaces the spec of a workflow. */
  public TestApp rewrite(String workflow, UnaryOperator<WorkflowSpec.Builder> change) {
    specs.computeIfPresent(id(workflow), (id, spec) -> change.apply(spec.toBuilder()).build());
    return this;
  }

  public String id(String workflow) {
    return name + "." + workflow;
  }

  int actor(String actor) {
    return actorIndex.get(actor);
  }

  int task(String task) {
    return taskIndex.get(task);
  }

  Optional<Type> taskResult(String task) {
    TaskInterface found = tasks.get(task(task));
    return found.hasResult() ? Optional.of(found.getResult()) : Optional.empty();
  }

  int workflow(String workflow) {
    return workflowIndex.get(workflow);
  }

  Optional<Type> workflowResult(String workflow) {
    WorkflowInterface found = workflows.get(workflow(workflow));
    return found.hasResult() ? Optional.of(found.getResult()) : Optional.empty();
  }

  @Override
  public Optional<WorkflowSpec> spec(String workflowId) {
    return Optional.ofNullable(specs.get(workflowId));
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }
}
