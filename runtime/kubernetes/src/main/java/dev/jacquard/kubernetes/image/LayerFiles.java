package dev.jacquard.kubernetes.image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that an image's layers make together: names, links and the content of the few that are
 * asked for. Not thread-safe.
 */
final class LayerFiles {

  private static final String REMOVED = ".wh.";
  private static final String EMPTIED = ".wh..wh..opq";

  /** As the kernel does, lest links go in a circle. */
  private static final int MOST_LINKS = 40;

  /** What a path is; a folder where it is neither a file nor a link. */
  private sealed interface Node {
    record Regular(String content) implements Node {}

    record Link(String target) implements Node {}

    record Folder() implements Node {}
  }

  private final Map<String, Node> nodes = new HashMap<>();

  /** Adds a file; its content where it may be asked for. */
  void addFile(String path, String content) {
    put(path, new Node.Regular(content));
  }

  /** Adds a symbolic link. */
  void addLink(String path, String target) {
    put(path, new Node.Link(target));
  }

  /** Adds a second name of a file. */
  void addHardLink(String path, String target) {
    put(path, new Node.Link("/" + clean(target)));
  }

  /** Adds a folder. */
  void addFolder(String path) {
    String name = clean(path);
    if (!(nodes.get(name) instanceof Node.Folder)) {
      put(path, new Node.Folder());
    }
  }

  private void put(String path, Node node) {
    String name = clean(path);
    int slash = name.lastIndexOf('/');
    String folder = name.substring(0, Math.max(0, slash));
    String last = name.substring(slash + 1);
    if (last.equals(EMPTIED)) {
      removeBelow(folder);
    } else if (last.startsWith(REMOVED)) {
      String removed = (folder.isEmpty() ? "" : folder + "/") + last.substring(REMOVED.length());
      nodes.remove(removed);
      removeBelow(removed);
    } else {
      nodes.put(name, node);
    }
  }

  private void removeBelow(String folder) {
    nodes.keySet().removeIf(name -> name.startsWith(folder + "/"));
  }

  /**
   * Follows links to a file.
   *
   * @param path an absolute path
   * @return the file's own path; empty if there is no such file
   */
  Optional<String> resolve(String path) {
    String left = clean(path);
    String done = "";
    int links = 0;
    while (!left.isEmpty()) {
      int slash = left.indexOf('/');
      String step = slash < 0 ? left : left.substring(0, slash);
      left = slash < 0 ? "" : left.substring(slash + 1);
      String here = clean(done + "/" + step);
      if (nodes.get(here) instanceof Node.Link link) {
        if (++links > MOST_LINKS) {
          return Optional.empty();
        }
        String from = link.target().startsWith("/") ? "" : done + "/";
        left = clean(from + link.target() + "/" + left);
        done = "";
      } else {
        done = here;
      }
    }
    return nodes.get(done) instanceof Node.Regular ? Optional.of("/" + done) : Optional.empty();
  }

  /** Returns the content of a file, links followed; empty if there is none. */
  Optional<String> content(String path) {
    return resolve(path)
        .map(file -> nodes.get(clean(file)))
        .filter(Node.Regular.class::isInstance)
        .map(node -> ((Node.Regular) node).content());
  }

  /** Without slashes at the ends, and without the steps {@code .} and {@code ..}. */
  private static String clean(String path) {
    StringBuilder cleaned = new StringBuilder();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        cleaned.setLength(Math.max(0, cleaned.lastIndexOf("/")));
      } else if (!step.isEmpty() && !step.equals(".")) {
        cleaned.append('/').append(step);
      }
    }
    return cleaned.isEmpty() ? "" : cleaned.substring(1);
  }
}
