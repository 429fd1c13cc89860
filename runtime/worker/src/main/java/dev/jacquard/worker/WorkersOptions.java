package dev.jacquard.worker;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.supervise.ExternalWorkers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a runtime on worker processes runs. Immutable.
 *
 * @param processes how many worker processes are started
 * @param slots how many calls each carries out at once
 * @param classPath the application's code, loaded apart from the runtime's own; null: it is on this
 *     process's own class path
 * @param lease how long a worker may be silent before its calls go to another
 * @param jvmOptions for the worker processes, after those that are always given
 * @param output takes what the workers print, a line at a time, each with the worker's name before
 *     it
 * @param engine strictness, clock, seed and grace period
 * @param external workers that are started elsewhere; null: there are none
 * @param mixedJava whether workers may run on another Java release, whose answers may differ
 * @param classArchive whether an archive of the workers' classes is kept in the user's cache
 *     folder, with which they start faster
 * @param startedAtOnce whether the processes are started with the runtime, and not with the first
 *     call for them
 * @param offloadAbove values whose encoding has more bytes go to workers, and come back, through a
 *     folder beside the blobs instead of in messages; {@link #NEVER}: none
 */
public record WorkersOptions(
    int processes,
    int slots,
    @Nullable ClassPath classPath,
    Duration lease,
    List<String> jvmOptions,
    Consumer<String> output,
    LocalOptions engine,
    @Nullable ExternalWorkers external,
    boolean mixedJava,
    boolean classArchive,
    boolean startedAtOnce,
    long offloadAbove) {

  /** Says that no value is offloaded, however long it is. */
  public static final long NEVER = EngineOffloads.NEVER;

  /** How many bytes the encoding of a value in a message may have, unless told otherwise. */
  public static final long OFFLOAD_ABOVE = 1 << 20;

  /** Checks the numbers. */
  public WorkersOptions {
    if (processes < 0 || slots < 1) {
      throw new IllegalArgumentException(
          "processes must be 0 or more, and slots 1 or more; found %d and %d."
              .formatted(processes, slots));
    }
    if (lease.toMillis() < 100) {
      throw new IllegalArgumentException("lease must be 100 ms or more; found " + lease + ".");
    }
    if (offloadAbove < 1) {
      throw new IllegalArgumentException(
          "offloadAbove must be 1 byte or more; found " + offloadAbove + ".");
    }
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** So many processes of one slot each, which run this process's own code. */
  public static WorkersOptions of(int processes) {
    return new WorkersOptions(
        processes,
        1,
        null,
        Duration.ofSeconds(10),
        List.of(),
        System.err::println,
        LocalOptions.defaults(),
        null,
        false,
        true,
        true,
        OFFLOAD_ABOVE);
  }

  private WorkersOptions with(Consumer<Changes> change) {
    Changes changes = new Changes(this);
    change.accept(changes);
    return changes.options();
  }

  /** Returns the same with so many processes; none if there are workers elsewhere. */
  public WorkersOptions withProcesses(int count) {
    return with(changes -> changes.processes = count);
  }

  /** Returns the same with so many calls at once in each process. */
  public WorkersOptions withSlots(int calls) {
    return with(changes -> changes.slots = calls);
  }

  /** Returns the same with code of its own. */
  public WorkersOptions withClassPath(ClassPath code) {
    return with(changes -> changes.classPath = code);
  }

  /** Returns the same with another lease. */
  public WorkersOptions withLease(Duration other) {
    return with(changes -> changes.lease = other);
  }

  /** Returns the same with options for the worker processes. */
  public WorkersOptions withJvmOptions(List<String> options) {
    return with(changes -> changes.jvmOptions = options);
  }

  /** Returns the same with another place for what workers print. */
  public WorkersOptions withOutput(Consumer<String> to) {
    return with(changes -> changes.output = to);
  }

  /** Returns the same with other options of the engine. */
  public WorkersOptions withEngine(LocalOptions options) {
    return with(changes -> changes.engine = options);
  }

  /** Returns the same with workers that are started elsewhere. */
  public WorkersOptions withExternal(ExternalWorkers workers) {
    return with(changes -> changes.external = workers);
  }

  /** Returns the same with workers on any Java release, whose answers may differ. */
  public WorkersOptions withMixedJava(boolean allowed) {
    return with(changes -> changes.mixedJava = allowed);
  }

  /** Returns the same with or without an archive of the workers' classes. */
  public WorkersOptions withClassArchive(boolean kept) {
    return with(changes -> changes.classArchive = kept);
  }

  /**
   * Returns the same with processes that start with the runtime, or with the first call for them.
   */
  public WorkersOptions withStartedAtOnce(boolean atOnce) {
    return with(changes -> changes.startedAtOnce = atOnce);
  }

  /**
   * Returns the same with another length, in bytes of their encoding, above which values do not go
   * in messages; {@link #NEVER}: all do.
   */
  public WorkersOptions withOffloadAbove(long bytes) {
    return with(changes -> changes.offloadAbove = bytes);
  }

  /** The same options, one of which is about to change. */
  private static final class Changes {
    private int processes;
    private int slots;
    private @Nullable ClassPath classPath;
    private Duration lease;
    private List<String> jvmOptions;
    private Consumer<String> output;
    private LocalOptions engine;
    private @Nullable ExternalWorkers external;
    private boolean mixedJava;
    private boolean classArchive;
    private boolean startedAtOnce;
    private long offloadAbove;

    Changes(WorkersOptions from) {
      processes = from.processes;
      slots = from.slots;
      classPath = from.classPath;
      lease = from.lease;
      jvmOptions = from.jvmOptions;
      output = from.output;
      engine = from.engine;
      external = from.external;
      mixedJava = from.mixedJava;
      classArchive = from.classArchive;
      startedAtOnce = from.startedAtOnce;
      offloadAbove = from.offloadAbove;
    }

    WorkersOptions options() {
      return new WorkersOptions(
          processes,
          slots,
          classPath,
          lease,
          jvmOptions,
          output,
          engine,
          external,
          mixedJava,
          classArchive,
          startedAtOnce,
          offloadAbove);
    }
  }
}
