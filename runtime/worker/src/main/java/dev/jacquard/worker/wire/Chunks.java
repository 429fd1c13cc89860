package dev.jacquard.worker.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.jacquard.worker.v1.Chunk;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages apart that are too long for one, and puts them together again: nothing that a
 * workflow can hold is too long for the stream. Not thread-safe.
 *
 * @param <M> the message
 */
public final class Chunks<M extends MessageLite> {

  /** What goes as one: little enough that a sign of life is not held up for long behind it. */
  public static final int LONGEST = 1 << 17;

  /**
   * How much may be under way on a stream at once, which is what a sign of life has before it on a
   * slow network: a quarter of a second at a megabyte a second.
   */
  public static final int WINDOW = 2 * LONGEST;

  private final Parser<M> parser;
  private final long limit;
  private ByteString parts = ByteString.EMPTY;

  /**
   * Reads chunks of messages.
   *
   * @param limit how long a message may be
   */
  public Chunks(Parser<M> parser, long limit) {
    this.parser = parser;
    this.limit = limit;
  }

  /** Hands on a message in parts; false: it is short enough to be sent as it is. */
  public static boolean split(MessageLite message, Consumer<Chunk> out) {
    if (message.getSerializedSize() <= LONGEST) {
      return false;
    }
    ByteString bytes = message.toByteString();
    for (int from = 0; from < bytes.size(); from += LONGEST) {
      int to = Math.min(bytes.size(), from + LONGEST);
      out.accept(
          Chunk.newBuilder()
              .setPart(bytes.substring(from, to))
              .setLast(to == bytes.size())
              .build());
    }
    return true;
  }

  /** Lets go of the parts of a message of which no more is of use. */
  public void clear() {
    parts = ByteString.EMPTY;
  }

  /**
   * Takes a part.
   *
   * @return the message, with the last part; else null
   * @throws IllegalArgumentException if it is too long or damaged
   */
  public @Nullable M add(Chunk chunk) {
    if (parts.size() + (long) chunk.getPart().size() > limit) {
      throw new IllegalArgumentException(
          "A message must be at most " + limit + " bytes long; found a longer one.");
    }
    parts = parts.concat(chunk.getPart());
    if (!chunk.getLast()) {
      return null;
    }
    try {
      CodedInputStream input = parts.newCodedInput();
      input.setSizeLimit(Integer.MAX_VALUE);
      return parser.parseFrom(input);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("A message in parts is damaged.", e);
    } finally {
      clear();
    }
  }
}
