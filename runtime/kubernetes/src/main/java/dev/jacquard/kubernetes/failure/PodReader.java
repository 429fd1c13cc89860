package dev.jacquard.kubernetes.failure;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what Kubernetes says of a pod. */
public final class PodReader {

  private static final Set<String> OF_IMAGE =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "InvalidImageName",
          "ImageInspectError",
          "RegistryUnavailable",
          "SignatureValidationFailed");
  private static final Set<String> OF_CONTAINER =
      Set.of(
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError",
          "PreCreateHookError",
          "PostStartHookError",
          "PreStartHookError");
  private static final Set<String> SUCH_AS_LIMITS =
      Set.of(
          "exceeds the total limit",
          "exceeded its local ephemeral storage limit",
          "exceeds the limit");

  private PodReader() {}

  /** How it has ended; empty: it has not. */
  public static Optional<PodEnd> end(Pod pod) {
    PodStatus status = pod.getStatus();
    String phase = status == null ? "" : text(status.getPhase());
    if (phase.equals("Succeeded")) {
      return Optional.of(new PodEnd.Left());
    }
    return phase.equals("Failed") ? Optional.of(failed(pod, status)) : Optional.empty();
  }

  /** How a pod has ended that is gone, as it was seen last. */
  public static PodEnd gone(Pod lastSeen) {
    return end(lastSeen)
        .orElseGet(
            () ->
                disruption(lastSeen)
                    .<PodEnd>map(
                        c -> new PodEnd.Disrupted(text(c.getReason()), text(c.getMessage())))
                    .orElseGet(PodEnd.Deleted::new));
  }

  private static PodEnd failed(Pod pod, PodStatus status) {
    String reason = text(status.getReason());
    String message = text(status.getMessage());
    if (reason.equals("Evicted") && SUCH_AS_LIMITS.stream().anyMatch(message::contains)) {
      return new PodEnd.OutOfStorage(message);
    }
    Optional<PodCondition> disruption = disruption(pod);
    if (disruption.isPresent()) {
      String why = message.isEmpty() ? text(disruption.get().getMessage()) : message;
      return new PodEnd.Disrupted(text(disruption.get().getReason()), why);
    }
    if (reason.equals("NodeLost")) {
      return new PodEnd.NodeLost(text(pod.getSpec().getNodeName()));
    }
    Optional<ContainerStateTerminated> worker = terminated(status);
    if (worker.isPresent() && text(worker.get().getReason()).equals("OOMKilled")) {
      return new PodEnd.OutOfMemory(
          memoryLimit(pod), placeOfResources(pod), text(worker.get().getMessage()));
    }
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      return new PodEnd.Deleted();
    }
    if (!reason
        .isEmpty()) { // Evicted, Preempting, Shutdown, NodeShutdown, NodeAffinity, OutOfcpu, …
      return new PodEnd.Disrupted(reason, message);
    }
    return worker
        .<PodEnd>map(
            w -> new PodEnd.Failed(w.getExitCode(), text(w.getReason()), text(w.getMessage())))
        .orElseGet(() -> new PodEnd.Failed(-1, "no container has run", message));
  }

  private static Optional<ContainerStateTerminated> terminated(PodStatus status) {
    return states(status)
        .map(ContainerState::getTerminated)
        .filter(Objects::nonNull)
        .filter(ended -> ended.getExitCode() != 0)
        .findFirst();
  }

  /** Why it does not start; empty: nothing is known to stand in the way. */
  public static Optional<PodTrouble> trouble(Pod pod) {
    PodStatus status = pod.getStatus();
    String phase = status == null ? "" : text(status.getPhase());
    if (status == null || !(phase.equals("Pending") || phase.equals("Running"))) {
      return Optional.empty();
    }
    Optional<PodCondition> unscheduled =
        condition(pod, "PodScheduled").filter(c -> text(c.getStatus()).equals("False"));
    boolean pending = phase.equals("Pending");
    if (pending
        && unscheduled.isPresent()
        && text(unscheduled.get().getReason()).equals("Unschedulable")) {
      return Optional.of(new PodTrouble.Unschedulable(text(unscheduled.get().getMessage())));
    }
    return containers(status).stream()
        .flatMap(container -> trouble(container).stream())
        .filter(found -> pending || found instanceof PodTrouble.Crashing)
        .findFirst();
  }

  private static Optional<PodTrouble> trouble(ContainerStatus container) {
    ContainerStateWaiting waiting =
        container.getState() == null ? null : container.getState().getWaiting();
    String reason = waiting == null ? "" : text(waiting.getReason());
    String message = waiting == null ? "" : text(waiting.getMessage());
    if (OF_IMAGE.contains(reason)) {
      return Optional.of(new PodTrouble.NoImage(text(container.getImage()), reason, message));
    } else if (OF_CONTAINER.contains(reason)) {
      return Optional.of(new PodTrouble.NoContainer(reason, message));
    } else if (reason.equals("CrashLoopBackOff")) {
      ContainerState last = container.getLastState();
      String words =
          last == null || last.getTerminated() == null
              ? ""
              : text(last.getTerminated().getMessage());
      return Optional.of(new PodTrouble.Crashing(message, words));
    }
    return Optional.empty();
  }

  private static Optional<PodCondition> disruption(Pod pod) {
    return condition(pod, "DisruptionTarget").filter(c -> text(c.getStatus()).equals("True"));
  }

  private static Optional<PodCondition> condition(Pod pod, String type) {
    List<PodCondition> conditions =
        pod.getStatus() == null ? null : pod.getStatus().getConditions();
    return conditions == null
        ? Optional.empty()
        : conditions.stream().filter(c -> type.equals(c.getType())).findFirst();
  }

  private static Stream<ContainerState> states(PodStatus status) {
    return containers(status).stream().map(ContainerStatus::getState).filter(Objects::nonNull);
  }

  /** Of the worker, then of what a template puts before and beside it. */
  private static List<ContainerStatus> containers(PodStatus status) {
    return Stream.of(status.getContainerStatuses(), status.getInitContainerStatuses())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .toList();
  }

  private static String placeOfResources(Pod pod) {
    boolean engine =
        pod.getSpec().getContainers().stream().anyMatch(c -> "engine".equals(c.getName()));
    return engine ? "the resources of the profile engine" : "resources(memory)";
  }

  private static String memoryLimit(Pod pod) {
    return pod.getSpec().getContainers().stream()
        .map(
            container ->
                container.getResources() == null ? null : container.getResources().getLimits())
        .filter(Objects::nonNull)
        .map(limits -> limits.get("memory"))
        .filter(Objects::nonNull)
        .map(Quantity::toString)
        .findFirst()
        .orElse("");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
