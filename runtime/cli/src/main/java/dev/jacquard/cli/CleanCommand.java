package dev.jacquard.cli;

import dev.jacquard.spi.DataFolder;
import dev.jacquard.spi.DurationText;
import dev.jacquard.spi.FolderBlobStore;
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
      "What is younger stays, whoever made it; a workflow that runs longer than that needs more time."
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
              "%s %d blobs, %d bytes, that were not used for %s in %s%n",
              dryRun ? "would remove" : "removed",
              cleaned.blobs(),
              cleaned.bytes(),
              unusedFor,
              store.root());
      return ExitCode.SUCCEEDED;
    } catch (IOException e) {
      throw new UsageException("The store " + store.root() + " must be writable; found " + e, e);
    }
  }

  private Path folder() {
    return blobs != null
        ? blobs
        : DataFolder.of(
            console.environment(),
            Path.of(System.getProperty("user.home")),
            FolderBlobStore.VARIABLE,
            "blobs");
  }

  private Duration unused() {
    try {
      return DurationText.parse(unusedFor);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--unused-for: " + e.getMessage(), e);
    }
  }
}
