package dev.jacquard.engine.policy;

/**
 * What has been tried of one call. Immutable.
 *
 * @param user failed attempts that were the task's own fault
 * @param system failed attempts that were not
 */
public record Attempts(int user, int system) {

  /** Nothing tried yet. */
  public static final Attempts NONE = new Attempts(0, 0);

  /** Returns the number of the attempt that comes next, from one. */
  public int next() {
    return user + system + 1;
  }

  /** Returns the same with one more failed attempt. */
  public Attempts plus(FailureKind kind) {
    return kind == FailureKind.SYSTEM
        ? new Attempts(user, system + 1)
        : new Attempts(user + 1, system);
  }
}
