package dev.jacquard.benchmarks;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * The least that a bidirectional stream can do for calls elsewhere: arrays of bytes there and back.
 * A message begins with what is asked: {@link #FLAGS}, then a threshold and points, answered by a
 * byte for each point; or {@link #ECHO}, answered by itself.
 */
final class BareProtocol {

  static final String SERVICE = "Bare";
  static final byte FLAGS = 1;
  static final byte ECHO = 2;
  static final int LONGEST = 64 << 20;

  static final MethodDescriptor<byte[], byte[]> EXCHANGE =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodType.BIDI_STREAMING)
          .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "Exchange"))
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();

  private BareProtocol() {}

  static byte[] answer(byte[] message) {
    return message[0] == FLAGS ? flags(ByteBuffer.wrap(message)) : message;
  }

  private static byte[] flags(ByteBuffer message) {
    message.get();
    int threshold = message.getInt();
    byte[] flags = new byte[message.remaining() / Integer.BYTES];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (byte) (Pipelines.isAnomalous(message.getInt(), threshold) ? 1 : 0);
    }
    return flags;
  }

  private static final class Bytes implements Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
