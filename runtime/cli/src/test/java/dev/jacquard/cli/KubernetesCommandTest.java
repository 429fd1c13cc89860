package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.cli.Command.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KubernetesCommandTest {

  @TempDir Path folder;

  @Test
  void manifestsAreShownWithoutACluster() throws Exception {
    Path profiles = folder.resolve("profiles.yaml");
    Files.writeString(profiles, "default: {serviceAccount: workers}\n");
    Outcome outcome = render("--profiles", profiles, "detectAnomalies");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    Golden.check("render-detectAnomalies.yaml", outcome.out());
  }

  @Test
  void workersAreShownAsTheyAreAskedFor() throws Exception {
    String asked = render("--worker-slots=4", "--worker-option=-Xmx99m", "detectAnomalies").out();
    assertThat(asked).contains("- \"--slots\"\n        - \"4\"\n").contains("-Xmx99m");
    assertThat(engineNamed("--worker-slots=0", "workflow").err())
        .isEqualTo("jacquard: --worker-slots must be 1 or more; found 0.\n");
    assertThat(engineNamed("--worker-option=-Xnonsense", "workflow").err())
        .startsWith("jacquard: --worker-option must be an option that java takes");
  }

  @Test
  void whatARunSaysIsNotShownOfAnEngineThatStays() {
    for (String option :
        List.of("--worker-slots=2", "--worker-option=-Xmx99m", "--advertise=a:1")) {
      Outcome outcome = engineNamed("--engine", option);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .startsWith(
              "jacquard: " + option.replaceAll("=.*", "") + " must be left out with --engine");
      assertThat(outcome.code()).isEqualTo(2);
    }
  }

  @Test
  void imageIsThatOfTheEnvironmentIfNoneIsNamed() {
    Object[] words = {"kubernetes", "render", "--engine"};
    assertThat(new Command().environment("JACQUARD_IMAGE", "team/app:9").run(words).out())
        .contains("image: \"team/app:9\"");
    Outcome without = new Command().run(words);
    assertThat(without.err()).startsWith("jacquard: render must be given with --image IMAGE");
    assertThat(without.code()).isEqualTo(2);
  }

  @Test
  void profilesAreCheckedBeforeAnythingIsShown() throws Exception {
    Path profiles = folder.resolve("profiles.yaml");
    Files.writeString(profiles, "default: {podTemplate: {spec: {restartPolicy: Always}}}\n");
    Outcome outcome = render("--profiles", profiles, "detectAnomalies");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "jacquard: %s: profile default: restartPolicy must be left out: what becomes of a pod that has"
                    .formatted(profiles)
                + " ended is Jacquard's.\n");
  }

  @Test
  void whatIsMissingOrNonsenseIsWrongUsage() {
    assertThat(new Command().run("kubernetes").err())
        .startsWith("jacquard: Say what to do: render, doctor or gc.");
    assertThat(new Command().run("kubernetes", "gc", "--older-than", "soon").err())
        .isEqualTo("jacquard: --older-than must be a duration such as 30m or 2h; found soon.\n");
    assertThat(new Command().run("kubernetes", "doctor", "--advertise", "here").err())
        .startsWith("jacquard: --advertise must be HOST:PORT");
  }

  @Test
  void manifestsOfAnEngineThatStaysAreShown() throws Exception {
    Outcome outcome =
        new Command().run("kubernetes", "render", "--engine", "--image", "team/app:7");
    assertThat(outcome.err()).isEmpty();
    Golden.check("render-engine.yaml", outcome.out());
  }

  @Test
  void eitherAWorkflowOrAnEngineIsShown() throws Exception {
    String sentence = "jacquard: Name either a WORKFLOW or --engine, whose manifests are shown.\n";
    assertThat(new Command().run("kubernetes", "render", "--image", "a:1").err())
        .isEqualTo(sentence);
    assertThat(render("--engine=nightly", "detectAnomalies").err()).isEqualTo(sentence);
  }

  @Test
  void engineOfAnotherNameIsAnotherInAllThatTellsThemApart() throws Exception {
    Path profiles = folder.resolve("profiles.yaml");
    Files.writeString(
        profiles,
        """
        engine:
          imagePullSecrets: [registry]
          resources: {memory: 4Gi}
        """);
    Outcome plain = engineNamed("--engine");
    Outcome other = engineNamed("--engine", "nightly", "--profiles", profiles);
    assertThat(other.err()).isEmpty();
    assertThat(other.out())
        .contains("  name: \"nightly\"\n")
        .contains("imagePullSecrets:\n      - name: \"registry\"\n")
        .contains("memory: \"4Gi\"")
        .contains("cpu: \"100m\"")
        .doesNotContain("1Gi", "512Mi");
    assertThat(count(other.out(), "app.kubernetes.io/instance: \"nightly\"")).isEqualTo(5);
    assertThat(count(plain.out(), "app.kubernetes.io/instance: \"jacquard-engine\"")).isEqualTo(5);
    assertThat(other.out())
        .contains("- \"nightly\"\n")
        .contains("- \"nightly.$(JACQUARD_NAMESPACE).svc\"\n")
        .doesNotContain("instance: \"jacquard-engine\"");
  }

  @Test
  void nameThatNoServiceCanHaveIsRefused() {
    assertThat(engineNamed("--engine", "detectAnomalies").err())
        .startsWith("jacquard: --engine: The name of an engine must be up to 63 of a-z, 0-9 and -");
  }

  @Test
  void whatAnEngineNeedsForItselfIsLeftToIt() throws Exception {
    Path profiles = folder.resolve("profiles.yaml");
    Files.writeString(
        profiles,
        "engine: {podTemplate: {spec: {containers: [{name: engine, args: [worker]}]}}}\n");
    for (String words : List.of("--engine", "--jar")) {
      Outcome outcome =
          words.equals("--jar")
              ? render("--profiles", profiles, "detectAnomalies")
              : engineNamed(words, "--profiles", profiles);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .isEqualTo(
              "jacquard: %s: profile engine: command and args of the container engine must be left"
                      .formatted(profiles)
                  + " out: they start the engine.\n");
    }
  }

  private static long count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1L;
  }

  private static Outcome engineNamed(Object... more) {
    List<Object> words = new ArrayList<>(List.of("kubernetes", "render", "--image", "team/app:7"));
    words.addAll(List.of(more));
    return new Command().run(words.toArray());
  }

  @Test
  void whereTheEngineRunsIsSaidOnce() throws Exception {
    assertThat(run("--image", "a:1", "--advertise", "10.0.0.5:1", "--engine", "e"))
        .startsWith("jacquard: --advertise and --engine must not be given together");
    assertThat(run("--image", "a:1", "--run-name", "nightly"))
        .startsWith("jacquard: --run-name must be given with --advertise");
    assertThat(run("--image", "a:1", "--listen", "127.0.0.1:7400"))
        .startsWith("jacquard: --listen must be given with --advertise");
    assertThat(run()).startsWith("jacquard: --backend kubernetes must be given with --image IMAGE");
  }

  @Test
  void whatAnEngineCannotDoIsWrongUsage() {
    assertThat(engine("--ports", "7999-7440"))
        .startsWith("jacquard: --ports: Ports must be from 1 to 65535, the first before the last");
    assertThat(engine("--ports", "many"))
        .isEqualTo("jacquard: --ports must be FROM-TO, as in 7440-7999; found many.\n");
    assertThat(engine("--leave-after", "soon"))
        .startsWith("jacquard: --leave-after must be a duration");
    assertThat(engine("--listen", "nowhere")).startsWith("jacquard: --listen must be HOST:PORT");
  }

  private static String engine(Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "engine";
    words[1] = "--advertise";
    words[2] = "10.0.0.5";
    System.arraycopy(more, 0, words, 3, more.length);
    Outcome outcome = new Command().run(words);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    return outcome.err();
  }

  private String run(Object... more) throws Exception {
    List<Object> words = new ArrayList<>(List.of("run", "--backend", "kubernetes"));
    words.addAll(List.of(more));
    words.addAll(List.of("--jar", ShopCode.in(Files.createTempDirectory(folder, "shop"))));
    words.add("detectAnomalies");
    Outcome outcome = new Command().run(words.toArray());
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    return outcome.err();
  }

  private Outcome render(Object... more) throws Exception {
    Path shop = ShopCode.in(Files.createDirectory(folder.resolve("shop")));
    Object[] words = new Object[more.length + 6];
    Object[] first = {"kubernetes", "render", "--jar", shop, "--image", "jacquard/shop:1"};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return new Command().run(words);
  }
}
