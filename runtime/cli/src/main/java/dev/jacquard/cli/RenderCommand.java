package dev.jacquard.cli;

import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.kubernetes.upkeep.WorkflowPools;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jacquard kubernetes render}. */
@Command(
    name = "render",
    description = {
      "Shows the manifests that a run of a workflow would send; needs no cluster.",
      "For each pool a Job, which begins with one pod and grows with the work, and its Secret, without what is in it:"
          + " a token and certificates that are made for the run."
    },
    footerHeading = "%nExamples:%n",
    footer = "  jacquard kubernetes render --jar app.jar --image team/app:1 detectAnomalies")
final class RenderCommand extends SubCommand {

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      required = true,
      description = "What pods run that name no image of their own.")
  private String image = "";

  @Option(
      names = "--advertise",
      paramLabel = "HOST:PORT",
      description = "Where pods reach the engine; default: ${DEFAULT-VALUE}.")
  private String advertise = "ENGINE:7400";

  @Mixin private ProfileOptions profiles = new ProfileOptions();

  @Parameters(
      index = "0",
      paramLabel = "WORKFLOW",
      description = "Its id, a unique end of it, or a registered name.")
  private String workflow = "";

  RenderCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Profiles known = profiles.read(console().environment());
    GatewayAddress.parse("--advertise", advertise);
    PodSettings settings = PodSettings.of(image, advertise);
    try (CodeSource.Found found = code().open(workflow)) {
      WorkflowPools pools = WorkflowPools.of(found.code(), found.workflow());
      pools.checked(known, settings);
      for (HasMetadata object : pools.manifests(new RunNames("run"), settings, known)) {
        console().out().print(Serialization.asYaml(object));
      }
    }
    return ExitCode.SUCCEEDED;
  }
}
