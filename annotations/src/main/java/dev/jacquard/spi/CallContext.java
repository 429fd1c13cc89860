package dev.jacquard.spi;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the runtime knows of a running call; implemented by runtimes, shown to tasks by {@code
 * TaskContext}.
 *
 * <p>Thread-safe: a task may hand it to threads of its own. Need answer rightly only until the call
 * ends, so that one instance may serve one call after another.
 */
public interface CallContext {

  /** Returns which attempt this is, from one. */
  int attempt();

  /**
   * Returns which element of the innermost map around it the call is for, from zero; empty outside
   * a map.
   */
  OptionalInt elementIndex();

  /** Returns the id of the execution. */
  String executionId();

  /**
   * Returns a key that is equal for all attempts of the call, resumed ones included, and for no
   * other call.
   */
  String idempotencyKey();

  /** Returns whether the result is no longer wanted. */
  boolean isCancelled();

  /** Notes that the task is alive. */
  void heartbeat();

  /**
   * Notes how much of the task is done, and that it is alive.
   *
   * @param fraction from 0 to 1
   */
  void progress(double fraction);

  /**
   * Returns a secret that the task may see, or empty if it may see none of that name.
   *
   * @param name the secret's name
   */
  Optional<String> secret(String name);

  /** Returns where the call puts and finds the bytes of blobs. The user's store by default. */
  default BlobStore blobs() {
    return FolderBlobStore.ofUser();
  }
}
