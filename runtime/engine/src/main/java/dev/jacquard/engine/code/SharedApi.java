package dev.jacquard.engine.code;

import dev.jacquard.WorkflowCall;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The parent of an application's loader: the JDK, and of Jacquard only what user code and generated
 * code are compiled against. The runtime's own libraries are invisible, so an application may bring
 * other versions of them.
 */
final class SharedApi extends ClassLoader {

  private static final String API = "dev.jacquard.";
  private static final String SPI = "dev.jacquard.spi.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader runtime;

  SharedApi() {
    super(ClassLoader.getPlatformClassLoader());
    this.runtime = WorkflowCall.class.getClassLoader();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isShared(name)) {
      return runtime.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return isSharedResource(name) ? runtime.getResource(name) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return isSharedResource(name) ? runtime.getResources(name) : Collections.emptyEnumeration();
  }

  private static boolean isSharedResource(String name) {
    return name.endsWith(".class")
        && isShared(name.substring(0, name.length() - 6).replace('/', '.'));
  }

  /**
   * Exactly these two packages: an application's own may be called {@code dev.jacquard.something}
   * as well.
   */
  static boolean isShared(String className) {
    String prefix = className.startsWith(SPI) ? SPI : API;
    return className.startsWith(prefix) && className.indexOf('.', prefix.length()) < 0;
  }
}
