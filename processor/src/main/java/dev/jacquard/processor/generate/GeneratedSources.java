package dev.jacquard.processor.generate;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.jacquard.processor.model.ClassDeclaration;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes what is generated for a class: stubs, handlers and codecs, each in a source file. */
public final class GeneratedSources {

  private final Elements elements;
  private final Filer filer;
  private final Predicate<TypeElement> auxiliary;

  /**
   * Writes through a filer.
   *
   * @param filer the one that the compiler or build tool handed in
   * @param auxiliary tells classes in a source file that has the name of another: javac warns where
   *     they are named elsewhere
   */
  public GeneratedSources(Elements elements, Filer filer, Predicate<TypeElement> auxiliary) {
    this.elements = elements;
    this.filer = filer;
    this.auxiliary = auxiliary;
  }

  /** Writes the stubs of a class, if it has workflows. */
  public void writeStubs(ClassDeclaration declaration) throws IOException {
    write(declaration, StubsWriter.write(declaration, marks(declaration)));
  }

  /** Writes the handlers of a class, if it has sound tasks. */
  public void writeHandlers(ClassDeclaration declaration) throws IOException {
    write(declaration, HandlersWriter.write(declaration, marks(declaration)));
  }

  /** Writes the codecs of a class, if there are records, given by binary name. */
  public void writeCodecs(ClassDeclaration declaration, SortedMap<String, TypeElement> records)
      throws IOException {
    write(declaration, CodecsWriter.write(declaration, records, marks(declaration)));
  }

  private Marks marks(ClassDeclaration declaration) {
    return new Marks(elements, declaration.type(), auxiliary);
  }

  private void write(ClassDeclaration declaration, Optional<TypeSpec> type) throws IOException {
    if (type.isPresent()) {
      // One originating element: build tools that compile incrementally rely on it.
      TypeSpec source = type.get().toBuilder().addOriginatingElement(declaration.type()).build();
      JavaFile.builder(declaration.names().packageName(), source)
          .indent("  ")
          .build()
          .writeTo(filer);
    }
  }
}
