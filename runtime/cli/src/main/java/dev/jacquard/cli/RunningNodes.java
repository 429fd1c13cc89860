package dev.jacquard.cli;

import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.ExecutionEvent.NodeFailed;
import dev.jacquard.engine.ExecutionEvent.NodeFinished;
import dev.jacquard.engine.ExecutionEvent.NodeStarted;
import dev.jacquard.engine.ExecutionListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers which nodes run, in the order in which they started. Thread-safe. */
final class RunningNodes implements ExecutionListener {

  private final Map<String, Integer> running = new LinkedHashMap<>();

  @Override
  public synchronized void on(ExecutionEvent event) {
    if (event instanceof NodeStarted started) {
      running.merge(started.node(), 1, Integer::sum);
    } else if (event instanceof NodeFinished finished) {
      ended(finished.node());
    } else if (event instanceof NodeFailed failed) {
      ended(failed.node());
    }
  }

  synchronized List<String> paths() {
    return new ArrayList<>(running.keySet());
  }

  private void ended(String node) {
    running.computeIfPresent(node, (path, count) -> count > 1 ? count - 1 : null);
  }
}
