package dev.jacquard;

/**
 * Turns values of a user's own type into bytes and back; bound to the type by {@link EncodedBy}.
 *
 * <p>An implementation is stateless and thread-safe: one instance serves any number of threads. It
 * is never given null. Equal values have equal bytes, in every process and on every day, since
 * bytes identify values in caches; and {@code decode(encode(v))} is equal to {@code v}. Bytes that
 * an older version wrote should still be read, since journals and caches keep them.
 *
 * @param <T> the type that is encoded
 */
public interface ValueCodec<T> {

  /**
   * Encodes a value.
   *
   * @param value the value, not null; not to be modified
   * @return its bytes, which the codec no longer touches
   * @throws Exception if it cannot be encoded; the call fails for good, since trying again would
   *     not help
   */
  byte[] encode(T value) throws Exception;

  /**
   * Decodes a value.
   *
   * @param bytes what {@link #encode} returned, in this process or another; the codec's to keep
   * @return a value equal to the one that was encoded, not null
   * @throws Exception if the bytes are none that {@link #encode} returns; the call fails for good
   */
  T decode(byte[] bytes) throws Exception;
}
