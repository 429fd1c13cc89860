package dev.jacquard.cli;

import dev.jacquard.spi.DataFolder;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.offload.OffloadFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jacquard clean}. */
@Command(
    name = "clean",
    description = {
      "Removes the bytes of blobs that no task has used for long.",
      "What is younger stays, whoever made it; a workflow that runs longer than that needs more time.",
      "Also removes the offloaded values of runs that were killed."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard clean --dry-run               how much there is to remove",
      "  jacquard clean --unused-for 7d"
    })
final class CleanCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--unused-for",
      paramLabel = "DURATION",
      description = "How long; as 12h or 7d. Default: ${DEFAULT-VALUE}.")
  private String unusedFor = "30d";

  @Option(
      names = "--blobs",
      paramLabel = "DIR",
      description =
          "The store; default: $JACQUARD_BLOBS, else jacquard/blobs in $XDG_DATA_HOME or ~/.local/share.")
  private @Nullable Path blobs;

  @Option(names = "--dry-run", description = "Remove nothing; say what would be.")
  private boolean dryRun;

  CleanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FolderBlobStore store = new FolderBlobStore(folder());
    try {
      FolderBlobStore.Cleaned cleaned = store.clean(Instant.now().minus(unused()), dryRun);
      console
          .out()
          .printf(
              "%s %s, %s, that %s not used for %s in %s%n",
              dryRun ? "would remove" : "removed",
              count(cleaned.blobs(), "blob"),
              count(cleaned.bytes(), "byte"),
              cleaned.blobs() == 1 ? "was" : "were",
              unusedFor,
              store.root());
      sweep(store.root());
      return ExitCode.SUCCEEDED;
    } catch (IOException e) {
      throw new UsageException("The store " + store.root() + " must be writable; found " + e, e);
    }
  }

  /** What runs on workers have left there that were killed together with their workers. */
  private void sweep(Path root) throws IOException {
    OffloadFolder.Swept swept = OffloadFolder.sweep(root, dryRun);
    if (swept.values() > 0) {
      console
          .out()
          .printf(
              "%s %s, %s, of runs that were killed%n",
              dryRun ? "would remove" : "removed",
              count(swept.values(), "offloaded value"),
              count(swept.bytes(), "byte"));
    }
  }

  private static String count(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  private Path folder() {
    return blobs != null
        ? Folders.check("--blobs", blobs)
        : DataFolder.of(
            console.environment(),
            Path.of(System.getProperty("user.home")),
            FolderBlobStore.VARIABLE,
            "blobs");
  }

  private Duration unused() {
    return Durations.parse(unusedFor)
        .orElseThrow(
            () ->
                new UsageException(
                    "--unused-for must be a duration such as 12h or 7d; found " + unusedFor + "."));
  }
}
