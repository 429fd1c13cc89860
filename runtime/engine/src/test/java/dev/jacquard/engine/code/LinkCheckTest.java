package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.code.LinkProblem.Remedy;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.EncodedType;
import dev.jacquard.spec.v1.EnumType;
import dev.jacquard.spec.v1.SealedType;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkCheckTest {

  @TempDir Path folder;

  private final SampleApplication application = SampleApplication.sound();

  @Test
  void soundApplicationHasNoProblemAndIsNotLoaded() {
    System.clearProperty("shop.Anomaly");
    assertThat(problems()).isEmpty();
    assertThat(System.getProperty("shop.Anomaly")).isNull();
  }

  @Test
  void everythingMissingIsToldAtOnceAndOncePerProblem() {
    application
        .without("shop.AnomalyHandlers")
        .without("shop.AnomalyCodecs")
        .withoutSpec(SampleApplication.WORKFLOW);
    application.spec(renamed(SampleApplication.detect(), "shop.Anomaly.again"));

    assertThat(problems(SampleApplication.OUTER, "shop.Anomaly.again"))
        .containsExactly(
            new LinkProblem(
                "Record shop.Point must have the generated codec shop.AnomalyCodecs$Point; there is none."
                    + " (shop.Anomaly.outer, shop.Anomaly.again)",
                Remedy.PROCESSOR),
            new LinkProblem(
                "Workflow shop.Anomaly.detect is called, but it has no spec on the class path. (shop.Anomaly.outer)",
                Remedy.CLASS_PATH),
            new LinkProblem(
                "Task shop.Anomaly.isAnomalous(shop.Point,int) must have the generated handler"
                    + " shop.AnomalyHandlers$isAnomalous; there is none. (shop.Anomaly.again)",
                Remedy.PROCESSOR));
  }

  @Test
  void taskWhoseParametersHaveChangedIsFound() {
    changed("static boolean isAnomalous(Point point, long threshold) { return true; }");
    assertThat(texts())
        .containsExactly(
            "Task shop.Anomaly.isAnomalous(shop.Point,int) must be a method isAnomalous(shop.Point,int);"
                + " found (shop.Point,long). (shop.Anomaly.detect)");
  }

  @Test
  void taskWhoseResultHasChangedOrThatIsNoLongerStaticIsFound() {
    changed("java.util.List<String> isAnomalous(Point point, int threshold) { return null; }");
    assertThat(texts())
        .containsExactly(
            "Task shop.Anomaly.isAnomalous(shop.Point,int) must be static. (shop.Anomaly.detect)",
            "Task shop.Anomaly.isAnomalous(shop.Point,int) must return boolean as when its caller was compiled;"
                + " found List<String>. (shop.Anomaly.detect)");
  }

  @Test
  void typeArgumentsCountToo() {
    WorkflowSpec.Builder spec = SampleApplication.detect().toBuilder();
    spec.getTasksBuilder(0).setErasedParameters("(java.util.List,int)");
    spec.getTasksBuilder(0)
        .getParametersBuilder(0)
        .setType(spec.getInterface().getParameters(0).getType());
    application.spec(spec.build());
    changed(
        "static boolean isAnomalous(java.util.List<String> points, int threshold) { return true; }");
    assertThat(texts())
        .containsExactly(
            "Task shop.Anomaly.isAnomalous(java.util.List,int) must take List<Point> as when its caller was compiled;"
                + " found List<String>. (shop.Anomaly.detect)");
  }

  @Test
  void recordWhoseComponentsHaveChangedIsFound() {
    application.without("shop.AnomalyCodecs").without("shop.AnomalyHandlers");
    application.source(
        "shop.Anomaly",
        "package shop; class Anomaly { static boolean isAnomalous(Point p, int t) { return true; } }");
    application.source(
        "shop.Point", "package shop; public record Point(int value, java.util.List<Long> tags) {}");
    assertThat(texts())
        .contains(
            "Record shop.Point must have List<String> tags as when its user was compiled; found List<Long>."
                + " (shop.Anomaly.detect, shop.Anomaly.outer)");

    application.source("shop.Point", "package shop; public record Point(int weight) {}");
    assertThat(texts())
        .contains(
            "Type shop.Point must have the components [value, tags] as when its user was compiled; found [weight]."
                + " (shop.Anomaly.detect, shop.Anomaly.outer)");
  }

  @Test
  void subWorkflowWhoseTypesHaveChangedIsFound() {
    WorkflowSpec.Builder callee = SampleApplication.detect().toBuilder();
    callee.getInterfaceBuilder().removeParameters(1);
    application.spec(callee.build());
    assertThat(texts())
        .containsExactly(
            "Workflow shop.Anomaly.detect must be (List<Point>, int) -> List<Boolean> as when its caller was compiled;"
                + " found (List<Point>) -> List<Boolean>. (shop.Anomaly.outer)");
  }

  @Test
  void recordThatDiffersBetweenCallerAndCalleeIsFound() {
    WorkflowSpec.Builder callee = SampleApplication.detect().toBuilder();
    callee.getTypesBuilder(0).getRecordBuilder().getComponentsBuilder(0).setName("weight");
    application.spec(callee.build());
    assertThat(texts()).anyMatch(text -> text.startsWith("Workflow shop.Anomaly.detect must be"));
  }

  @Test
  void enumsSealedTypesCodecsAndActorsAreChecked() {
    application.source("shop.Color", "package shop; public enum Color { RED, BLUE }");
    application.source(
        "shop.Shape",
        "package shop; public sealed interface Shape { record Dot() implements Shape {} }");
    application.source(
        "shop.Model", "package shop; public class Model { public Model(String name) {} }");
    WorkflowSpec.Builder spec = SampleApplication.detect().toBuilder();
    spec.addTypes(
        type("shop.Color")
            .setEnumeration(EnumType.newBuilder().addConstants("RED").addConstants("GREEN")));
    spec.addTypes(type("shop.Shape").setSealed(SealedType.newBuilder().addPermitted(0)));
    spec.addTypes(type("money").setEncoded(EncodedType.newBuilder().setCodec("shop.MoneyCodec")));
    spec.addActors(
        ActorInterface.newBuilder()
            .setClassName("shop.Model")
            .setErasedParameters("(int)")
            .setHandler("shop.H"));
    application.spec(spec.build());

    assertThat(texts(SampleApplication.WORKFLOW))
        .containsExactly(
            "Actor shop.Model must have a constructor (int); it has none. (shop.Anomaly.detect)",
            "Actor shop.Model must have the generated handler shop.H; there is none. (shop.Anomaly.detect)",
            "Type shop.Color must have the constants [RED, GREEN] as when its user was compiled; found [RED, BLUE]."
                + " (shop.Anomaly.detect)",
            "Type shop.Shape must have the permitted classes [shop.Point] as when its user was compiled;"
                + " found [shop.Shape$Dot]. (shop.Anomaly.detect)",
            "The codec of money must be class shop.MoneyCodec, which is not there. (shop.Anomaly.detect)");
  }

  private void changed(String method) {
    application.without("shop.AnomalyHandlers");
    application.source("shop.Anomaly", "package shop; class Anomaly { " + method + " }");
    application.source(
        "shop.AnomalyHandlers",
        "package shop; class AnomalyHandlers { static abstract class isAnomalous implements dev.jacquard.spi.TaskHandler {} }");
  }

  private static TypeDefinition.Builder type(String name) {
    return TypeDefinition.newBuilder().setName(name);
  }

  private static WorkflowSpec renamed(WorkflowSpec spec, String id) {
    WorkflowSpec.Builder renamed = spec.toBuilder();
    renamed.getInterfaceBuilder().setId(id);
    return renamed.build();
  }

  private List<String> texts(String... workflows) {
    return problems(workflows).stream().map(LinkProblem::text).toList();
  }

  private List<LinkProblem> problems(String... workflows) {
    Path classes = folder.resolve("classes-" + System.nanoTime());
    try (PathCode code = PathCode.open(ClassPath.of(List.of(application.compile(classes))))) {
      return LinkCheck.of(code, workflows.length == 0 ? code.workflows() : List.of(workflows));
    }
  }
}
