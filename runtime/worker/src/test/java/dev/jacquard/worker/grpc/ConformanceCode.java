package dev.jacquard.worker.grpc;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.testing.ConformanceActors;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.TaskCall;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import dev.jacquard.spi.TaskHandler;
import java.util.Optional;

/** Workflows that call one handler each, known by the handler's class name. */
public final class ConformanceCode implements Code {

  private static final Type INT = Type.newBuilder().setPrimitive(Primitive.INT).build();

  public static Chain chain(Class<? extends TaskHandler> handler) {
    return Planner.plan(new ConformanceCode(), handler.getName() + ".run").chain(0);
  }

  /** The actor of the conformance suite, which a workflow of its own makes. */
  public static ActorPlan actor() {
    return Planner.plan(new ConformanceCode(), ConformanceActors.Count.class.getName() + ".run")
        .actor(0);
  }

  @Override
  public Optional<WorkflowSpec> spec(String workflowId) {
    String handler = workflowId.substring(0, workflowId.length() - ".run".length());
    Parameter number = Parameter.newBuilder().setName("number").setType(INT).build();
    return Optional.of(
        WorkflowSpec.newBuilder()
            .setContract(1)
            .setInterface(
                WorkflowInterface.newBuilder()
                    .setId(workflowId)
                    .addParameters(number)
                    .setResult(INT))
            .addTasks(
                TaskInterface.newBuilder()
                    .setId(handler + ".call")
                    .setHandler(handler)
                    .addParameters(number)
                    .setResult(INT))
            .setBody(
                Block.newBuilder()
                    .addParameters(INT)
                    .addNodes(
                        Node.newBuilder()
                            .setId("call")
                            .addOutputs(INT)
                            .setTaskCall(
                                TaskCall.newBuilder()
                                    .addArguments(Operand.newBuilder().setValue(0))))
                    .addResults(Operand.newBuilder().setValue(1)))
            .addActors(
                ActorInterface.newBuilder()
                    .setClassName("conformance.Counter")
                    .setHandler(ConformanceActors.Counter.class.getName())
                    .addParameters(number)
                    .setReplicas(2)
                    .setConcurrency(1))
            .setVersion("1")
            .build());
  }

  @Override
  public ClassLoader loader() {
    return ConformanceCode.class.getClassLoader();
  }
}
