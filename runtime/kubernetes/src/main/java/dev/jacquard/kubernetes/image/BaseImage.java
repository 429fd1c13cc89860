package dev.jacquard.kubernetes.image;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import dev.jacquard.kubernetes.image.ImageException.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What an image is built on. Immutable. */
public sealed interface BaseImage {

  /** What marks a file. */
  String TAR = "tar://";

  /**
   * A file as {@code docker save} writes it. Nothing is fetched for it.
   *
   * @param file which
   */
  record InFile(Path file) implements BaseImage {
    @Override
    public String toString() {
      return TAR + file;
    }
  }

  /**
   * An image of a registry.
   *
   * @param name its whole name, with tag or digest
   */
  record InRegistry(String name) implements BaseImage {

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Reads what a person writes: {@code tar://FILE}, or the name of an image.
   *
   * @throws ImageException if it is neither, or there is no such file
   */
  static BaseImage parse(String text) throws ImageException {
    if (text.startsWith(TAR)) {
      return new InFile(file(text.substring(TAR.length())));
    }
    try {
      ImageReference.parse(text);
    } catch (InvalidImageReferenceException e) {
      throw new ImageException(
          Kind.INPUT,
          "The base image must be the name of an image or tar://FILE; found " + text + ".",
          e);
    }
    if (Files.isRegularFile(Path.of(text))) {
      throw new ImageException(
          Kind.INPUT,
          "The base image must be the name of an image; found a file. Write tar://" + text + ".");
    }
    return new InRegistry(text);
  }

  private static Path file(String text) throws ImageException {
    try {
      Path file = Path.of(text);
      if (Files.isRegularFile(file)) {
        return file;
      }
      throw new ImageException(
          Kind.INPUT, "The base image must be a file that is there; found none at " + file + ".");
    } catch (InvalidPathException e) {
      throw new ImageException(
          Kind.INPUT, "The base image must be a file; found " + text + ", which is no path.", e);
    }
  }
}
