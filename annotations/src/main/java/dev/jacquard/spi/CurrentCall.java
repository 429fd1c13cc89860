package dev.jacquard.spi;

/**
 * The call that runs in a thread, if any. A runtime takes its thread's instance once, and sets and
 * clears it around each call at the cost of a field write.
 *
 * <p>An instance is used by its own thread alone.
 */
public final class CurrentCall {

  private static final ThreadLocal<CurrentCall> OF_THREAD =
      ThreadLocal.withInitial(CurrentCall::new);

  private @Nullable CallContext context;

  private CurrentCall() {}

  /** Returns this thread's instance, the same each time. */
  public static CurrentCall ofThread() {
    return OF_THREAD.get();
  }

  /** Returns the context of the call that runs in this thread, or null if none does. */
  public @Nullable CallContext get() {
    return context;
  }

  /**
   * Sets the call that runs in this thread.
   *
   * @param context its context
   */
  public void set(CallContext context) {
    this.context = context;
  }

  /** Notes that no call runs in this thread any longer. */
  public void clear() {
    context = null;
  }
}
