package dev.jacquard.engine.backend.local;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads, where this JDK has them: from 21 on. Reached by name, since this compiles for
 * 17.
 */
final class VirtualThreads {

  private final @Nullable MethodHandle ofVirtual;
  private final @Nullable MethodHandle named;
  private final @Nullable MethodHandle unstarted;

  private VirtualThreads(
      @Nullable MethodHandle ofVirtual,
      @Nullable MethodHandle named,
      @Nullable MethodHandle unstarted) {
    this.ofVirtual = ofVirtual;
    this.named = named;
    this.unstarted = unstarted;
  }

  static VirtualThreads ofThisJdk() {
    if (Runtime.version().feature() < 21) {
      return new VirtualThreads(null, null, null);
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      return new VirtualThreads(
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual)),
          lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class)),
          lookup.findVirtual(
              builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class)));
    } catch (ReflectiveOperationException e) {
      return new VirtualThreads(null, null, null);
    }
  }

  boolean supported() {
    return unstarted != null;
  }

  Thread unstarted(String name, Runnable action) {
    if (ofVirtual == null || named == null || unstarted == null) {
      throw new IllegalStateException("Virtual threads must be supported by the JDK.");
    }
    try {
      Object builder = named.invoke(ofVirtual.invoke(), name);
      return (Thread) unstarted.invoke(builder, action);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
