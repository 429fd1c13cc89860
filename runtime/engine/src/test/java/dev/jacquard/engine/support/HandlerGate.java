package dev.jacquard.engine.support;

/** Where the handlers of applications made by hand lead to. */
public final class HandlerGate {

  private HandlerGate() {}

  /** Called by the handlers of tasks. */
  public static Object call(String handler, Object actor, Object[] arguments) throws Throwable {
    return HandlerLoader.call(handler, actor, arguments);
  }

  /** Called by the handlers of actors. */
  public static Object create(String handler, Object[] arguments) throws Throwable {
    return HandlerLoader.create(handler, arguments);
  }

  /** Called by the handlers of actors. */
  public static void close(String handler, Object actor) throws Throwable {
    HandlerLoader.close(handler, actor);
  }
}
