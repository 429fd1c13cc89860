package dev.jacquard.worker.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the workers of each pool have to know. Thread-safe; compares in constant time. */
public final class PoolTokens {

  private static final int BYTES = 32;

  @SuppressWarnings("ArrayRecordComponent") // compared in constant time, and nowhere else
  private record Known(String pool, byte[] token) {}

  private final List<Known> tokens = new CopyOnWriteArrayList<>();
  private final SecureRandom random = new SecureRandom();

  /** Lets workers of a pool in by a token, too. */
  public void add(String pool, String token) {
    tokens.add(new Known(pool, token.getBytes(UTF_8)));
  }

  /** Makes a token for a pool, which nobody can guess. */
  public String make(String pool) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    add(pool, token);
    return token;
  }

  /** The pool whose token this is; null: it is none's. */
  @Nullable String pool(String token) {
    byte[] given = token.getBytes(UTF_8);
    String found = null;
    for (Known known : tokens) {
      if (MessageDigest.isEqual(known.token(), given)) {
        found = known.pool();
      }
    }
    return found;
  }
}
