package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import java.time.Duration;
import java.util.List;

/** Shows how far maps have got. Used by one thread at a time. */
interface ProgressView {

  /** How often it wants to be told. */
  Duration interval();

  /** Shows how things stand. */
  void show(List<MapProgress> maps, Duration elapsed);

  /** Shows how things stand in the end, and leaves the place to others. */
  void finish(List<MapProgress> maps, Duration elapsed);
}
