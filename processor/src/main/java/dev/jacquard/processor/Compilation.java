package dev.jacquard.processor;

import dev.jacquard.processor.analyze.JavacConnection;
import dev.jacquard.processor.analyze.NamedTypes;
import dev.jacquard.processor.analyze.NamedTypes.Names;
import dev.jacquard.processor.analyze.SourceRecords;
import dev.jacquard.processor.analyze.UnknownMarks;
import dev.jacquard.processor.declare.ClassFileRecords;
import dev.jacquard.processor.declare.RecordFacts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** One run of the compiler: its tools, and what the rounds leave for the time after them. */
final class Compilation {

  private final ProcessingEnvironment handedIn;
  private final Guard guard;
  private final Optional<JavacConnection> javac;
  private final Optional<SourceRecords> sourceRecords;
  private final Optional<NamedTypes> namedTypes;
  private final Optional<UnknownMarks> unknownMarks;
  private final RecordFacts recordFacts;
  private final Set<String> declared = new HashSet<>();

  Compilation(ProcessingEnvironment handedIn, Guard guard) {
    this.handedIn = handedIn;
    this.guard = guard;
    this.javac = JavacConnection.to(handedIn);
    this.sourceRecords = javac.map(JavacConnection::sourceRecords);
    this.namedTypes = javac.map(JavacConnection::namedTypes);
    this.unknownMarks = javac.map(JavacConnection::unknownMarks);
    RecordFacts fromClassFiles =
        new ClassFileRecords(
            elements(), javac.map(JavacConnection::filer).orElseGet(handedIn::getFiler));
    this.recordFacts =
        record ->
            sourceRecords
                .flatMap(records -> records.of(record))
                .or(() -> fromClassFiles.of(record));
  }

  Guard guard() {
    return guard;
  }

  Optional<JavacConnection> javac() {
    return javac;
  }

  /** The compiler's own, since wrapped elements are no key to its trees. */
  Elements elements() {
    return javac.map(JavacConnection::elements).orElseGet(handedIn::getElementUtils);
  }

  Types types() {
    return javac.map(JavacConnection::types).orElseGet(handedIn::getTypeUtils);
  }

  /** The one that was handed in: build tools and IDEs see by it what is written. */
  Filer handedInFiler() {
    return handedIn.getFiler();
  }

  RoundReporter reporter() {
    return new RoundReporter(handedIn.getMessager());
  }

  RecordFacts recordFacts() {
    return recordFacts;
  }

  /** Remembers what the trees of a class tell while they are whole. */
  void remember(TypeElement type) {
    sourceRecords.ifPresent(records -> records.remember(type));
  }

  /** Whether a class stands in a source file that has the name of another. */
  boolean isAuxiliary(TypeElement type) {
    return javac.map(connection -> connection.isAuxiliary(type)).orElse(false);
  }

  /** The classes that the body of a method names. */
  Names namesIn(ExecutableElement method) {
    return namedTypes.map(types -> types.in(method)).orElseGet(Names::none);
  }

  /** Whether javac tells of an annotation of a method, which may be what makes it a workflow. */
  boolean hasUnknownMark(@Nullable Element method) {
    return method != null && unknownMarks.filter(marks -> marks.isOn(method)).isPresent();
  }

  /** Remembers that a class went through the rounds, and so has generated code. */
  void declared(TypeElement type) {
    declared.add(elements().getBinaryName(type).toString());
  }

  boolean isDeclared(TypeElement type) {
    return declared.contains(elements().getBinaryName(type).toString());
  }
}
