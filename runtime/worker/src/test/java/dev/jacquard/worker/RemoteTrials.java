package dev.jacquard.worker;

import static dev.jacquard.Workflows.map;

import dev.jacquard.BlobRef;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Workflows that the tests run on workers with another disk. */
public final class RemoteTrials {

  private RemoteTrials() {}

  @Task
  static BlobRef doubled(BlobRef blob) throws IOException {
    try (InputStream bytes = blob.open()) {
      byte[] once = bytes.readAllBytes();
      byte[] twice = new byte[2 * once.length];
      System.arraycopy(once, 0, twice, 0, once.length);
      System.arraycopy(once, 0, twice, once.length, once.length);
      return BlobRef.of(twice);
    }
  }

  @Workflow
  public static List<BlobRef> grown(List<BlobRef> blobs) throws IOException {
    return map(blobs, b -> doubled(doubled(b)));
  }
}
