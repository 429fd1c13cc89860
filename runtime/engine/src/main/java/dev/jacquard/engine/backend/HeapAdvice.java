package dev.jacquard.engine.backend;

/** What to do when a process has no room for the values that it is to hold. */
public final class HeapAdvice {

  private static final int MIB = 1 << 20;

  private HeapAdvice() {}

  /** Returns a full stop; if more memory would have helped, a sentence after it that says so. */
  public static String of(Throwable cause) {
    boolean memory = cause instanceof OutOfMemoryError;
    boolean threads = String.valueOf(cause.getMessage()).contains("thread");
    return memory && !threads
        ? ". This process has a heap of %,d MiB for all arguments and results: give it more, by JDK_JAVA_OPTIONS=-Xmx4g for one, or keep long values in a BlobRef."
            .formatted(Runtime.getRuntime().maxMemory() / MIB)
        : ".";
  }
}
