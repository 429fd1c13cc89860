package dev.jacquard.processor;

import dev.jacquard.Actor;
import dev.jacquard.Default;
import dev.jacquard.EncodedBy;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import dev.jacquard.processor.analyze.NamedTypes.Names;
import dev.jacquard.processor.declare.Declarations;
import dev.jacquard.processor.generate.GeneratedSources;
import dev.jacquard.processor.model.ClassDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.WorkflowDeclaration;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The rounds: declarations are checked, and sources generated from them, class by class. A class
 * whose types are not all there waits for the next round, since another processor may be about to
 * generate them.
 */
final class Rounds {

  private final Compilation compilation;
  private final Declarations declarations;
  private final Declarations again;
  private final GeneratedSources sources;

  /** Qualified names of the classes that wait, and of those of which only the codecs wait. */
  private Set<String> waiting = new TreeSet<>();

  private Set<String> waitingForCodecs = new TreeSet<>();

  Rounds(Compilation compilation) {
    this.compilation = compilation;
    this.declarations =
        Declarations.inRounds(
            compilation.elements(),
            compilation.types(),
            compilation.recordFacts(),
            compilation.reporter());
    this.again =
        Declarations.inRounds(
            compilation.elements(),
            compilation.types(),
            compilation.recordFacts(),
            (place, problem, found) -> {});
    this.sources =
        new GeneratedSources(
            compilation.elements(), compilation.handedInFiler(), compilation::isAuxiliary);
  }

  void process(RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        compilation.guard().run(type, () -> compilation.remember(type));
      }
    }
    for (TypeElement type : byName(enclosing(round, EncodedBy.class)).values()) {
      compilation.guard().run(type, () -> declarations.checkClass(type));
    }
    for (Element parameter : round.getElementsAnnotatedWith(Default.class)) {
      if (parameter instanceof VariableElement variable
          && !compilation.hasUnknownMark(variable.getEnclosingElement())) {
        compilation.guard().run(variable, () -> declarations.checkDefault(variable));
      }
    }
    Set<String> forCodecs = waitingForCodecs;
    waitingForCodecs = new TreeSet<>();
    for (TypeElement type : found(forCodecs)) {
      compilation.guard().run(type, () -> writeCodecs(again.declare(type), round.processingOver()));
    }
    List<Element> holders = enclosing(round, Task.class, Workflow.class, Actor.class);
    holders.addAll(found(waiting));
    waiting = new TreeSet<>();
    for (TypeElement type : byName(holders).values()) {
      compilation.guard().run(type, () -> process(type, round.processingOver()));
    }
  }

  private void process(TypeElement type, boolean over) throws IOException {
    if (!Declarations.isResolved(type)) {
      // In the last round nothing can come any more; javac tells of the missing type.
      waiting.add(type.getQualifiedName().toString());
      return;
    }
    ClassDeclaration declaration = declarations.declare(type);
    compilation.declared(type);
    if (!declaration.workflows().isEmpty()) {
      write(declaration, declaration.names().stubs(), () -> sources.writeStubs(declaration));
    }
    write(declaration, declaration.names().handlers(), () -> sources.writeHandlers(declaration));
    writeCodecs(declaration, over);
  }

  private void writeCodecs(ClassDeclaration declaration, boolean over) throws IOException {
    TypeElement type = declaration.type();
    SortedMap<String, TypeElement> records = new TreeMap<>(declaration.records());
    boolean complete = true;
    for (WorkflowDeclaration workflow : declaration.workflows()) {
      Names names = compilation.namesIn(workflow.method());
      complete &= names.missing().isEmpty();
      records.putAll(declarations.records(names.types(), type));
    }
    if (complete || over) {
      write(
          declaration,
          declaration.names().codecs(),
          () -> sources.writeCodecs(declaration, records));
    } else {
      waitingForCodecs.add(type.getQualifiedName().toString());
    }
  }

  /** Writes a source. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void write(ClassDeclaration declaration, String name, Writing writing)
      throws IOException {
    TypeElement type = declaration.type();
    if (declarations.isTaken(type, name)) {
      declarations.reportTaken(type, name);
      return;
    }
    try {
      writing.run();
    } catch (FilerException taken) {
      declarations.reportTaken(type, name);
    }
  }

  @SafeVarargs
  private static List<Element> enclosing(
      RoundEnvironment round, Class<? extends Annotation>... annotations) {
    Set<Element> types = new LinkedHashSet<>();
    for (Class<? extends Annotation> annotation : annotations) {
      for (Element marked : round.getElementsAnnotatedWith(annotation)) {
        types.add(marked instanceof ExecutableElement ? marked.getEnclosingElement() : marked);
      }
    }
    return new ArrayList<>(types);
  }

  /** Elements are those of this round; names are kept between rounds. */
  private List<TypeElement> found(Set<String> names) {
    return names.stream()
        .map(compilation.elements()::getTypeElement)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** Sorted, so that the order of the source files does not matter. */
  private static SortedMap<String, TypeElement> byName(List<? extends Element> elements) {
    SortedMap<String, TypeElement> types = new TreeMap<>();
    for (Element element : elements) {
      if (element instanceof TypeElement type) {
        types.put(type.getQualifiedName().toString(), type);
      }
    }
    return types;
  }
}
