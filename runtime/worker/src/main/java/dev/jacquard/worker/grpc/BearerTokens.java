package dev.jacquard.worker.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.MessageDigest;

/** Lets in who knows the pool's token; compares in constant time. */
final class BearerTokens implements ServerInterceptor {

  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  static final String SCHEME = "Bearer ";

  private final byte[] expected;

  BearerTokens(String token) {
    this.expected = (SCHEME + token).getBytes(UTF_8);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String given = headers.get(AUTHORIZATION);
    byte[] found = (given == null ? "" : given).getBytes(UTF_8);
    if (MessageDigest.isEqual(expected, found)) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.UNAUTHENTICATED.withDescription("The token must be that of the pool."),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
