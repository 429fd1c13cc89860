package dev.jacquard.engine.support;

/** Where the handlers of applications made by hand lead to. */
public final class HandlerGate {

  private HandlerGate() {}

  /** Called by the handlers. */
  public static Object call(String handler, Object[] arguments) throws Throwable {
    return HandlerLoader.call(handler, arguments);
  }
}
