package dev.jacquard.worker.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C in a terminal, which goes to all processes there: the engine decides what becomes of its
 * workers, and tells them. By name, since {@code sun.misc} is nobody's to compile against.
 */
final class TerminalInterrupt {

  private static final Logger LOG = LoggerFactory.getLogger(TerminalInterrupt.class);

  private TerminalInterrupt() {}

  static void ignore() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler nothing = (proxy, method, arguments) -> null;
      Object ignoring =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, nothing);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ignoring);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.debug("This JVM cannot ignore Ctrl-C.", e);
    }
  }
}
