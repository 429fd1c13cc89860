package dev.jacquard.processor.emit;

import dev.jacquard.processor.model.SourceWorkflow;
import java.io.IOException;
import java.io.OutputStream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes specs beside the class files. */
public final class SpecWriter {

  private final Filer filer;

  /**
   * Writes through a filer.
   *
   * @param filer the one that the compiler or build tool handed in
   */
  public SpecWriter(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes one spec, to {@code META-INF/jacquard/<id>.pb}.
   *
   * @param origin the class that declares the workflow
   */
  public void write(SourceWorkflow workflow, Element origin) throws IOException {
    String file = "META-INF/jacquard/" + workflow.signature().id() + ".pb";
    byte[] bytes = SpecEmitter.emit(workflow);
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", file, origin).openOutputStream()) {
      out.write(bytes);
    }
  }
}
