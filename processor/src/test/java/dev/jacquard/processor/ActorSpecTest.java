package dev.jacquard.processor;

import static dev.jacquard.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.jacquard.processor.TestCompiler.Compiled;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Placement;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What specs say of actors. */
class ActorSpecTest {

  @TempDir Path home;

  private WorkflowSpec spec = WorkflowSpec.getDefaultInstance();

  @BeforeEach
  void compile() throws InvalidProtocolBufferException {
    Compiled compiled =
        TestCompiler.into(home)
            .compile(
                source(
                    "shop/Base.java",
                    "package shop;",
                    "import dev.jacquard.*;",
                    "@Actor class Base {",
                    "  @Task int inherited(int x) { return x; }",
                    "}"),
                source(
                    "shop/Detector.java",
                    "package shop;",
                    "import dev.jacquard.*;",
                    "@Actor(name = \"detector\", replicas = 10, minReplicas = 2, ttl = \"30s\",",
                    "    concurrency = 3, maxCalls = 7, scope = Actor.Scope.EXECUTION,",
                    "    resources = @Resources(cpu = \"125m\"), image = \"debian\",",
                    "    environment = \"A=b\", secrets = \"KEY=group/key\", profile = \"large\")",
                    "class Detector extends Base {",
                    "  record Model(String name) {}",
                    "  Detector(Model model, int version) {}",
                    "  Detector() {}",
                    "  @Task boolean isAnomalous(int x) { return x > 1; }",
                    "}"),
                source(
                    "shop/Run.java",
                    "package shop;",
                    "import dev.jacquard.*;",
                    "import java.util.List;",
                    "class Run {",
                    "  @Workflow static int run(List<Integer> xs, int k) {",
                    "    var d = new Detector(new Detector.Model(\"m\"), k);",
                    "    var e = new Detector();",
                    "    int size = Workflows.filter(xs, d::isAnomalous).size();",
                    "    return e.isAnomalous(k) ? size : e.inherited(k);",
                    "  }",
                    "}"));
    assertThat(compiled.messages()).isEmpty();
    spec = WorkflowSpec.parseFrom(compiled.specs().get("META-INF/jacquard/shop.Run.run.pb"));
  }

  @Test
  void constructorsThatAreCalledAreInItWithTheirPolicies() {
    assertThat(spec.getActorsList())
        .extracting(ActorInterface::getErasedParameters)
        .containsExactly("()", "(shop.Detector$Model,int)");
    ActorInterface actor = spec.getActors(1);
    assertThat(actor.getClassName()).isEqualTo("shop.Detector");
    assertThat(actor.getName()).isEqualTo("detector");
    assertThat(actor.getHandler()).isEqualTo("shop.DetectorHandlers$DetectorActor2");
    assertThat(actor.getParametersList())
        .extracting(parameter -> parameter.getName())
        .containsExactly("model", "version");
    assertThat(actor.getReplicas()).isEqualTo(10);
    assertThat(actor.getMinReplicas()).isEqualTo(2);
    assertThat(actor.getTtlNanos()).isEqualTo(30_000_000_000L);
    assertThat(actor.getConcurrency()).isEqualTo(3);
    assertThat(actor.getMaxCalls()).isEqualTo(7);
    assertThat(actor.getScope()).isEqualTo(ActorInterface.Scope.EXECUTION);
    Placement placement = actor.getPlacement();
    assertThat(placement.getResources().getCpu()).isEqualTo("125m");
    assertThat(placement.getImage()).isEqualTo("debian");
    assertThat(placement.getEnvironmentMap()).containsEntry("A", "b");
    assertThat(placement.getSecrets(0).getGroup()).isEqualTo("group");
    assertThat(placement.getProfile()).isEqualTo("large");
  }

  @Test
  void poolsAndTheirValuesNameTheConstructor() {
    Node made =
        spec.getBody().getNodesList().stream()
            .filter(node -> node.getId().equals("d"))
            .findFirst()
            .orElseThrow();
    assertThat(made.getPool().getActor()).isEqualTo(1);
    assertThat(made.getPool().getArgumentsCount()).isEqualTo(2);
    assertThat(made.getOutputs(0).getPool()).isEqualTo(1);
  }

  @Test
  void tasksNameAnActorThatTheyAreCalledOnAlsoWhereItInheritsThem() {
    assertThat(spec.getTasksList())
        .extracting(TaskInterface::getId)
        .containsExactly("shop.Base.inherited", "shop.Detector.isAnomalous");
    assertThat(spec.getTasksList()).allMatch(TaskInterface::hasActor);
    assertThat(spec.getTasksList())
        .extracting(task -> spec.getActors(task.getActor()).getClassName())
        .containsOnly("shop.Detector");
  }
}
