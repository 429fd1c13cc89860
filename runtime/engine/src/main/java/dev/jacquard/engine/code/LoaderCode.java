package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.Optional;

/**
 * Code that is already loaded by this process: specs and handlers stand beside the classes of a
 * class loader.
 */
public final class LoaderCode implements Code {

  private final ClassLoader loader;
  private final SpecCache specs;
  private final Fingerprints fingerprints;

  private LoaderCode(ClassLoader loader) {
    this.loader = loader;
    this.specs = new SpecCache(loader);
    this.fingerprints = new Fingerprints(loader);
  }

  /** Returns the code of a class loader. */
  public static LoaderCode of(ClassLoader loader) {
    return new LoaderCode(loader);
  }

  /** Returns the code that a class was loaded with, such as the stub of a call. */
  public static LoaderCode of(Class<?> loaded) {
    ClassLoader loader = loaded.getClassLoader();
    return new LoaderCode(loader == null ? ClassLoader.getSystemClassLoader() : loader);
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
}
