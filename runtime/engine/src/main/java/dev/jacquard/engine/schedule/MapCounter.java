package dev.jacquard.engine.schedule;

/** Counts the progress of the maps of one node; written by the scheduler, read by any thread. */
final class MapCounter {

  private final String node;
  private final String name;
  private volatile MapTally seen;
  private long total;
  private long done;
  private long running;
  private long failedAttempts;
  private long toldAt;
  private boolean told;

  MapCounter(String node, String name) {
    this.node = node;
    this.name = name;
    this.seen = new MapTally(node, name, 0, 0, 0, 0);
  }

  void begun(long elements) {
    total += elements;
    publish();
  }

  void done(long elements) {
    done += elements;
    publish();
  }

  void running(long change) {
    running += change;
    publish();
  }

  void failedAttempt() {
    failedAttempts++;
    publish();
  }

  private void publish() {
    seen = new MapTally(node, name, total, done, running, failedAttempts);
  }

  MapTally progress() {
    return seen;
  }

  /** Whether it is time to tell again; a tenth of a second lies between two times. */
  boolean due(long now) {
    if (told && now - toldAt < 100_000_000L) {
      return false;
    }
    told = true;
    toldAt = now;
    return true;
  }
}
