package dev.jacquard.spec.v1;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/** The version of this contract, and how a spec of it is read. */
public final class Contract {

  /** What a writer puts into {@link WorkflowSpec#getContract}. */
  public static final int VERSION = 1;

  /** As deep as messages of a spec may nest; what a source file of 64 KB can nest is less. */
  private static final int MOST_LEVELS = 100_000;

  /** Levels that fit on any thread's stack. */
  private static final int SHALLOW_LEVELS = 200;

  /** Touched only as far as a spec is deep. */
  private static final long DEEP_STACK_BYTES = 1L << 28;

  private Contract() {}

  /**
   * Checks that this version of Jacquard can read a spec.
   *
   * @throws IllegalArgumentException if the spec is of a newer contract, or of none
   */
  public static void requireKnown(WorkflowSpec spec) {
    int version = spec.getContract();
    if (version > VERSION) {
      throw new IllegalArgumentException(
          "The spec of workflow "
              + name(spec)
              + " must be of contract version "
              + VERSION
              + ", the newest that this version of Jacquard knows; found version "
              + Integer.toUnsignedString(version)
              + ", written by jacquard-processor "
              + orUnknown(spec.getCompiler())
              + ". Use a runtime at least as new as the processor that compiled it.");
    }
    if (version < 1) {
      throw new IllegalArgumentException(
          "The spec of workflow "
              + name(spec)
              + " must be of contract version 1 to "
              + VERSION
              + "; found "
              + Integer.toUnsignedString(version)
              + ": it is damaged or no spec. Compile the workflow again.");
    }
  }

  /**
   * Reads a spec, however deep it nests; protobuf's own reader stops at 100 levels. The version is
   * not checked.
   *
   * @throws IOException if the bytes are no spec
   */
  public static WorkflowSpec read(byte[] bytes) throws IOException {
    try {
      return read(bytes, SHALLOW_LEVELS);
    } catch (IOException e) {
      return readDeep(bytes);
    }
  }

  private static WorkflowSpec read(byte[] bytes, int levels) throws IOException {
    CodedInputStream input = CodedInputStream.newInstance(bytes);
    input.setRecursionLimit(levels);
    WorkflowSpec spec = WorkflowSpec.parseFrom(input);
    input.checkLastTagWas(0);
    return spec;
  }

  private static WorkflowSpec readDeep(byte[] bytes) throws IOException {
    Deep deep = new Deep(bytes);
    Thread thread = new Thread(null, deep, "jacquard-spec-reader", DEEP_STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (deep.spec == null) {
      throw new IOException("The bytes are no workflow spec: " + deep.failure, deep.failure);
    }
    return deep.spec;
  }

  /** Reads on a thread with a large stack; its fields are read after the thread has ended. */
  private static final class Deep implements Runnable {
    private final byte[] bytes;
    private WorkflowSpec spec;
    private Throwable failure;

    Deep(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void run() {
      try {
        spec = read(bytes, MOST_LEVELS);
      } catch (IOException | StackOverflowError e) {
        failure = e;
      }
    }
  }

  private static String name(WorkflowSpec spec) {
    return orUnknown(spec.getInterface().getId());
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? "(unknown)" : text;
  }
}
