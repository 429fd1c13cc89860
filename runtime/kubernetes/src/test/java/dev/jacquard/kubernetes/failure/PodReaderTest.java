package dev.jacquard.kubernetes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from pods as a real API server has described them. */
class PodReaderTest {

  private static Pod pod(String name) {
    try (InputStream json = PodReaderTest.class.getResourceAsStream("/pods/" + name + ".json")) {
      return Serialization.unmarshal(json, Pod.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PodEnd end(String name) {
    return PodReader.end(pod(name)).orElseThrow();
  }

  private static PodTrouble trouble(String name) {
    assertThat(PodReader.end(pod(name))).isEmpty();
    return PodReader.trouble(pod(name)).orElseThrow();
  }

  @Test
  void podThatHasLeftIsNoFailure() {
    assertThat(end("succeeded")).isEqualTo(new PodEnd.Left());
  }

  @Test
  void containersBesideTheWorkerCountToo() {
    Pod pod = pod("no-image");
    pod.getStatus().setInitContainerStatuses(pod.getStatus().getContainerStatuses());
    pod.getStatus().setContainerStatuses(List.of());
    assertThat(PodReader.trouble(pod)).isEqualTo(PodReader.trouble(pod("no-image"))).isPresent();
  }

  @Test
  void containerThatEndsAgainAndAgainIsToldWithItsLastLines() {
    Pod pod = pod("no-image");
    pod.getStatus().setPhase("Running");
    ContainerStatus status = pod.getStatus().getContainerStatuses().get(0);
    status.getState().getWaiting().setReason("CrashLoopBackOff");
    status.getState().getWaiting().setMessage("back-off 20s restarting failed container");
    status.setLastState(
        new ContainerStateBuilder()
            .withNewTerminated()
            .withMessage("no such option\nbye\n")
            .endTerminated()
            .build());
    PodTrouble trouble = PodReader.trouble(pod).orElseThrow();
    assertThat(trouble.outlook()).isEqualTo(PodTrouble.Outlook.POOR);
    assertThat(trouble.words())
        .isEqualTo(
            "A container ends each time that it is started (CrashLoopBackOff): "
                + "back-off 20s restarting failed container. It printed last:\n"
                + "    no such option\n    bye");
  }

  @Test
  void failedProcessIsToldWithItsLastLines() {
    PodEnd end = end("exit-code");
    assertThat(end).isEqualTo(new PodEnd.Failed(3, "Error", "no such class\nstarting\n"));
    assertThat(end.blameless()).isFalse();
    assertThat(end.words())
        .isEqualTo(
            "The pod has ended with exit code 3 (Error); it printed last:\n"
                + "    no such class\n    starting");
  }

  @Test
  void processThatCannotBeStartedIsToldWithTheReason() {
    assertThat(end("no-command").words()).contains("exit code 128 (StartError)", "/no/such/file");
  }

  @Test
  void memoryThatIsUsedUpIsToldWithTheLimit() {
    PodEnd end = end("out-of-memory");
    assertThat(end).isInstanceOf(PodEnd.OutOfMemory.class);
    assertThat(end.blameless()).isFalse();
    assertThat(end.words())
        .startsWith(
            "The pod was OOMKilled: it used more than its 20Mi. Give it more with resources(memory)");
  }

  @Test
  void enginesGetTheirMemoryFromAProfile() {
    Pod engine = pod("out-of-memory");
    engine.getSpec().getContainers().get(0).setName("engine");
    assertThat(PodReader.end(engine).orElseThrow().words())
        .contains("Give it more with the resources of the profile engine");
  }

  @Test
  void storageThatIsUsedUpIsThePodsOwnFault() {
    PodEnd end = end("over-storage");
    assertThat(end).isInstanceOf(PodEnd.OutOfStorage.class);
    assertThat(end.blameless()).isFalse();
    assertThat(end.words()).contains("Usage of EmptyDir volume \"d\" exceeds the limit \"1Mi\".");
  }

  @Test
  void evictionAndPreemptionTakeNoBlame() {
    assertThat(end("evicted"))
        .isEqualTo(new PodEnd.Disrupted("EvictionByEvictionAPI", "Eviction API: evicting"));
    assertThat(end("preempted"))
        .isEqualTo(
            new PodEnd.Disrupted(
                "PreemptionByScheduler",
                "default-scheduler: preempting to accommodate a higher priority pod"));
    assertThat(end("preempted").blameless()).isTrue();
  }

  @Test
  void deletionByHandIsToldFromEviction() {
    assertThat(end("deleted")).isEqualTo(new PodEnd.Deleted());
    assertThat(PodReader.gone(pod("deleted"))).isEqualTo(new PodEnd.Deleted());
    assertThat(PodReader.gone(pod("evicted"))).isInstanceOf(PodEnd.Disrupted.class);
    assertThat(PodReader.gone(pod("unschedulable"))).isEqualTo(new PodEnd.Deleted());
  }

  @Test
  void podWithoutANodeIsToldInTheSchedulersWords() {
    assertThat(trouble("unschedulable"))
        .isInstanceOfSatisfying(
            PodTrouble.Unschedulable.class,
            t ->
                assertThat(t.message()).startsWith("0/1 nodes are available: 1 Insufficient cpu."));
    assertThat(trouble("unschedulable").outlook()).isEqualTo(PodTrouble.Outlook.FAIR);
  }

  @Test
  void imagesThatCannotBeHadAreTold() {
    for (String name : new String[] {"no-image", "never-pull", "invalid-image"}) {
      assertThat(trouble(name)).as(name).isInstanceOf(PodTrouble.NoImage.class);
      assertThat(trouble(name).outlook()).isEqualTo(PodTrouble.Outlook.POOR);
    }
    assertThat(trouble("never-pull").words())
        .contains("jacquard.test/nowhere:1", "ErrImageNeverPull");
    assertThat(trouble("invalid-image").brief())
        .isEqualTo("InvalidImageName Jacquard.test/No Where:1");
  }

  @Test
  void containersThatCannotBeMadeAreTold() {
    assertThat(trouble("no-secret").words()).contains("secret \"missing\" not found");
    assertThat(trouble("runs-as-root").words()).contains("image will run as root");
  }

  @Test
  void podThatRunsHasNeitherTroubleNorEnd() {
    Pod running = pod("unschedulable");
    running.getStatus().setPhase("Running");
    assertThat(PodReader.trouble(running)).isEmpty();
    assertThat(PodReader.end(running)).isEmpty();
  }
}
