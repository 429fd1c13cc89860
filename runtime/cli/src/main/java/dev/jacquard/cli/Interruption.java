package dev.jacquard.cli;

import dev.jacquard.cli.progress.ProgressDisplay;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.MapProgress;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * What Ctrl-C and {@code kill} do: say what was going on, cancel it, and end the process within a
 * second, also when user code heeds nothing. The exit code is 128 and the signal's number, as a
 * shell expects it.
 */
final class Interruption implements AutoCloseable {

  private static final long EXIT_MILLIS = 900;

  /** What was made in a cluster is deleted meanwhile. */
  private static final long EXIT_OF_CLUSTER_MILLIS = 4_000;

  private static final int NONE = -1;
  private static final int INT = 130;
  private static final int TERM = 143;

  private final Execution<?> execution;
  private final RunningNodes nodes;
  private final PrintStream err;
  private final long millis;
  private final AtomicInteger exitCode = new AtomicInteger(NONE);
  private volatile Optional<ProgressDisplay> display = Optional.empty();

  private Interruption(
      Execution<?> execution, RunningNodes nodes, PrintStream err, boolean onCluster) {
    this.millis = onCluster ? EXIT_OF_CLUSTER_MILLIS : EXIT_MILLIS;
    this.execution = execution;
    this.nodes = nodes;
    this.err = err;
  }

  /** Watches over an execution until closed. */
  static Interruption watch(
      Execution<?> execution, RunningNodes nodes, PrintStream err, boolean onCluster) {
    Interruption interruption = new Interruption(execution, nodes, err, onCluster);
    Signals.register("INT", () -> interruption.end("Interrupted", INT));
    Signals.register("TERM", () -> interruption.end("Terminated", TERM));
    return interruption;
  }

  /** Names what draws on the terminal, and has to stop before anything is said. */
  void showing(Optional<ProgressDisplay> shown) {
    display = shown;
  }

  @Override
  public void close() {
    Signals.registerDefault("INT");
    Signals.registerDefault("TERM");
  }

  /** Returns the exit code of a process that a signal ends; empty if none has come. */
  OptionalInt exitCode() {
    int code = exitCode.get();
    return code == NONE ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /** Says what is going on. */
  String report(String why) {
    StringBuilder text =
        new StringBuilder(why).append(" while running ").append(execution.workflow()).append('.');
    List<MapProgress> maps =
        execution.progress().stream().filter(map -> map.done() < map.total()).toList();
    for (MapProgress map : maps) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n  %s: %,d of %,d done, %,d running",
              map.node(),
              map.done(),
              map.total(),
              map.running()));
    }
    for (String node : nodes.paths()) {
      if (maps.stream().noneMatch(map -> map.node().equals(node))) {
        text.append("\n  ").append(node).append(": running");
      }
    }
    return text.toString();
  }

  private void end(String why, int code) {
    if (!exitCode.compareAndSet(NONE, code)) {
      Runtime.getRuntime().halt(code); // asked twice
    }
    daemon(() -> haltAfter(millis, code));
    try {
      display.ifPresent(ProgressDisplay::close);
    } finally {
      err.println(report(why));
      err.flush();
      execution
          .cancel(); // and whoever waits for it closes what it has opened, and ends the process
    }
  }

  private static void haltAfter(long millis, int code) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "jacquard-exit");
    thread.setDaemon(true);
    thread.start();
  }
}
