package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an element of a chain took in the last map over it, for as many chains as matter. */
final class ElementCosts {

  private static final int KEPT = 1024;

  private record Key(String workflowId, String version, int number) {}

  private final Map<Key, Long> nanos =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
          return size() > KEPT;
        }
      };

  /** Nanoseconds that an element took; zero: that is not known. */
  long of(Chain chain) {
    ChainSource source = chain.source();
    return source == null ? 0 : nanos.getOrDefault(key(source), 0L);
  }

  /** So many elements took so long, all together. */
  void learn(Chain chain, int elements, long all) {
    ChainSource source = chain.source();
    if (source != null && elements > 0) {
      nanos.put(key(source), Math.max(1, all / elements));
    }
  }

  private static Key key(ChainSource source) {
    return new Key(source.workflowId(), source.version(), source.number());
  }
}
