package dev.jacquard.worker.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.jacquard.engine.plan.ValueType;
import dev.jacquard.worker.v1.Offloaded;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists of values, of which those that are too long for a message are offloaded. */
final class LongValues {

  private static final Logger LOG = LoggerFactory.getLogger(LongValues.class);

  private LongValues() {}

  /**
   * A list as it travels.
   *
   * @param values a serialized list Value
   * @param offloaded what is not in it
   */
  record Written(ByteString values, List<Offloaded> offloaded) {}

  static Written write(
      ValueType type, List<? extends @Nullable Object> values, OffloadTarget target) {
    List<Offloaded> offloaded = new ArrayList<>();
    byte[] encoded =
        type.encodeAll(
            values, target.above(), (index, bytes) -> put(target, index, bytes, offloaded));
    return new Written(UnsafeByteOperations.unsafeWrap(encoded), offloaded);
  }

  /** Puts an encoding into the target; false: it cannot be there. */
  static boolean put(OffloadTarget target, int index, byte[] bytes, List<Offloaded> offloaded) {
    try {
      offloaded.add(target.put(bytes).setIndex(index).build());
      return true;
    } catch (IOException e) {
      LOG.debug("A value of {} bytes goes in its message.", bytes.length, e);
      return false;
    }
  }

  /** Reads a list; what is offloaded, each time that it is asked for. */
  static List<? extends @Nullable Object> read(
      ValueType type, ByteString values, List<Offloaded> offloaded, OffloadSource source) {
    Object read = type.list().decode(values.toByteArray());
    List<?> inline = read instanceof List<?> list ? list : List.of();
    return offloaded.isEmpty()
        ? inline
        : new Together(inline, byIndex(offloaded), ref -> type.decode(source.get(ref)));
  }

  static Map<Integer, Offloaded> byIndex(List<Offloaded> offloaded) {
    return offloaded.stream()
        .collect(Collectors.toMap(Offloaded::getIndex, Function.identity(), (one, other) -> other));
  }

  /** What was in the message, and what was not. */
  static final class Together extends AbstractList<@Nullable Object> implements RandomAccess {

    private final List<? extends @Nullable Object> inline;
    private final Map<Integer, Offloaded> offloaded;
    private final Function<Offloaded, @Nullable Object> reader;

    Together(
        List<? extends @Nullable Object> inline,
        Map<Integer, Offloaded> offloaded,
        Function<Offloaded, @Nullable Object> reader) {
      this.inline = inline;
      this.offloaded = offloaded;
      this.reader = reader;
    }

    @Override
    public @Nullable Object get(int index) {
      Offloaded apart = offloaded.get(index);
      return apart == null ? inline.get(index) : reader.apply(apart);
    }

    @Override
    public int size() {
      return inline.size();
    }
  }
}
