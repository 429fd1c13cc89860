package dev.jacquard.engine.code;

import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads each spec of a class loader once. Thread-safe. */
final class SpecCache {

  private final ClassLoader loader;
  private final ConcurrentHashMap<String, Optional<WorkflowSpec>> specs = new ConcurrentHashMap<>();

  SpecCache(ClassLoader loader) {
    this.loader = loader;
  }

  Optional<WorkflowSpec> get(String workflowId) {
    return specs.computeIfAbsent(workflowId, this::read);
  }

  private Optional<WorkflowSpec> read(String workflowId) {
    URL resource = loader.getResource(SpecFiles.resource(workflowId));
    if (resource == null) {
      return Optional.empty();
    }
    try (InputStream stream = resource.openStream()) {
      return Optional.of(SpecFiles.read(stream.readAllBytes(), resource.toString()));
    } catch (IOException e) {
      throw new CodeException("The spec " + resource + " cannot be read: " + e.getMessage(), e);
    }
  }
}
