package dev.jacquard.worker.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What the workers of each pool have to know. Thread-safe; compares in constant time. */
public final class PoolTokens {

  private static final int BYTES = 32;
  private static final String MAC = "HmacSHA256";

  @SuppressWarnings("ArrayRecordComponent") // compared in constant time, and nowhere else
  private record Known(String pool, byte[] token) {}

  private final List<Known> tokens = new CopyOnWriteArrayList<>();
  private final SecureRandom random = new SecureRandom();
  private final @Nullable SecretKeySpec key;

  /** Lets in by tokens that are made here or added, and by no others. */
  public PoolTokens() {
    this(null);
  }

  private PoolTokens(@Nullable SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Lets in by tokens that follow from a key, the same whoever has that: {@code POOL.HMAC}, by
   * HMAC-SHA256 (RFC 2104) over the pool's name. So workers are known before anybody has asked for
   * their pool.
   *
   * @param key what cannot be guessed: 32 bytes of chance
   */
  public static PoolTokens derivedFrom(byte[] key) {
    return new PoolTokens(new SecretKeySpec(key, MAC));
  }

  /** Returns a key that nobody can guess. */
  public static byte[] freshKey() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Lets workers of a pool in by a token, too. */
  public void add(String pool, String token) {
    tokens.add(new Known(pool, token.getBytes(UTF_8)));
  }

  /** Makes a token for a pool, which nobody can guess; the same each time if there is a key. */
  public String make(String pool) {
    if (key != null) {
      return derived(key, pool);
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    add(pool, token);
    return token;
  }

  private static String derived(SecretKeySpec key, String pool) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return pool + "." + HexFormat.of().formatHex(mac.doFinal(pool.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + MAC + ".", e);
    }
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
    int dot = token.lastIndexOf('.');
    if (key != null && dot > 0) {
      String named = token.substring(0, dot);
      found = MessageDigest.isEqual(derived(key, named).getBytes(UTF_8), given) ? named : found;
    }
    return found;
  }
}
