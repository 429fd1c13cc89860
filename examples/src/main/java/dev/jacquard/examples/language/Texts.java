package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/**
 * Text: {@code +} of all kinds of values, and the methods of String that no locale has a say in.
 */
public final class Texts {

  private Texts() {}

  /** Returns a label for a file. */
  @Workflow
  public static String label(String path, long bytes, char drive) {
    String name = path.substring(path.lastIndexOf("/") + 1).strip();
    String size = humanReadable(bytes);
    if (name.isBlank() || name.equals(".")) {
      return "folder " + drive + ":" + path.replace('/', '\\') + ", " + size;
    }
    String shown = name.length() > 12 ? name.substring(0, 9) + "..." : name;
    return '"' + shown + "\" (" + size + ") " + 1 + 2 + (1 + 2) + null + true + 1.0f;
  }

  @Task
  static String humanReadable(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a file must not have " + bytes + " bytes");
    }
    return bytes < 1_000 ? bytes + " B" : bytes / 1_000 + " kB";
  }
}
