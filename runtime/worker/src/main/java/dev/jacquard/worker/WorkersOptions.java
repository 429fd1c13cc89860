package dev.jacquard.worker;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.code.ClassPath;
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
 * @param classArchive whether an archive of the workers' classes is kept in the user's cache
 *     folder, with which they start faster
 */
public record WorkersOptions(
    int processes,
    int slots,
    @Nullable ClassPath classPath,
    Duration lease,
    List<String> jvmOptions,
    Consumer<String> output,
    LocalOptions engine,
    boolean classArchive) {

  /** Checks the numbers. */
  public WorkersOptions {
    if (processes < 1 || slots < 1) {
      throw new IllegalArgumentException(
          "processes and slots must be 1 or more; found " + processes + " and " + slots + ".");
    }
    if (lease.toMillis() < 100) {
      throw new IllegalArgumentException("lease must be 100 ms or more; found " + lease + ".");
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
        true);
  }

  /** Returns the same with so many calls at once in each process. */
  public WorkersOptions withSlots(int calls) {
    return new WorkersOptions(
        processes, calls, classPath, lease, jvmOptions, output, engine, classArchive);
  }

  /** Returns the same with code of its own. */
  public WorkersOptions withClassPath(ClassPath code) {
    return new WorkersOptions(
        processes, slots, code, lease, jvmOptions, output, engine, classArchive);
  }

  /** Returns the same with another lease. */
  public WorkersOptions withLease(Duration other) {
    return new WorkersOptions(
        processes, slots, classPath, other, jvmOptions, output, engine, classArchive);
  }

  /** Returns the same with options for the worker processes. */
  public WorkersOptions withJvmOptions(List<String> options) {
    return new WorkersOptions(
        processes, slots, classPath, lease, options, output, engine, classArchive);
  }

  /** Returns the same with another place for what workers print. */
  public WorkersOptions withOutput(Consumer<String> to) {
    return new WorkersOptions(
        processes, slots, classPath, lease, jvmOptions, to, engine, classArchive);
  }

  /** Returns the same with other options of the engine. */
  public WorkersOptions withEngine(LocalOptions options) {
    return new WorkersOptions(
        processes, slots, classPath, lease, jvmOptions, output, options, classArchive);
  }

  /** Returns the same with or without an archive of the workers' classes. */
  public WorkersOptions withClassArchive(boolean kept) {
    return new WorkersOptions(processes, slots, classPath, lease, jvmOptions, output, engine, kept);
  }
}
