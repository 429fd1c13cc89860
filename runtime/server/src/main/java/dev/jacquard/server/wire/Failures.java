package dev.jacquard.server.wire;

import com.google.protobuf.ByteString;
import dev.jacquard.Failure;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Failures as messages. */
final class Failures {

  private Failures() {}

  static dev.jacquard.server.v1.Failure toProto(Failure failure) {
    dev.jacquard.server.v1.Failure.Builder proto =
        dev.jacquard.server.v1.Failure.newBuilder().addAllClasses(failure.classNames());
    String message = failure.message();
    if (message != null) {
      // Not by getBytes, which replaces half a surrogate pair.
      ByteBuffer bytes = ByteBuffer.allocate(2 * message.length());
      bytes.asCharBuffer().put(message);
      proto.setMessage(ByteString.copyFrom(bytes));
    }
    return proto.build();
  }

  static Failure fromProto(dev.jacquard.server.v1.Failure proto) {
    @Nullable String message =
        proto.hasMessage()
            ? proto.getMessage().asReadOnlyByteBuffer().asCharBuffer().toString()
            : null;
    return new Failure(proto.getClassesList(), message);
  }
}
