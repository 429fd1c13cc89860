package dev.jacquard.kubernetes.image;

import dev.jacquard.engine.code.ClassPath;
import java.nio.file.Path;
import java.util.Set;

/**
 * What goes into an image beside its base. Immutable.
 *
 * @param jacquard Jacquard's own class path, what it needs included
 * @param mainClass what the container starts
 * @param version of Jacquard
 * @param application the application's class path; empty in an image for any application
 * @param changing those entries of it that change with every build; the others have a layer of
 *     their own
 */
public record ImageContent(
    ClassPath jacquard,
    String mainClass,
    String version,
    ClassPath application,
    Set<Path> changing) {

  /** Copies the set. */
  public ImageContent {
    changing = Set.copyOf(changing);
  }
}
