package dev.jacquard.processor;

import static dev.jacquard.processor.diagnostic.CommonProblem.NOT_JAVAC;

import dev.jacquard.Actor;
import dev.jacquard.Cache;
import dev.jacquard.Default;
import dev.jacquard.EncodedBy;
import dev.jacquard.Resources;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import dev.jacquard.spi.CompiledMethods;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Compiles workflows. In the rounds it checks declarations and generates stubs, handlers and codecs
 * ({@link Rounds}); afterwards it listens to javac, turns each body into a graph when it has its
 * types, and writes its spec when the class file is written ({@link Bodies}).
 */
public final class JacquardProcessor extends AbstractProcessor implements Processor {

  private @Nullable Guard guard;
  private @Nullable Rounds rounds;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // Generated too: javac warns of it on generated code as of any other that nobody claims.
    return Stream.of(
            Generated.class,
            Task.class,
            Workflow.class,
            Actor.class,
            Cache.class,
            Resources.class,
            Default.class,
            EncodedBy.class,
            CompiledMethods.class)
        .map(Class::getCanonicalName)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Guard created = new Guard(environment.getMessager());
    guard = created;
    created.run(null, () -> connect(environment, created));
  }

  private void connect(ProcessingEnvironment environment, Guard created) {
    Compilation compilation = new Compilation(environment, created);
    rounds = new Rounds(compilation);
    compilation
        .javac()
        .ifPresentOrElse(
            javac -> javac.listen(new Bodies(compilation, javac)),
            () ->
                environment
                    .getMessager()
                    .printMessage(
                        Kind.WARNING, NOT_JAVAC.message(environment.getClass().getName())));
  }

  /**
   * Claims Jacquard's own annotations, and no other processor's: javac warns of those that nobody
   * claims.
   */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Rounds connected = rounds;
    if (guard != null && connected != null) {
      guard.run(null, () -> connected.process(round));
    }
    return true;
  }
}
