package dev.jacquard.engine.code;

import com.google.protobuf.CodedInputStream;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.IOException;
import java.util.Optional;

/** Where specs lie on a class path, and how one is read. */
public final class SpecFiles {

  /** The folder of all specs, by its name as a resource. */
  public static final String FOLDER = "META-INF/jacquard/";

  /** The newest contract that this runtime knows. */
  public static final int CONTRACT = 1;

  private static final String SUFFIX = ".pb";

  /** Blocks nest in nodes, and nodes in blocks: protobuf's own limit is met by 25 early returns. */
  private static final int NESTING_LIMIT = 10_000;

  private SpecFiles() {}

  /** Returns the resource that holds the spec of a workflow. */
  public static String resource(String workflowId) {
    return FOLDER + workflowId + SUFFIX;
  }

  /** Returns the id of the workflow whose spec a resource is; empty if it is no spec. */
  static Optional<String> workflowId(String resource) {
    if (!resource.startsWith(FOLDER) || !resource.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String id = resource.substring(FOLDER.length(), resource.length() - SUFFIX.length());
    return id.isEmpty() || id.indexOf('/') >= 0 ? Optional.empty() : Optional.of(id);
  }

  /**
   * Reads a spec.
   *
   * @param bytes a serialized {@link WorkflowSpec}
   * @param origin where they are from, for the message of an error
   * @throws CodeException if they are damaged, or of a contract newer than this runtime knows
   */
  public static WorkflowSpec read(byte[] bytes, String origin) {
    WorkflowSpec spec;
    try {
      CodedInputStream input = CodedInputStream.newInstance(bytes);
      input.setRecursionLimit(NESTING_LIMIT);
      spec = WorkflowSpec.parseFrom(input);
    } catch (IOException | StackOverflowError e) {
      throw new CodeException(
          "The spec "
              + origin
              + " cannot be read: it is damaged, or nested too deeply. Compile its class again:\n"
              + BuildAdvice.rebuild(),
          e);
    }
    if (spec.getContract() == 0) {
      throw new CodeException(
          "The spec "
              + origin
              + " is empty or damaged. Compile its class again:\n"
              + BuildAdvice.rebuild());
    }
    if (spec.getContract() > CONTRACT) {
      throw new CodeException(BuildAdvice.otherVersion(spec, origin));
    }
    return spec;
  }
}
