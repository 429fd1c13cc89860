package dev.jacquard.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which writes one class in each round until it has no more. */
@SupportedAnnotationTypes("*")
final class WriterBeside extends AbstractProcessor {

  /** A class to be written. */
  record Source(String name, String text) {}

  private final List<Source> sources;
  private int next;

  WriterBeside(List<Source> sources) {
    this.sources = sources;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (next < sources.size()) {
      Source source = sources.get(next++);
      try (Writer writer = processingEnv.getFiler().createSourceFile(source.name()).openWriter()) {
        writer.write(source.text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }
}
