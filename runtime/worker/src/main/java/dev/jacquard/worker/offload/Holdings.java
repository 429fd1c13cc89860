package dev.jacquard.worker.offload;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.wire.OffloadTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is held for one worker, and what for: an encoding stays while something that was sent there
 * may still refer to it. Thread-safe.
 */
public final class Holdings {

  /** What refers to values. */
  public enum Kind {
    /** An assignment, until it has ended. */
    ASSIGNMENT,
    /** What the elements of a map share, until the worker is to forget it. */
    SHARED,
    /** A replica, until it has been made. */
    REPLICA
  }

  /**
   * Something that refers to values.
   *
   * @param number its own, among those of its kind
   */
  public record Use(Kind kind, long number) {}

  private final HeldFiles files;
  private final long above;
  private final Map<Use, List<BlobRef>> held = new HashMap<>();
  private boolean closed;

  Holdings(HeldFiles files, long above) {
    this.files = files;
    this.above = above;
  }

  /** Returns where values go that something refers to. */
  public OffloadTarget target(Use use) {
    return new OffloadTarget() {
      @Override
      public long above() {
        return above;
      }

      @Override
      public Offloaded.Builder put(byte[] encoded) throws IOException {
        BlobRef blob = files.put(encoded);
        add(use, blob);
        return Encodings.refer(blob);
      }
    };
  }

  /** Holds something that was offloaded before; false: it is no longer here. */
  public boolean hold(Use use, Offloaded offloaded) {
    BlobRef blob = Encodings.named(offloaded);
    boolean here = files.hold(blob);
    if (here) {
      add(use, blob);
    }
    return here;
  }

  private synchronized void add(Use use, BlobRef blob) {
    if (closed) {
      files.release(blob);
    } else {
      held.computeIfAbsent(use, same -> new ArrayList<>()).add(blob);
    }
  }

  /** Whether the worker may read it. */
  public synchronized boolean holds(BlobRef blob) {
    return held.values().stream().anyMatch(blobs -> blobs.contains(blob));
  }

  /** Nothing refers to it any more by that. */
  public synchronized void release(Use use) {
    held.getOrDefault(use, List.of()).forEach(files::release);
    held.remove(use);
  }

  /** The worker is gone. */
  public synchronized void close() {
    closed = true;
    List.copyOf(held.keySet()).forEach(this::release);
  }
}
