package dev.jacquard.cli;

import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.cluster.Inventory;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.upkeep.Leftover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jacquard kubernetes gc}. */
@Command(
    name = "gc",
    description = {
      "Removes what dead runs have left in a cluster: Jobs, their pods, Secrets.",
      "A run is dead when none of its pods runs and nothing has come for a while: workers leave within a minute after"
          + " their engine has gone."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard kubernetes gc --dry-run           what there is to remove",
      "  jacquard kubernetes gc --run 1x8k3v        that run, dead or not"
    })
final class GcCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--older-than",
      paramLabel = "DURATION",
      description =
          "For how long nothing must have come of it; more than any --patience. Default: ${DEFAULT-VALUE}.")
  private String age = "1h";

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "Remove that run alone, whatever it does.")
  private @Nullable String run;

  @Option(names = "--dry-run", description = "Remove nothing; say what would be.")
  private boolean dryRun;

  GcCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Duration time =
        Durations.parse(age)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--older-than must be a duration such as 30m or 2h; found " + age + "."));
    try (Cluster opened = cluster.open()) {
      List<Leftover> all = Leftover.of(new Inventory(opened).ofRuns());
      List<Leftover> dead = run == null ? dead(all, time) : named(all, run);
      for (Leftover each : dead) {
        if (!dryRun) {
          opened.deleteAll(new RunNames(each.run()));
        }
        tell(each);
      }
      int left = all.size() - dead.size();
      if (dead.isEmpty()) {
        console.out().println("nothing to remove in namespace " + opened.namespace());
      }
      if (left > 0) {
        console.out().println("left alone: " + count(left, "run") + " that may be alive");
      }
    }
    return ExitCode.SUCCEEDED;
  }

  private static List<Leftover> dead(List<Leftover> all, Duration time) {
    Instant now = Instant.now();
    return all.stream().filter(each -> each.isOver(now, time)).toList();
  }

  private static List<Leftover> named(List<Leftover> all, String run) {
    List<Leftover> found = all.stream().filter(each -> each.run().equals(run)).toList();
    if (found.isEmpty()) {
      throw new UsageException(
          "--run must be a run that has something here; found "
              + (all.isEmpty()
                  ? "none."
                  : all.stream().map(Leftover::run).collect(Collectors.joining(", ", "", "."))));
    }
    return found;
  }

  private void tell(Leftover each) {
    String objects =
        each.objects().entrySet().stream()
            .map(entry -> count(entry.getValue(), entry.getKey().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    console
        .out()
        .printf(
            "%s run %s: %s, the last of %s%n",
            dryRun ? "would remove" : "removed", each.run(), objects, each.lastMade());
  }

  private static String count(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
