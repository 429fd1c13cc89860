package dev.jacquard.worker.transfer;

import com.google.protobuf.ByteString;
import dev.jacquard.worker.v1.Part;
import io.grpc.Status;
import io.grpc.stub.CallStreamObserver;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends bytes as fast as the other end takes them, and no faster. */
public final class PartsPump {

  private static final Logger LOG = LoggerFactory.getLogger(PartsPump.class);
  private static final int PART = 1 << 16;

  private final InputStream bytes;
  private final CallStreamObserver<Part> out;
  private boolean done;

  private PartsPump(InputStream bytes, CallStreamObserver<Part> out) {
    this.bytes = bytes;
    this.out = out;
  }

  /**
   * Sends all bytes, then ends the stream.
   *
   * @param bytes closed in the end
   */
  public static void start(InputStream bytes, CallStreamObserver<Part> out) {
    PartsPump pump = new PartsPump(bytes, out);
    out.setOnReadyHandler(pump::pump);
  }

  private synchronized void pump() {
    try {
      while (!done && out.isReady()) {
        byte[] part = bytes.readNBytes(PART);
        if (part.length == 0) {
          end();
          out.onCompleted();
        } else {
          out.onNext(Part.newBuilder().setBytes(ByteString.copyFrom(part)).build());
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
      out.onError(Status.INTERNAL.withDescription(e.toString()).asRuntimeException());
    }
  }

  private void end() {
    done = true;
    try {
      bytes.close();
    } catch (IOException e) {
      LOG.debug("What has been read cannot be closed.", e);
    }
  }
}
