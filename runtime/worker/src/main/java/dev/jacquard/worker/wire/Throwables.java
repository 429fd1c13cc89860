package dev.jacquard.worker.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import dev.jacquard.Failure;
import dev.jacquard.worker.v1.Frame;
import dev.jacquard.worker.v1.Thrown;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exceptions as data: the chain of causes, what was suppressed, and the stacks. */
public final class Throwables {

  private static final int DEEPEST = 40;
  private static final int MOST_FRAMES = 1024;

  private Throwables() {}

  /** Returns an exception as data. */
  public static Thrown toProto(Throwable thrown) {
    return toProto(thrown, Collections.newSetFromMap(new IdentityHashMap<>()), 0);
  }

  private static Thrown toProto(Throwable thrown, Set<Throwable> seen, int depth) {
    seen.add(thrown);
    Failure failure = Failure.of(thrown);
    Thrown.Builder proto = Thrown.newBuilder().addAllClasses(failure.classNames());
    String text = text(thrown);
    proto.setText(wellFormed(text));
    if (!proto.getText().equals(text)) {
      proto.setUtf16Text(toUtf16(text));
    }
    String message = failure.message();
    if (message != null) {
      proto.setMessage(wellFormed(message));
      if (!proto.getMessage().equals(message)) {
        proto.setUtf16Message(toUtf16(message));
      }
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
      proto.addFrames(toProto(frames[i]));
    }
    Throwable cause = thrown.getCause();
    if (cause != null && depth < DEEPEST && !seen.contains(cause)) {
      proto.setCause(toProto(cause, seen, depth + 1));
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (depth < DEEPEST && !seen.contains(suppressed)) {
        proto.addSuppressed(toProto(suppressed, seen, depth + 1));
      }
    }
    return proto.build();
  }

  // A user's toString may throw.
  private static String text(Throwable thrown) {
    try {
      return String.valueOf(thrown);
    } catch (RuntimeException broken) {
      return Failure.of(thrown).toString();
    }
  }

  /** Half a surrogate pair cannot be sent as text. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static ByteString toUtf16(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
    bytes.asCharBuffer().put(text);
    return ByteString.copyFrom(bytes);
  }

  private static String fromUtf16(ByteString bytes) {
    return bytes.asReadOnlyByteBuffer().asCharBuffer().toString();
  }

  private static @Nullable String message(Thrown proto) {
    if (proto.hasUtf16Message()) {
      return fromUtf16(proto.getUtf16Message());
    }
    return proto.hasMessage() ? proto.getMessage() : null;
  }

  private static Frame toProto(StackTraceElement frame) {
    Frame.Builder proto =
        Frame.newBuilder()
            .setLoader(orEmpty(frame.getClassLoaderName()))
            .setModule(orEmpty(frame.getModuleName()))
            .setModuleVersion(orEmpty(frame.getModuleVersion()))
            .setClassName(frame.getClassName())
            .setMethod(frame.getMethodName())
            .setLine(frame.getLineNumber());
    if (frame.getFileName() != null) {
      proto.setFile(frame.getFileName());
    }
    return proto.build();
  }

  /** Returns an exception that stands for the one that became this data. */
  public static RuntimeException fromProto(Thrown proto) {
    List<String> classes =
        proto.getClassesCount() == 0 ? List.of(Throwable.class.getName()) : proto.getClassesList();
    RemoteException thrown =
        new RemoteException(
            new Failure(classes, message(proto)),
            proto.hasUtf16Text() ? fromUtf16(proto.getUtf16Text()) : proto.getText());
    List<StackTraceElement> frames = new ArrayList<>(proto.getFramesCount());
    proto.getFramesList().forEach(frame -> frames.add(fromProto(frame)));
    thrown.setStackTrace(frames.toArray(StackTraceElement[]::new));
    if (proto.hasCause()) {
      thrown.initCause(fromProto(proto.getCause()));
    }
    proto.getSuppressedList().forEach(suppressed -> thrown.addSuppressed(fromProto(suppressed)));
    return thrown;
  }

  private static StackTraceElement fromProto(Frame frame) {
    return new StackTraceElement(
        orNull(frame.getLoader()),
        orNull(frame.getModule()),
        orNull(frame.getModuleVersion()),
        frame.getClassName(),
        frame.getMethod(),
        frame.hasFile() ? frame.getFile() : null,
        frame.getLine());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
