package dev.jacquard.cli;

import dev.jacquard.kubernetes.engine.EngineManifests;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.kubernetes.upkeep.WorkflowPools;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jacquard kubernetes render}. */
@Command(
    name = "render",
    description = {
      "Shows the manifests that a run of a workflow would send; needs no cluster.",
      "What its namespace needs and the engine's Job, neither with --advertise; for each pool a Job, which begins with one"
          + " pod and grows with the work, and its Secret, without what is in it: a token and certificates that are made"
          + " for the run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard kubernetes render --jar app.jar --image team/app:1 detectAnomalies",
      "  jacquard kubernetes render --engine --image team/app:1 | kubectl apply -f -"
    })
final class RenderCommand extends SubCommand {

  private static final String ELSEWHERE = "ENGINE:7400";

  @Mixin private ImageOption imageOption = new ImageOption();

  @Option(
      names = "--advertise",
      paramLabel = "HOST:PORT",
      description = "Where pods reach an engine outside of the cluster.")
  private @Nullable String advertise;

  @Option(
      names = "--engine",
      arity = "0..1",
      fallbackValue = EngineManifests.ACCOUNT,
      paramLabel = "NAME",
      description =
          "Show an engine that stays, and what it needs, instead of a run; default name: ${FALLBACK-VALUE}.")
  private @Nullable String engine;

  @Mixin private WorkerOptions workers = new WorkerOptions();

  @Mixin private ProfileOptions profiles = new ProfileOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WORKFLOW",
      description = "Its id, a unique end of it, or a registered name.")
  private @Nullable String workflow;

  RenderCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if ((engine == null) == (workflow == null)) {
      throw new UsageException("Name either a WORKFLOW or --engine, whose manifests are shown.");
    }
    if (engine != null) {
      checkNothingOfARun();
    }
    if (advertise != null) {
      GatewayAddress.parse("--advertise", advertise);
    }
    workers.check();
    String image = imageOption.get(console().environment(), "render");
    Profiles known = profiles.read(console().environment());
    if (workflow == null) {
      renderEngine(String.valueOf(engine), image, known);
    } else {
      renderRun(workflow, image, known);
    }
    return ExitCode.SUCCEEDED;
  }

  /** What is said of a run is no part of the manifests of an engine that stays. */
  private void checkNothingOfARun() {
    Optional<String> given = advertise == null ? workers.given() : Optional.of("--advertise");
    given.ifPresent(
        option -> {
          throw new UsageException(
              option
                  + " must be left out with --engine: it is said of a run, not of an engine that stays.");
        });
  }

  private void renderEngine(String name, String image, Profiles known) {
    try {
      EngineManifests.staying(name, image, known::shapeEngine).forEach(this::show);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--engine: " + e.getMessage(), e);
    }
  }

  private void renderRun(String name, String image, Profiles known) {
    PodSettings settings =
        workers.of(PodSettings.of(image, advertise == null ? ELSEWHERE : advertise));
    RunNames run = new RunNames("run");
    try (CodeSource.Found found = code().open(name)) {
      WorkflowPools pools = WorkflowPools.of(found.code(), found.workflow());
      pools.checked(known, settings);
      List<HasMetadata> all = new ArrayList<>();
      if (advertise == null) {
        all.addAll(EngineManifests.base());
        all.add(EngineManifests.ofRun(run, image, EngineElsewhere.WORDS, known::shapeEngine));
      }
      all.addAll(pools.manifests(run, settings, known));
      all.forEach(this::show);
    }
  }

  private void show(HasMetadata object) {
    console().out().print(Serialization.asYaml(object));
  }
}
