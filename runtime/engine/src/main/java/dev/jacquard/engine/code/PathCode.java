package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The code on a class path, loaded apart from the runtime's own: the two share the JDK and
 * Jacquard's API alone. Nothing is loaded before it is asked for. Thread-safe.
 */
public final class PathCode implements Code, AutoCloseable {

  private final ClassPath classPath;
  private final URLClassLoader loader;
  private final SpecCache specs;
  private final Fingerprints fingerprints;
  private final Set<String> workflows;

  private PathCode(ClassPath classPath, URLClassLoader loader) {
    this.classPath = classPath;
    this.loader = loader;
    this.specs = new SpecCache(loader);
    this.fingerprints = new Fingerprints(loader);
    this.workflows = SpecListing.of(classPath);
  }

  /**
   * Opens a class path.
   *
   * @throws CodeException if an entry cannot be read
   */
  public static PathCode open(ClassPath classPath) {
    URL[] urls = classPath.entries().stream().map(PathCode::url).toArray(URL[]::new);
    return new PathCode(classPath, new URLClassLoader(urls, new SharedApi()));
  }

  /** Returns the class path. */
  public ClassPath classPath() {
    return classPath;
  }

  /** Returns the ids of all workflows that have a spec here, in alphabetical order. */
  public Set<String> workflows() {
    return workflows;
  }

  @Override
  public Optional<WorkflowSpec> spec(String workflowId) {
    return specs.get(workflowId);
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }

  @Override
  public String fingerprint(String className) {
    return fingerprints.of(className);
  }

  /** Closes the jars; classes that were not loaded until now cannot be loaded any more. */
  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new CodeException(
          "The class path holds " + path + ", which cannot be written as a URL.", e);
    }
  }
}
