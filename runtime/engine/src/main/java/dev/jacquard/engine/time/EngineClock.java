package dev.jacquard.engine.time;

import java.time.Instant;

/** A clock that can be asked and that rings. Thread-safe. */
public interface EngineClock extends AutoCloseable {

  /** Returns nanoseconds since some fixed moment; never goes back. */
  long nanos();

  /** Returns the time of day, for people. */
  Instant instant();

  /**
   * Does something at a time.
   *
   * @param nanos when, in the terms of {@link #nanos()}; what is past is done as soon as possible
   * @param action what; short, does not block, does not throw
   * @return what takes it back
   */
  Alarm at(long nanos, Runnable action);

  /** Lets go of what the clock holds; alarms that have not rung never do. */
  @Override
  void close();

  /** Something that will happen at a time. */
  interface Alarm {
    /** Takes it back, if it has not happened yet. */
    void cancel();
  }
}
