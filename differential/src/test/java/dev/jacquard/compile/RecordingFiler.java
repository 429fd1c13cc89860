package dev.jacquard.compile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Notes for each file that a processor writes the top-level classes that it is written for. */
final class RecordingFiler implements Filer {

  private final Filer javacs;
  private final SortedMap<String, Set<String>> origins;

  /**
   * Writes through javac's filer.
   *
   * @param origins where the notes go, by path below the project's folder
   */
  RecordingFiler(Filer javacs, SortedMap<String, Set<String>> origins) {
    this.javacs = javacs;
    this.origins = origins;
  }

  @Override
  public JavaFileObject createSourceFile(CharSequence name, Element... elements)
      throws IOException {
    note("generated/" + withoutModule(name).replace('.', '/') + ".java", elements);
    return javacs.createSourceFile(name, elements);
  }

  @Override
  public JavaFileObject createClassFile(CharSequence name, Element... elements) throws IOException {
    note("classes/" + withoutModule(name).replace('.', '/') + ".class", elements);
    return javacs.createClassFile(name, elements);
  }

  @Override
  public FileObject createResource(
      Location location, CharSequence module, CharSequence name, Element... elements)
      throws IOException {
    if (location != StandardLocation.CLASS_OUTPUT) {
      throw new IOException("Resources must be beside the classes; found " + location);
    }
    String folder = module.length() == 0 ? "" : withoutModule(module).replace('.', '/') + "/";
    note("classes/" + folder + name, elements);
    return javacs.createResource(location, module, name, elements);
  }

  @Override
  public FileObject getResource(Location location, CharSequence module, CharSequence name)
      throws IOException {
    throw new IOException("A file that is read must be one that the build tool knows of: " + name);
  }

  private void note(String path, Element... elements) {
    Set<String> classes = new TreeSet<>();
    Arrays.stream(elements).map(RecordingFiler::topLevel).forEach(classes::add);
    origins.put(path, classes);
  }

  private static String topLevel(Element element) {
    Element next = element;
    while (!(next.getEnclosingElement() instanceof PackageElement)) {
      next = next.getEnclosingElement();
    }
    return ((QualifiedNameable) next).getQualifiedName().toString();
  }

  private static String withoutModule(CharSequence name) {
    return name.toString().replaceFirst("^.*/", "");
  }

  static SortedMap<String, Set<String>> notes() {
    return new TreeMap<>();
  }
}
