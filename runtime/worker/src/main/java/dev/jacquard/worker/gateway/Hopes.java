package dev.jacquard.worker.gateway;

import java.util.HashMap;
import java.util.Map;

/** Of each pool whether a worker may yet come. */
final class Hopes {

  private final int vainStarts;
  private final Map<String, Hope> pools = new HashMap<>();

  Hopes(int vainStarts) {
    this.vainStarts = vainStarts;
  }

  Hope of(String pool) {
    return pools.computeIfAbsent(pool, name -> new Hope(vainStarts));
  }

  boolean anyLost() {
    for (Hope hope : pools.values()) {
      if (hope.lost()) {
        return true;
      }
    }
    return false;
  }
}
