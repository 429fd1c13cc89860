package dev.jacquard.kubernetes;

import static dev.jacquard.Workflows.map;

import dev.jacquard.BlobRef;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/** Workflows with long values, and with blobs. */
public final class ValueTrials {

  private ValueTrials() {}

  @Task
  static int[] drawn(int seed, int length) {
    return IntStream.range(0, length).map(i -> seed * i).toArray();
  }

  @Task
  static long sum(int seed, int[] own, int[] shared, String tally) throws IOException {
    Tally.begun(tally, seed);
    return IntStream.of(own).asLongStream().sum() + IntStream.of(shared).asLongStream().sum();
  }

  @Task
  static BlobRef reversed(BlobRef blob) throws IOException {
    byte[] bytes = bytes(blob);
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return BlobRef.of(reversed);
  }

  @Task
  static int byteAt(BlobRef blob, int place) throws IOException {
    return bytes(blob)[place];
  }

  private static byte[] bytes(BlobRef blob) throws IOException {
    try (InputStream in = blob.open()) {
      return in.readAllBytes();
    }
  }

  /** All share a long value, and each makes another, which the next task gets. */
  @Workflow
  public static List<Long> sums(int[] shared, List<Integer> seeds, int length, String tally)
      throws IOException {
    return map(seeds, seed -> sum(seed, drawn(seed, length), shared, tally));
  }

  /** What comes of it is long. */
  @Workflow
  public static List<int[]> longResults(List<Integer> seeds, int length) {
    return map(seeds, seed -> drawn(seed, length));
  }

  /** Pods read what the engine has, and make what it reads. */
  @Workflow
  public static BlobRef backwards(BlobRef blob) throws IOException {
    return reversed(blob);
  }

  /** Pods read what another has made. */
  @Workflow
  public static List<Integer> bytesOf(BlobRef blob, List<Integer> places) throws IOException {
    BlobRef made = reversed(blob);
    return map(places, place -> byteAt(made, place));
  }
}
