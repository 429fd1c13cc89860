package dev.jacquard.cli;

import dev.jacquard.ExecutionFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure for people: where it happened, and the user's own frames. */
final class FailureReport {

  private static final int FRAMES = 12;
  private static final List<String> OURS =
      List.of("dev.jacquard.engine.", "dev.jacquard.cli.", "jdk.internal.");

  private FailureReport() {}

  /**
   * Says what failed.
   *
   * @param whole with all frames, the engine's too
   */
  static String of(ExecutionFailedException failure, boolean whole) {
    if (whole) {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text));
      return text.toString().stripTrailing();
    }
    List<String> lines = new ArrayList<>();
    lines.add(String.valueOf(failure.getMessage()));
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable cause = failure.getCause();
    if (cause != null) {
      told.add(cause);
      frames(cause, lines);
      causes(cause.getCause(), told, lines);
    }
    return String.join("\n", lines);
  }

  private static void causes(@Nullable Throwable cause, Set<Throwable> told, List<String> lines) {
    for (Throwable next = cause; next != null && told.add(next); next = next.getCause()) {
      lines.add("  caused by: " + next);
      frames(next, lines);
    }
  }

  private static void frames(Throwable thrown, List<String> lines) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (OURS.stream().noneMatch(frame.getClassName()::startsWith)) {
        frames.add("    at " + frame);
      }
    }
    lines.addAll(frames.subList(0, Math.min(FRAMES, frames.size())));
    if (frames.size() > FRAMES) {
      lines.add("    ... " + (frames.size() - FRAMES) + " more (--stacktrace shows all)");
    }
  }
}
