package dev.jacquard.engine.backend;

import java.util.Arrays;

/**
 * Cuts what lies below the user's own frames off a stack trace: the handler, the engine, the
 * thread.
 */
final class UserFrames {

  private UserFrames() {}

  static void keep(Throwable thrown, String handlerName) {
    StackTraceElement[] trace = thrown.getStackTrace();
    for (int i = 0; i < trace.length; i++) {
      if (trace[i].getClassName().equals(handlerName)) {
        thrown.setStackTrace(Arrays.copyOf(trace, i));
        return;
      }
    }
  }
}
