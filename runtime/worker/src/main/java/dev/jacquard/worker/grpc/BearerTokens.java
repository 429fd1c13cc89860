package dev.jacquard.worker.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Lets in who knows the token of a pool, and notes which. */
final class BearerTokens implements ServerInterceptor {

  /** The pool whose token the caller knows. */
  static final Context.Key<String> POOL = Context.key("pool");

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "Bearer ";

  private final PoolTokens tokens;

  BearerTokens(PoolTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String given = headers.get(AUTHORIZATION);
    String pool =
        given == null || !given.startsWith(SCHEME)
            ? null
            : tokens.pool(given.substring(SCHEME.length()));
    if (pool != null) {
      return Contexts.interceptCall(Context.current().withValue(POOL, pool), call, headers, next);
    }
    call.close(
        Status.UNAUTHENTICATED.withDescription("The token must be that of a pool."),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
