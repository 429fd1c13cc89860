package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.GatewayEvent.Report;
import java.util.ArrayList;
import java.util.List;

/** An assignment, as a worker carries it out. */
final class SimJob {

  static final int NONE = -1;

  final long id;
  final long home;
  final boolean careful;
  int next;
  int limit;
  int waitingFor = NONE;
  int running = NONE;
  boolean claimed;
  private int reported;

  SimJob(Assignment assignment, int to) {
    id = assignment.id();
    home = assignment.home();
    careful = assignment.careful();
    next = assignment.from();
    limit = to;
    reported = next;
  }

  /** Reports what lies before an element; {@code ahead} is what starts next. */
  Report report(int end, int ahead) {
    int from = reported;
    List<Integer> results = new ArrayList<>();
    for (int i = from; i < end; i++) {
      results.add(SimEngine.resultOf(i));
    }
    reported = Math.max(from, end);
    return new Report(id, from, results.size(), ahead, batch -> results);
  }

  void failed(int element) {
    reported = element + 1;
  }
}
