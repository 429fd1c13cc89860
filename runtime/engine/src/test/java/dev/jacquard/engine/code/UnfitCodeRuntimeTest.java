package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Loop;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.SubWorkflow;
import dev.jacquard.spec.v1.TaskCall;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program's {@code runtime.run(call)} says when its code is incomplete or a mixture. */
final class UnfitCodeRuntimeTest {

  private static final String[] PROCESSOR = {
    "<artifactId>jacquard-processor</artifactId>",
    "annotationProcessor(\"dev.jacquard:jacquard-processor:"
  };
  private static final String[] REBUILD = {"mvn clean package", "gradle clean build"};
  private static final Type BOOLEAN = Type.newBuilder().setPrimitive(Primitive.BOOLEAN).build();

  @TempDir Path folder;

  private final SampleApplication application = SampleApplication.sound();

  @BeforeEach
  void giveTheWorkflowsBodies() {
    application
        .spec(checking(SampleApplication.detect()).build())
        .spec(calling(SampleApplication.outer()).build())
        .source(
            "shop.AnomalyWorkflows",
            """
            package shop;
            import dev.jacquard.WorkflowCall;
            public final class AnomalyWorkflows {
              public static WorkflowCall<Boolean> detect(int value) {
                return WorkflowCall.of(AnomalyWorkflows.class, "shop.Anomaly.detect", new Point(value, null), 11);
              }
              public static WorkflowCall<Boolean> outer(int value) {
                return WorkflowCall.of(AnomalyWorkflows.class, "shop.Anomaly.outer", new Point(value, null));
              }
            }
            """);
  }

  @Test
  void soundCodeRuns() throws Exception {
    assertThat(run("detect")).isEqualTo(true);
    assertThat(run("outer")).isEqualTo(true);
  }

  @Test
  void classPathWithoutSpecs() {
    application.withoutSpec(SampleApplication.WORKFLOW);
    assertThat(thrown("detect"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("has its stub shop.AnomalyWorkflows, but no spec beside it")
        .hasMessageContaining("packed without META-INF/jacquard")
        .hasMessageContainingAll(PROCESSOR);
  }

  @Test
  void subWorkflowWithoutSpecNamesItsCaller() {
    application.withoutSpec(SampleApplication.WORKFLOW);
    assertThat(thrown("outer"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("Workflow shop.Anomaly.detect has its stub")
        .hasMessageContaining("(It is called by shop.Anomaly.outer.)")
        .hasMessageContainingAll(PROCESSOR);
  }

  @Test
  void handlerThatWasNeverGenerated() {
    application.without("shop.AnomalyHandlers");
    for (String workflow : List.of("detect", "outer")) {
      assertThat(thrown(workflow))
          .isInstanceOf(ExecutionFailedException.class)
          .hasMessageContaining("must have the generated handler shop.AnomalyHandlers$isAnomalous")
          .hasMessageContainingAll(PROCESSOR);
    }
  }

  @Test
  void handlerThatIsOlderThanItsTask() {
    application.stale(
        "shop.Anomaly",
        """
        package shop;
        public final class Anomaly {
          static boolean isAnomalous(Point point, long threshold) { return true; }
        }
        """);
    assertThat(thrown("detect"))
        .isInstanceOf(ExecutionFailedException.class)
        .hasMessageContaining("NoSuchMethodError")
        .hasMessageContaining(
            "must be a method isAnomalous(shop.Point,int); found (shop.Point,long).")
        .hasMessageContainingAll(REBUILD);
  }

  @Test
  void handlerOfAnotherVersion() {
    application.source(
        "shop.AnomalyHandlers",
        "package shop; public final class AnomalyHandlers { public static final class isAnomalous"
            + " {} }");
    assertThat(thrown("detect"))
        .hasMessageContaining("must be a dev.jacquard.spi.TaskHandler; it is of another version")
        .hasMessageContainingAll(REBUILD);
  }

  @Test
  void linkageErrorOfATaskStaysTheTasks() {
    application.source(
        "shop.Anomaly",
        """
        package shop;
        public final class Anomaly {
          static boolean isAnomalous(Point point, int threshold) { throw new NoSuchMethodError("mine"); }
        }
        """);
    assertThat(thrown("detect"))
        .hasMessageEndingWith("java.lang.NoSuchMethodError: mine")
        .hasCauseInstanceOf(NoSuchMethodError.class);
  }

  @Test
  void codecThatWasNeverGenerated() {
    application.without("shop.AnomalyCodecs");
    assertThat(thrown("detect"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("shop.AnomalyCodecs$Point")
        .hasMessageContainingAll(PROCESSOR);
  }

  @Test
  void stubOfAnotherBuildThanItsSpec() {
    application.source(
        "shop.AnomalyWorkflows",
        """
        package shop;
        import dev.jacquard.WorkflowCall;
        public final class AnomalyWorkflows {
          public static WorkflowCall<Boolean> detect(int value) {
            return WorkflowCall.of(AnomalyWorkflows.class, "shop.Anomaly.detect", new Point(value, null));
          }
        }
        """);
    assertThat(thrown("detect"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("must be given 2 arguments; its stub shop.AnomalyWorkflows gives 1.")
        .hasMessageContainingAll(REBUILD);
  }

  @Test
  void specOfANewerContract() {
    application.spec(
        checking(SampleApplication.detect()).setContract(2).setCompiler("9.9.9").build());
    assertThat(thrown("detect"))
        .isInstanceOf(CodeException.class)
        .hasMessageContaining("written by processor 9.9.9 under contract 2; this runtime (")
        .hasMessageContainingAll(PROCESSOR);
  }

  @Test
  void nodeOfANewerProcessorNamesBothVersions() {
    for (Node node :
        List.of(
            Node.newBuilder().setId("again").setLoop(Loop.getDefaultInstance()).build(),
            Node.newBuilder().setId("again").build())) {
      application.spec(
          checking(SampleApplication.detect())
              .setCompiler("9.9.9")
              .setBody(checking(SampleApplication.detect()).getBodyBuilder().addNodes(node))
              .build());
      assertThat(thrown("detect"))
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("Node again of workflow shop.Anomaly.detect is")
          .hasMessageContaining("written by processor 9.9.9 under contract 1; this runtime (")
          .hasMessageContainingAll(PROCESSOR);
    }
  }

  @Test
  void damagedSpecAsksForACleanBuild() {
    application.resource(SpecFiles.resource(SampleApplication.WORKFLOW), new byte[] {1, 2, 3});
    assertThat(thrown("detect"))
        .isInstanceOf(CodeException.class)
        .hasMessageContaining("it is damaged")
        .hasMessageContainingAll(REBUILD);
  }

  /** {@code static boolean detect(Point point, int threshold) { return isAnomalous(...); }}. */
  private static WorkflowSpec.Builder checking(WorkflowSpec spec) {
    WorkflowSpec.Builder builder = spec.toBuilder();
    builder
        .getInterfaceBuilder()
        .setResult(BOOLEAN)
        .setParameters(0, spec.getTasks(0).getParameters(0));
    return builder.setBody(
        body(2)
            .addNodes(
                Node.newBuilder()
                    .setId("answer")
                    .addOutputs(BOOLEAN)
                    .setTaskCall(
                        TaskCall.newBuilder().addArguments(value(0)).addArguments(value(1))))
            .addResults(value(2)));
  }

  /** {@code static boolean outer(Point point) { return detect(point, 11); }}. */
  private static WorkflowSpec.Builder calling(WorkflowSpec spec) {
    WorkflowSpec.Builder builder = spec.toBuilder();
    WorkflowSpec callee = checking(SampleApplication.detect()).build();
    builder
        .getInterfaceBuilder()
        .setResult(BOOLEAN)
        .setParameters(0, callee.getInterface().getParameters(0));
    Operand eleven =
        Operand.newBuilder()
            .setConstant(
                dev.jacquard.spec.v1.Constant.newBuilder()
                    .setType(Type.newBuilder().setPrimitive(Primitive.INT))
                    .setValue(dev.jacquard.spec.v1.Value.newBuilder().setInteger(11)))
            .build();
    return builder
        .setWorkflows(0, callee.getInterface())
        .setBody(
            body(1)
                .addNodes(
                    Node.newBuilder()
                        .setId("answer")
                        .addOutputs(BOOLEAN)
                        .setSubWorkflow(
                            SubWorkflow.newBuilder().addArguments(value(0)).addArguments(eleven)))
                .addResults(value(1)));
  }

  private static Block.Builder body(int parameters) {
    Block.Builder body = Block.newBuilder().addParameters(Type.newBuilder().setDefined(0));
    return parameters == 1
        ? body
        : body.addParameters(Type.newBuilder().setPrimitive(Primitive.INT));
  }

  private static Operand value(int number) {
    return Operand.newBuilder().setValue(number).build();
  }

  private Throwable thrown(String workflow) {
    return catchThrowable(() -> run(workflow));
  }

  /** Makes the stub's call as a program would that has these classes on its class path. */
  private Object run(String workflow) throws Exception {
    URL[] urls = {application.compile(folder).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
        WorkflowRuntime runtime = WorkflowRuntime.local()) {
      Class<?> stub = loader.loadClass("shop.AnomalyWorkflows");
      WorkflowCall<?> call =
          (WorkflowCall<?>) stub.getMethod(workflow, int.class).invoke(null, 100);
      return runtime.run(call);
    }
  }
}
