package dev.jacquard.engine;

import dev.jacquard.Failure;
import dev.jacquard.engine.pool.PoolTally;
import dev.jacquard.engine.schedule.MapTally;
import dev.jacquard.engine.schedule.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns what the scheduler tells into what users hear. */
final class Notices {

  private Notices() {}

  static ExecutionEvent event(Notice notice, Instant time) {
    if (notice instanceof Notice.NodeStarted started) {
      return new ExecutionEvent.NodeStarted(time, started.place().path());
    }
    if (notice instanceof Notice.NodeSucceeded succeeded) {
      return new ExecutionEvent.NodeFinished(time, succeeded.place().path());
    }
    if (notice instanceof Notice.NodeFailed failed) {
      return new ExecutionEvent.NodeFailed(
          time, failed.place().path(), Failure.of(failed.fault().cause()));
    }
    if (notice instanceof Notice.AttemptFailed failed) {
      return attemptFailed(failed, time);
    }
    if (notice instanceof Notice.ReplicaFailed failed) {
      return new ExecutionEvent.ReplicaFailed(
          time,
          failed.actor(),
          failed.attempt(),
          Failure.of(failed.cause()),
          duration(failed.retryInNanos()));
    }
    if (notice instanceof Notice.PoolChanged changed) {
      return new ExecutionEvent.PoolChanged(time, progress(changed.tally()));
    }
    return new ExecutionEvent.MapAdvanced(time, progress(((Notice.MapAdvanced) notice).tally()));
  }

  private static ExecutionEvent attemptFailed(Notice.AttemptFailed failed, Instant time) {
    return new ExecutionEvent.AttemptFailed(
        time,
        failed.place().path(),
        failed.place().elements(),
        failed.attempt(),
        Failure.of(failed.cause()),
        duration(failed.retryInNanos()));
  }

  private static Optional<Duration> duration(OptionalLong nanos) {
    return nanos.isPresent() ? Optional.of(Duration.ofNanos(nanos.getAsLong())) : Optional.empty();
  }

  static PoolProgress progress(PoolTally tally) {
    return new PoolProgress(
        tally.actor(), tally.starting(), tally.idle(), tally.busy(), tally.waiting());
  }

  static MapProgress progress(MapTally tally) {
    return new MapProgress(
        tally.node(), tally.total(), tally.done(), tally.running(), tally.failedAttempts());
  }
}
