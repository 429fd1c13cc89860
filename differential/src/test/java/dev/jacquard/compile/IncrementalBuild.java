package dev.jacquard.compile;

import dev.jacquard.processor.JacquardProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gradle's incremental compilation with a processor that is declared <em>isolating</em>, emulated.
 * {@code .ci/gradle.sh} has Gradle itself carry out the same edits; this takes seconds, and shows
 * which files were compiled.
 *
 * <p>What is emulated: the filer that notes originating elements; the classes that depend on those
 * of an edited file, transitively where the dependency is in a signature; the generated classes of
 * what is recompiled; the class for which a generated one was written when that one is to be
 * recompiled, which is handed to the processor as it is, without its source; the removal of all
 * outputs that are to be made again before javac is called, with those that remain on the class
 * path. Of the sets of files that its versions choose, this is the smallest.
 */
final class IncrementalBuild {

  private final Project project;
  private final SortedMap<String, Set<String>> origins = RecordingFiler.notes();

  IncrementalBuild(Project project) {
    this.project = project;
  }

  /** Who wrote what for whom, by path. */
  SortedMap<String, Set<String>> origins() {
    return origins;
  }

  Report compileAll() {
    project.clean();
    origins.clear();
    return compile(project.files(), Set.of());
  }

  /**
   * Compiles after files have been edited.
   *
   * @param edited their names
   * @return the names of what was compiled
   */
  Set<String> compileAfter(Set<String> edited) {
    SortedMap<String, ClassReferences> classes = readClasses();
    Set<String> stale = new TreeSet<>();
    classes.values().stream()
        .filter(type -> edited.contains(sourceOf(type)))
        .forEach(type -> stale.add(type.name));
    addDependents(stale, classes);
    Set<String> reprocessed = new TreeSet<>();
    stale.forEach(name -> reprocessed.addAll(originsOf(classes.get(name))));
    reprocessed.removeAll(stale);
    Set<String> files = new TreeSet<>(edited);
    for (String name : stale) {
      ClassReferences type = classes.get(name);
      if (Files.exists(project.file(sourceOf(type)))) {
        files.add(sourceOf(type));
      }
      Project.deleteAll(List.of(classFile(name)));
    }
    files.removeIf(file -> !Files.exists(project.file(file)));
    deleteGenerated(stale, "");
    deleteGenerated(reprocessed, "generated/");
    compile(files.stream().map(project::file).toList(), reprocessed).mustSucceed();
    return files;
  }

  private Report compile(List<Path> files, Set<String> reprocessed) {
    return Javac.withJacquard()
        .with("-g") // as Gradle does, so that class files have the names of parameters
        .on(project.classes())
        .using(
            List.of(
                () ->
                    new WrappedProcessor(
                        new JacquardProcessor(),
                        javacs ->
                            new DelegatingEnvironment(
                                javacs, new RecordingFiler(javacs.getFiler(), origins)))))
        .compile(project, files, reprocessed);
  }

  private void addDependents(Set<String> stale, Map<String, ClassReferences> classes) {
    Deque<String> open = new ArrayDeque<>(stale);
    Set<String> followed = new TreeSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!followed.add(name)) {
        continue;
      }
      boolean constants = classes.get(name).hasConstants;
      for (ClassReferences other : classes.values()) {
        if (other.accessible.contains(name) || isGeneratedFor(other, name)) {
          stale.add(other.name);
          open.add(other.name);
        } else if (other.inside.contains(name) || (constants && mentions(other, name))) {
          stale.add(other.name);
        }
      }
    }
  }

  private boolean isGeneratedFor(ClassReferences other, String name) {
    return originsOf(other).contains(name);
  }

  private Set<String> originsOf(ClassReferences type) {
    return origins.getOrDefault("generated/" + sourceOf(type), new TreeSet<>());
  }

  /** Of constants class files say nothing; Gradle asks javac who read them. */
  private boolean mentions(ClassReferences other, String name) {
    Path source = project.file(sourceOf(other));
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return Files.exists(source) && Project.text(source).contains(simple + ".");
  }

  private void deleteGenerated(Set<String> originating, String folder) {
    for (Map.Entry<String, Set<String>> written : Map.copyOf(origins).entrySet()) {
      if (written.getKey().startsWith(folder)
          && written.getValue().stream().anyMatch(originating::contains)) {
        Project.deleteAll(List.of(project.root().resolve(written.getKey())));
        origins.remove(written.getKey());
      }
    }
  }

  private SortedMap<String, ClassReferences> readClasses() {
    SortedMap<String, ClassReferences> classes = new TreeMap<>();
    for (Path file : Project.filesBelow(project.classes())) {
      if (file.toString().endsWith(".class")) {
        try {
          ClassReferences references = ClassReferences.of(Files.readAllBytes(file));
          classes.put(references.name, references);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return classes;
  }

  private static String sourceOf(ClassReferences type) {
    String folder = type.name.replace('.', '/');
    return folder.substring(0, folder.lastIndexOf('/') + 1) + type.sourceFile;
  }

  private Path classFile(String name) {
    return project.classes().resolve(name.replace('.', '/') + ".class");
  }
}
