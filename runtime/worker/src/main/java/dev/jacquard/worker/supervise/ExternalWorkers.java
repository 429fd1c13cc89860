package dev.jacquard.worker.supervise;

import dev.jacquard.worker.grpc.Door;
import dev.jacquard.worker.tls.TlsFolder;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Workers that are started elsewhere, by {@code jacquard worker}.
 *
 * @param address where they connect
 * @param tokens what the workers of each pool have to know, by the pool's name
 * @param tls what both ends show each other; null: nothing, which only loopback allows
 * @param slots how many calls they carry out at once, all together
 */
public record ExternalWorkers(
    InetSocketAddress address, Map<String, String> tokens, @Nullable TlsFolder tls, int slots) {

  /** Checks that nothing goes over a network in the open. */
  public ExternalWorkers {
    tokens = Map.copyOf(tokens);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "The gateway must listen at an address of this machine; found " + address + ".");
    }
    if (tls == null && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "Workers on other machines must show certificates; found none for "
              + address
              + ". Name a folder of them, or listen on loopback.");
    }
    if (tokens.isEmpty() || tokens.containsValue("")) {
      throw new IllegalArgumentException("Each pool of workers must have a token.");
    }
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be 1 or more; found " + slots + ".");
    }
  }

  Door door() {
    return new Door(address, tls == null ? null : tls.gateway());
  }

  // The tokens are nobody's to read.
  @Override
  public String toString() {
    return "workers that connect to " + address;
  }
}
