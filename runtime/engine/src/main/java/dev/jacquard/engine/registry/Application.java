package dev.jacquard.engine.registry;

import dev.jacquard.engine.code.ClassPath;
import java.util.Optional;

/**
 * What somebody wants registered.
 *
 * @param classPath its code, its own jar or directory first
 * @param name under which name; empty: the artifact's name in the first jar, else the file's name
 *     without version, and for {@code target/classes} the name of the project's directory
 * @param version under which version; empty: the first jar's version, or, where it has none or a
 *     {@code -SNAPSHOT}, one made of the content
 */
public record Application(ClassPath classPath, Optional<String> name, Optional<String> version) {

  /** Makes one whose name and version are derived from its code. */
  public static Application of(ClassPath classPath) {
    return new Application(classPath, Optional.empty(), Optional.empty());
  }
}
