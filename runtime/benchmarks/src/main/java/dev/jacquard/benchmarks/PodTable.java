package dev.jacquard.benchmarks;

import java.util.Locale;

/** Writes the figures of the experiment as Markdown. */
final class PodTable {

  private PodTable() {}

  static String of(Figures figures) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| | elements | wall time | pods | requests | lists, watches | Jobs | Secrets | deletions |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    for (Way way : Way.values()) {
      for (int elements : Figures.ELEMENTS) {
        Trial trial = figures.median(way, elements);
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %d | %s | %d | %d | %d | %d | %d | %d |%n",
                way.title(),
                elements,
                time(trial.millis()),
                trial.pods(),
                trial.requests(""),
                trial.requests("GET") + trial.requests("WATCH"),
                trial.requests("PATCH jobs"),
                trial.requests("PATCH secrets"),
                trial.requests("DELETE")));
      }
    }
    return text.toString();
  }

  /** The row of the budget, as in the tables of {@link Report}. */
  static String budget(Figures figures) {
    return String.format(
        Locale.ROOT,
        "| Kubernetes, 100 trivial elements on 10 warm replicas over a pod per element | %s | %s |"
            + " 1/%.0f | 1/40 |",
        time(figures.median(Way.ISOLATED, 100).millis()),
        time(figures.median(Way.WARM, 100).millis()),
        figures.ratio());
  }

  private static String time(double millis) {
    return millis < 1000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
