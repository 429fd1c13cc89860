package dev.jacquard.cli;

import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.cluster.Inventory;
import dev.jacquard.kubernetes.upkeep.ClusterDoctor;
import dev.jacquard.kubernetes.upkeep.Finding;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jacquard kubernetes doctor}. */
@Command(
    name = "doctor",
    description = {
      "Says what is missing in a cluster for a run, each with its repair; changes nothing.",
      "Rights, quotas, what the cluster objects to in a worker's pod, the image, the engine's address."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExit codes:%n",
    footer = "  0 nothing is missing, 1 something is, 3 the cluster could not be reached")
final class DoctorCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private ImageOption image = new ImageOption();

  @Option(
      names = "--advertise",
      paramLabel = "HOST:PORT",
      description = "Where pods are to reach an engine here; default: it is to be a pod.")
  private String advertise = "";

  @Mixin private ProfileOptions profiles = new ProfileOptions();

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String host = advertise.isEmpty() ? "" : GatewayAddress.parse("--advertise", advertise).host();
    try (Cluster opened = cluster.open()) {
      List<Finding> findings =
          new ClusterDoctor(new Inventory(opened), opened.namespace())
              .examine(
                  image.find(console.environment()).orElse(""),
                  host,
                  profiles.read(console.environment()));
      findings.forEach(this::tell);
      return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.LACK)
          ? ExitCode.FAILED
          : ExitCode.SUCCEEDED;
    }
  }

  private void tell(Finding finding) {
    String mark =
        switch (finding.kind()) {
          case FINE -> "ok  ";
          case UNSURE -> "?   ";
          case LACK -> "LACK";
        };
    console.out().printf("%s  %-9s  %s%n", mark, finding.subject(), finding.words());
    if (!finding.repair().isEmpty()) {
      console.out().println("                 " + finding.repair());
    }
  }
}
