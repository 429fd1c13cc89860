package dev.jacquard.worker.grpc;

import dev.jacquard.engine.backend.Elements;
import dev.jacquard.worker.v1.Slot;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** What the elements of maps share, as long as the engine keeps the maps. */
final class SharedInputs {

  /** What is shared by the elements of one map. */
  static final class Entry {

    private final long number;
    private List<Slot> written = List.of();

    private Entry(long number) {
      this.number = number;
    }

    /** By which workers know it. */
    long number() {
      return number;
    }

    /** As it was written for another worker, if some of it is offloaded; else empty. */
    List<Slot> written() {
      return written;
    }

    /** Keeps what takes long to write. */
    void write(List<Slot> slots) {
      if (slots.stream().anyMatch(Slot::hasOffloaded)) {
        written = slots;
      }
    }
  }

  private final Map<Elements, Entry> entries = new WeakHashMap<>();
  private long numbers;

  Entry of(Elements elements) {
    return entries.computeIfAbsent(elements, e -> new Entry(++numbers));
  }
}
