package dev.jacquard.worker.offload;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.wire.OffloadSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The engine's values, for a worker that shares its folder.
 *
 * @param folder the engine's
 */
public record SharedFolderSource(Path folder) implements OffloadSource {

  @Override
  public byte[] get(Offloaded offloaded) {
    BlobRef blob = Encodings.named(offloaded);
    try {
      return Encodings.read(
          HeldFiles.file(folder.resolve("values"), blob), blob, Integer.MAX_VALUE);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
