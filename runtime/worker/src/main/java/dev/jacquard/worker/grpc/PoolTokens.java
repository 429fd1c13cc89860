package dev.jacquard.worker.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the workers of each pool have to know. Thread-safe; compares in constant time. */
public final class PoolTokens {

  private static final int BYTES = 32;

  private final Map<String, byte[]> tokens = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /** Sets the token of a pool. */
  public void set(String pool, String token) {
    tokens.put(pool, token.getBytes(UTF_8));
  }

  /** Makes a token for a pool, which nobody can guess. */
  public String make(String pool) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    set(pool, token);
    return token;
  }

  /** The pool whose token this is; null: it is none's. */
  @Nullable String pool(String token) {
    byte[] given = token.getBytes(UTF_8);
    String found = null;
    for (Map.Entry<String, byte[]> each : tokens.entrySet()) {
      if (MessageDigest.isEqual(each.getValue(), given)) {
        found = each.getKey();
      }
    }
    return found;
  }
}
