package dev.jacquard.compile;

import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A processor that is given another environment than javac's, as IDEs and build tools do it.
 *
 * @param wrap makes that environment of javac's
 */
record WrappedProcessor(Processor inner, UnaryOperator<ProcessingEnvironment> wrap)
    implements Processor {

  @Override
  public void init(ProcessingEnvironment environment) {
    inner.init(wrap.apply(environment));
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // It answers what the processor inside does.
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return inner.process(annotations, round);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return inner.getSupportedOptions();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return inner.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return inner.getSupportedSourceVersion();
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
    return inner.getCompletions(element, annotation, member, text);
  }
}
