package dev.jacquard.engine.code;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fingerprints of classes, with all that they reach: each class file is read once, when it is first
 * asked for, and nothing is loaded. Thread-safe.
 *
 * <p>Reached is what a class file names: superclasses and interfaces, types of members, what bodies
 * use, lambdas and switches on enums with what stands behind them, annotations that are kept at run
 * time, what a sealed type permits. Not reached is what only text or a resource names. The JDK and
 * Jacquard's API are left out.
 */
final class Fingerprints {

  private final ClassLoader loader;
  private final Map<String, Optional<ClassPrint>> prints = new ConcurrentHashMap<>();
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Fingerprints(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Returns the fingerprint of a class: SHA-256, in hexadecimal digits.
   *
   * @param className binary name
   * @throws CodeException if a class file cannot be read
   */
  String of(String className) {
    String before = known.get(className);
    if (before != null) {
      return before;
    }
    String found = compute(className);
    known.put(className, found);
    return found;
  }

  private String compute(String className) {
    Map<String, String> reached = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(className.replace('.', '/'));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (seen.add(name)) {
        print(name)
            .ifPresent(
                print -> {
                  reached.put(name, print.digest());
                  open.addAll(print.references());
                });
      }
    }
    if (reached.isEmpty()) {
      throw new CodeException(
          "The fingerprint of " + className + " must be taken of its class file; found none.");
    }
    List<String> lines = new ArrayList<>(reached.size());
    reached.forEach((name, digest) -> lines.add(name + " " + digest));
    return CanonicalDigest.of(lines);
  }

  /** The print of a class of the application; empty for others, and for what is not there. */
  private Optional<ClassPrint> print(String internalName) {
    Optional<ClassPrint> print = prints.get(internalName);
    if (print == null) {
      print = read(internalName);
      prints.put(internalName, print);
    }
    return print;
  }

  private Optional<ClassPrint> read(String internalName) {
    if (internalName.startsWith("java/") || SharedApi.isShared(internalName.replace('/', '.'))) {
      return Optional.empty();
    }
    URL file = loader.getResource(internalName + ".class");
    if (file == null || file.getProtocol().equals("jrt")) {
      return Optional.empty();
    }
    try (InputStream bytes = file.openStream()) {
      return Optional.of(ClassPrint.of(bytes.readAllBytes()));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new CodeException(
          "The class file of "
              + internalName.replace('/', '.')
              + " cannot be read: "
              + e.getMessage(),
          e);
    }
  }
}
