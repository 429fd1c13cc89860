package dev.jacquard.kubernetes.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.event.events.ProgressEvent;
import com.google.cloud.tools.jib.event.progress.ProgressEventHandler;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/**
 * Runs Jib.
 *
 * @param cache for layers of base images
 * @param folder for the time of this build
 * @param progress hears how it goes
 */
record JibRun(Path cache, Path folder, ImageProgress progress) {

  /**
   * Runs it once.
   *
   * @param subject what is fetched or sent
   * @param remote whether its registry is spoken to
   * @param sent whether the subject is what is made, and not what is fetched
   */
  JibContainer run(
      JibContainerBuilder builder,
      Containerizer containerizer,
      String subject,
      boolean remote,
      boolean sent)
      throws ImageException, IOException, InterruptedException {
    containerizer
        .setToolName("jacquard")
        .setBaseImageLayersCache(cache)
        .setApplicationLayersCache(folder.resolve("layers"))
        .setAlwaysCacheBaseImage(true)
        .setOfflineMode(!remote)
        .addEventHandler(
            ProgressEvent.class,
            new ProgressEventHandler(update -> progress.done(update.getProgress())))
        .addEventHandler(LogEvent.class, this::hear);
    try {
      return builder.containerize(containerizer);
    } catch (CacheDirectoryCreationException e) {
      throw new ImageException(
          Kind.INPUT, "The cache " + cache + " must be a folder that can be written.", e);
    } catch (RegistryException | IOException | ExecutionException e) {
      if (!remote) {
        throw new IOException(e);
      }
      throw RegistryFailure.explain(e, subject, sent);
    }
  }

  private void hear(LogEvent event) {
    if (event.getLevel() == LogEvent.Level.ERROR || event.getLevel() == LogEvent.Level.WARN) {
      progress.warning(event.getMessage());
    }
  }
}
