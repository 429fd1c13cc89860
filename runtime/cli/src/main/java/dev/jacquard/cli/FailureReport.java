package dev.jacquard.cli;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.plan.PlanException;
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
  private static final String ENGINE = "dev.jacquard.engine.";

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
    lines.add(LegibleText.of(String.valueOf(failure.getMessage())));
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable cause = failure.getCause();
    if (cause != null && !(cause instanceof PlanException)) { // which says all that there is to say
      told.add(cause);
      frames(cause, lines);
      causes(cause.getCause(), told, lines);
    }
    return String.join("\n", lines);
  }

  private static void causes(@Nullable Throwable cause, Set<Throwable> told, List<String> lines) {
    for (Throwable next = cause; next != null && told.add(next); next = next.getCause()) {
      lines.add("  caused by: " + LegibleText.of(next.toString()));
      frames(next, lines);
    }
  }

  private static void frames(Throwable thrown, List<String> lines) {
    List<StackTraceElement> frames = ofUser(List.of(thrown.getStackTrace()));
    frames.stream().limit(FRAMES).forEach(frame -> lines.add("    at " + frame));
    if (frames.size() > FRAMES) {
      lines.add("    ... " + (frames.size() - FRAMES) + " more (--stacktrace shows all)");
    }
  }

  /** The frames above the engine's, without the generated handler between them. */
  private static List<StackTraceElement> ofUser(List<StackTraceElement> frames) {
    int end = 0;
    while (end < frames.size() && !frames.get(end).getClassName().startsWith(ENGINE)) {
      end++;
    }
    boolean handled =
        end > 1 && end < frames.size() && frames.get(end - 1).getMethodName().equals("call");
    return frames.subList(0, handled ? end - 1 : end);
  }
}
