package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.cli.Command.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void profilesAreCheckedBeforeAnythingIsShown() throws Exception {
    Path profiles = folder.resolve("profiles.yaml");
    Files.writeString(profiles, "default: {podTemplate: {spec: {restartPolicy: Always}}}\n");
    Outcome outcome = render("--profiles", profiles, "detectAnomalies");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "jacquard: %s: profile default: restartPolicy must be left out: a worker that has ended"
                    .formatted(profiles)
                + " is replaced by another.\n");
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

  private Outcome render(Object... more) throws Exception {
    Path shop = ShopCode.in(Files.createDirectory(folder.resolve("shop")));
    Object[] words = new Object[more.length + 6];
    Object[] first = {"kubernetes", "render", "--jar", shop, "--image", "jacquard/shop:1"};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return new Command().run(words);
  }
}
