package dev.jacquard.engine.backend;

/** What to do when the heap of the engine's process has no room. */
public final class HeapAdvice {

  private static final int MIB = 1 << 20;

  private HeapAdvice() {}

  /** Returns the end of a sentence, and another if that is what is wrong. */
  public static String of(Throwable cause) {
    return String.valueOf(cause.getMessage()).startsWith("Java heap space")
        ? ". The engine holds the arguments and results of what runs in a heap of %,d MiB: give it more, by JDK_JAVA_OPTIONS=-Xmx4g for one, or keep long values in a BlobRef."
            .formatted(Runtime.getRuntime().maxMemory() / MIB)
        : ".";
  }
}
