package dev.jacquard.kubernetes.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.PlacementPlan;
import dev.jacquard.engine.plan.PlacementPlan.ResourcesPlan;
import dev.jacquard.engine.plan.PlacementPlan.SecretPlan;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole templates against files; {@code -Dgolden.update=true} writes them anew. */
final class ProfiledPodTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "profiles");
  private static final ResourcesPlan NOTHING = new ResourcesPlan("", "", "", "", "", "");

  @ParameterizedTest
  @ValueSource(strings = {"default", "gpu", "spot", "template"})
  void podHasWhatItsProfileSays(String name) throws IOException {
    Profiles profiles = Profiles.read(FOLDER.resolve("profiles.yaml"));
    profiles.check(List.of(name), template(profiles, ""));
    check(name, profiles);
  }

  private static void check(String name, Profiles profiles) throws IOException {
    String actual = Serialization.asYaml(template(profiles, name.equals("default") ? "" : name));
    Path golden = FOLDER.resolve(name + "-pod.yaml");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static PodTemplateSpec template(Profiles profiles, String profile) {
    PlacementPlan place =
        new PlacementPlan(
            false,
            profile.equals("gpu") ? new ResourcesPlan("2", "", "1", "", "", "") : NOTHING,
            "",
            Map.of("MODE", "fast"),
            List.of(new SecretPlan("API_KEY", "", ""), new SecretPlan("PASSWORD", "db", "admin")),
            profile);
    return new PoolJobs(
            new RunNames("run1"), PodSettings.of("jacquard/worker:1", "10.0.0.5:7400"), profiles)
        .job(new WorkerPool("plain-1", place), 1, 1)
        .getSpec()
        .getTemplate();
  }
}
