package dev.jacquard.kubernetes.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.kubernetes.engine.EngineManifests;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gpu: {nodeSelectr: {a: b}}                     | p.yaml:1: gpu has no nodeSelectr. Did you mean nodeSelector?
          gpu: {tolerations: [{kye: a}]}                 | p.yaml:1: tolerations has no kye. Did you mean key?
          gpu: {serviceAccount: No Name}                 | p.yaml:1: serviceAccount must be a name of lower-case letters, digits, - and .; found No Name.
          gpu: {serviceAccount: [a]}                     | p.yaml:1: serviceAccount must be one value; found something else.
          gpu: {nodeSelector: ssd}                       | p.yaml:1: nodeSelector must be names with values; found ssd.
          gpu: {tolerations: {key: a}}                   | p.yaml:1: tolerations must be a list; found something else.
          gpu: {nodeSelector: {disk type: ssd}}          | p.yaml:1: disk type must be the key of a label; found disk type.
          gpu: {nodeSelector: {disk: a b}}               | p.yaml:1: disk must be a label's value, at most 63 of letters, digits, -, _ and .; found a b.
          gpu: {resources: {memory: lots}}               | p.yaml:1: memory must be a quantity such as 500m or 2Gi; found lots.
          gpu: {resources: {cpu: 2, cpuLimit: 500m}}     | p.yaml:1: cpuLimit must be 2 or more, which is asked for; found 500m.
          gpu: {tolerations: [{key: a, effect: No}]}     | p.yaml:1: effect must be NoSchedule, PreferNoSchedule or NoExecute; found No.
          gpu: {tolerations: [{value: a}]}               | p.yaml:1: a toleration must have a key, or the operator Exists.
          gpu: {volumes: [{mountPath: /a}]}              | p.yaml:1: a volume must have volume and mountPath.
          gpu: {podTemplate: {spec: {containers: [{}]}}} | p.yaml:1: a container must have a name; that of the worker is worker.
          gpu: {podTemplate: {spec: {contaners: []}}}    | p.yaml:1: spec has no contaners. Did you mean containers?
          gpu:                                           | p.yaml:1: gpu must have something in it.
          gpu: [                                         | p.yaml:1: must be YAML; found expected the node content, but found '<stream end>'.
          """)
  void mistakesAreToldAtTheirLine(String text, String message) {
    assertThatThrownBy(() -> Profiles.parse("p.yaml", text))
        .isInstanceOf(ProfileException.class)
        .hasMessage(message);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                Profiles.parse(
                    "p.yaml",
                    """
                    cheap:
                      spot: gke
                      priorityClass: Low
                    gpu:
                      volumes:
                        - mountPath: data
                          volume: {name: Data, emptyDir: {}}
                        - mountPath: data
                          volume: {name: more, emptyDir: {}}
                      podTemplate:
                        spec:
                          containers:
                            - name: worker
                              resources:
                                limits:
                                  cpu: many
                    """))
        .hasMessage(
            """
            p.yaml:3: priorityClass must be a name of lower-case letters, digits, - and .; found Low.
            p.yaml:7: a volume must have a name of lower-case letters, digits and -; found Data.
            p.yaml:6: mountPath must be an absolute path; found data.
            p.yaml:8: mountPath must be an absolute path; found data.
            p.yaml:8: two volumes must not share data.
            p.yaml:16: cpu must be a quantity such as 500m or 2Gi; found many.""");
  }

  @Test
  void aKeyTwiceAndAnUnknownWordAreTold() {
    assertThatThrownBy(() -> Profiles.parse("p.yaml", "a: {spot: eks}\na: {spot: gke}\n"))
        .hasMessageContaining("p.yaml:2:");
    assertThatThrownBy(() -> Profiles.parse("p.yaml", "a:\n  spot: somebody\n"))
        .hasMessageStartingWith("p.yaml:2: ")
        .hasMessageContaining("gke");
  }

  @Test
  void emptyFileHasNoProfiles() {
    assertThatCode(() -> Profiles.parse("p.yaml", "# nothing\n").check(List.of(""), pod()))
        .doesNotThrowAnyException();
  }

  @Test
  void unknownProfileIsToldBeforeAnythingRuns() {
    Profiles profiles = Profiles.parse("p.yaml", "gpu: {spot: gke}\n");
    assertThatThrownBy(() -> profiles.check(List.of("", "gpo"), pod()))
        .hasMessage("The profile gpo must be in p.yaml; found gpu. Did you mean gpu?");
    assertThatThrownBy(() -> Profiles.NONE.check(List.of("gpu"), pod()))
        .hasMessage(
            "The profile gpu must be in a file of profiles; found no such file. Name one with"
                + " --profiles.");
  }

  @Test
  void whatIsJacquardsIsLeftToIt() {
    Profiles profiles =
        Profiles.parse(
            "p.yaml",
            """
            gpu:
              volumes:
                - mountPath: /var/run
                  volume: {name: scratch, emptyDir: {}}
              podTemplate:
                metadata:
                  labels: {app.kubernetes.io/managed-by: me, team: data}
                spec:
                  restartPolicy: Always
                  containers:
                    - name: worker
                      command: [sh]
                      env:
                        - {name: JACQUARD_POD, value: me}
                        - {name: JDK_JAVA_OPTIONS, value: -Xmx1g}
                    - name: beside
                      command: [sh]
            """);
    assertThatThrownBy(() -> profiles.check(List.of(), pod()))
        .hasMessage(
            """
            p.yaml: profile gpu: the volume scratch must have another name: Jacquard has one of it.
            p.yaml: profile gpu: the path /var/run must be another: Jacquard mounts something at /var/run/jacquard.
            p.yaml: profile gpu: the label app.kubernetes.io/managed-by must be left out: it is Jacquard's.
            p.yaml: profile gpu: restartPolicy must be left out: what becomes of a pod that has ended is Jacquard's.
            p.yaml: profile gpu: command and args of the container worker must be left out: they start the worker.
            p.yaml: profile gpu: the variable JACQUARD_POD must be left out: it is Jacquard's.
            p.yaml: profile gpu: the variable JDK_JAVA_OPTIONS must be left out: say options of java with --worker-option.
            p.yaml: profile gpu: the container beside must be an init container with restartPolicy: Always, which ends with the worker.""");
  }

  @Test
  void enginesHaveAProfileOfTheirOwn() {
    Profiles profiles =
        Profiles.parse(
            "p.yaml",
            """
            default: {spot: gke, imagePullSecrets: [registry]}
            engine: {nodeSelector: {kind: steady}, resources: {memory: 4Gi, cpuLimit: "2"}}
            """);
    PodTemplateSpec shaped = profiles.shapeEngine(engine());
    assertThat(shaped.getSpec().getNodeSelector()).isEqualTo(Map.of("kind", "steady"));
    assertThat(shaped.getSpec().getImagePullSecrets()).isEmpty();
    assertThat(shaped.getSpec().getContainers().get(0).getResources())
        .isEqualTo(
            new ResourceRequirementsBuilder()
                .addToRequests("memory", Quantity.parse("4Gi"))
                .addToLimits("memory", Quantity.parse("4Gi"))
                .addToLimits("cpu", Quantity.parse("2"))
                .build());
  }

  @Test
  void engineWithoutAProfileHasWhatItsImageIsFetchedWith() {
    Profiles profiles =
        Profiles.parse("p.yaml", "default: {spot: gke, imagePullSecrets: [registry]}\n");
    PodTemplateSpec shaped = profiles.shapeEngine(engine());
    assertThat(shaped.getSpec().getImagePullSecrets())
        .containsExactly(new LocalObjectReference("registry"));
    assertThat(shaped.getSpec().getNodeSelector()).isEmpty();
    assertThat(shaped.getSpec().getContainers()).isEqualTo(engine().getSpec().getContainers());
    assertThat(Profiles.NONE.shapeEngine(engine())).isEqualTo(engine());
  }

  @Test
  void profileOfEnginesIsNotThatOfWorkers() {
    Profiles profiles =
        Profiles.parse(
            "p.yaml",
            """
            engine:
              podTemplate:
                spec:
                  containers: [{name: engine, env: [{name: JDK_JAVA_OPTIONS, value: -Xmx3g}]}]
            """);
    assertThatCode(() -> profiles.check(List.of(""), pod())).doesNotThrowAnyException();
    assertThat(profiles.shapeEngine(engine()).getSpec().getContainers().get(0).getEnv())
        .contains(new EnvVarBuilder().withName("JDK_JAVA_OPTIONS").withValue("-Xmx3g").build());
    assertThatThrownBy(() -> profiles.check(List.of("engine"), pod()))
        .hasMessageContaining("the container engine must be an init container");
  }

  private static PodTemplateSpec engine() {
    return EngineManifests.ofRun(
            new RunNames("run1"), "team/app:1", List.of("engine"), UnaryOperator.identity())
        .getSpec()
        .getTemplate();
  }

  @Test
  void fileIsWhereTheUserKeepsIt() throws IOException {
    assertThat(Profiles.ofUser(Map.of(), folder)).isSameAs(Profiles.NONE);
    Path file = folder.resolve(".config/jacquard/profiles.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "gpu: {spot: gke}\n");
    assertThat(Profiles.ofUser(Map.of("XDG_CONFIG_HOME", "relative"), folder).get("gpu").spot())
        .isEqualTo(Profile.Spot.GKE);
    Path other = Files.writeString(folder.resolve("other.yaml"), "gpu: {spot: eks}\n");
    Map<String, String> told = Map.of(Profiles.VARIABLE, other.toString());
    assertThat(Profiles.ofUser(told, folder).get("gpu").spot()).isEqualTo(Profile.Spot.EKS);
    assertThatThrownBy(() -> Profiles.ofUser(Map.of(Profiles.VARIABLE, "gone"), folder))
        .hasMessageStartingWith("A file of profiles must be readable; found ");
  }

  private static PodTemplateSpec pod() {
    return new PoolJobs(
            new RunNames("run1"), PodSettings.of("jacquard/worker:1", "10.0.0.5:7400"), (p, t) -> t)
        .job(WorkerPool.PLAIN, 1, 1)
        .getSpec()
        .getTemplate();
  }
}
