package dev.jacquard.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What gRPC would log of what strangers send to its port: each gets its answer there, and no user a
 * stack trace. Apart from {@link QuietLogging}, since few commands need the JDK's logging at all.
 */
final class GrpcLogging {

  // Kept, since a logger that nobody keeps forgets its level.
  private static final Logger GRPC = Logger.getLogger("io.grpc");

  private GrpcLogging() {}

  static void silence() {
    GRPC.setLevel(Level.OFF);
  }
}
