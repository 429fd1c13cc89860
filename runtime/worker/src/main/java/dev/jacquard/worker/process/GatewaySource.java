package dev.jacquard.worker.process;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.offload.Encodings;
import dev.jacquard.worker.transfer.PartsInput;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.wire.OffloadSource;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The engine's values, fetched through the gateway by a worker that does not share its disk. Those
 * that were fetched last stay in memory, as long as there is enough. Thread-safe.
 */
final class GatewaySource implements OffloadSource {

  private static final int KEPT = 64;
  private static final int ATTEMPTS = 3;

  private final GatewayBlobs gateway;
  private final Map<BlobRef, SoftReference<byte[]>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlobRef, SoftReference<byte[]>> eldest) {
          return size() > KEPT;
        }
      };

  GatewaySource(GatewayBlobs gateway) {
    this.gateway = gateway;
  }

  @Override
  public byte[] get(Offloaded offloaded) {
    BlobRef blob = Encodings.named(offloaded);
    synchronized (kept) {
      SoftReference<byte[]> known = kept.get(blob);
      byte[] bytes = known == null ? null : known.get();
      if (bytes != null) {
        return bytes;
      }
    }
    byte[] fetched = fetch(offloaded.getBlob(), blob);
    synchronized (kept) {
      kept.put(blob, new SoftReference<>(fetched));
    }
    return fetched;
  }

  private byte[] fetch(Blob named, BlobRef blob) {
    for (int attempt = 1; ; attempt++) {
      try {
        Iterator<Part> parts = gateway.stub().openOffloaded(named);
        return Encodings.checked(new PartsInput(parts).readAllBytes(), blob);
      } catch (StatusRuntimeException e) {
        if (attempt == ATTEMPTS || e.getStatus().getCode() != Status.Code.UNAVAILABLE) {
          throw new IllegalArgumentException(
              "The gateway must give a value that it has offloaded; found " + e.getMessage(), e);
        }
      } catch (IOException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
  }
}
