package dev.jacquard.cli.progress;

import java.time.Duration;
import java.util.List;

/** Shows how far an execution has got. Used by one thread at a time. */
interface ProgressView {

  /** How often it wants to be told. */
  Duration interval();

  /** Shows how things stand. */
  void show(Snapshot snapshot);

  /** Tells what has happened, a line each, which stay. */
  void tell(List<String> news, Duration elapsed);

  /** Shows how things stand in the end, and leaves the place to others. */
  void finish(Snapshot snapshot);
}
