package dev.jacquard.kubernetes;

import dev.jacquard.engine.code.SpecFiles;
import dev.jacquard.engine.testing.ConformanceActors;
import dev.jacquard.engine.testing.ConformanceTasks;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Workflows that call one handler of the conformance suite each, as files for pods. */
final class ConformanceSpecs {

  private static final Type INT = Type.newBuilder().setPrimitive(Primitive.INT).build();
  private static final List<Class<?>> HANDLERS =
      List.of(
          ConformanceTasks.Increment.class,
          ConformanceTasks.FailOnOdd.class,
          ConformanceTasks.LeaveInterrupted.class,
          ConformanceTasks.Hang.class,
          ConformanceActors.Count.class);

  private ConformanceSpecs() {}

  static String workflow(Class<?> handler) {
    return handler.getName() + ".run";
  }

  static void write(Path folder) throws IOException {
    for (Class<?> handler : HANDLERS) {
      Path file = folder.resolve(SpecFiles.resource(workflow(handler)));
      Files.createDirectories(file.getParent());
      Files.write(file, spec(handler).toByteArray());
    }
  }

  private static WorkflowSpec spec(Class<?> handler) {
    Parameter number = Parameter.newBuilder().setName("number").setType(INT).build();
    return WorkflowSpec.newBuilder()
        .setContract(SpecFiles.CONTRACT)
        .setInterface(
            WorkflowInterface.newBuilder()
                .setId(workflow(handler))
                .addParameters(number)
                .setResult(INT))
        .addTasks(
            TaskInterface.newBuilder()
                .setId(handler.getName() + ".call")
                .setHandler(handler.getName())
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
                            TaskCall.newBuilder().addArguments(Operand.newBuilder().setValue(0))))
                .addResults(Operand.newBuilder().setValue(1)))
        .addActors(
            ActorInterface.newBuilder()
                .setClassName("conformance.Counter")
                .setHandler(ConformanceActors.Counter.class.getName())
                .addParameters(number)
                .setReplicas(2)
                .setConcurrency(1))
        .setVersion("1")
        .build();
  }
}
