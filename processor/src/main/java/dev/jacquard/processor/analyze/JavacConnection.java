package dev.jacquard.processor.analyze;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;

/** The way to javac's syntax trees, and to the moments after the rounds. */
public final class JavacConnection {

  /** Told what javac does after the rounds. */
  public interface Listener {

    /** The bodies of a class, of a whole source file or one of several in it, have their types. */
    void attributed(AttributedClass type);

    /** The class file of a class is about to be written; classes with errors never get there. */
    void generating(TypeElement type);
  }

  private final ProcessingEnvironment javac;
  private final Trees trees;

  private JavacConnection(ProcessingEnvironment javac, Trees trees) {
    this.javac = javac;
    this.trees = trees;
  }

  /** Connects; empty if the compiler is not javac. */
  public static Optional<JavacConnection> to(ProcessingEnvironment handedIn) {
    return CompilerEnvironment.behind(handedIn)
        .map(javac -> new JavacConnection(javac, Trees.instance(javac)));
  }

  public Elements elements() {
    return javac.getElementUtils();
  }

  public Types types() {
    return javac.getTypeUtils();
  }

  /** The compiler's own filer, for reading. */
  public Filer filer() {
    return javac.getFiler();
  }

  /** Creates an analyzer of bodies. */
  public BodyAnalyzer bodyAnalyzer(Signatures signatures) {
    return new BodyAnalyzer(trees, types(), elements(), signatures);
  }

  /** Creates a reader of what the trees of records tell. */
  public SourceRecords sourceRecords() {
    return new SourceRecords(trees, elements());
  }

  /** Creates a finder of the types that bodies name. */
  public NamedTypes namedTypes() {
    return new NamedTypes(trees, elements());
  }

  /** Creates a finder of annotations that are none. */
  public UnknownMarks unknownMarks() {
    return new UnknownMarks(trees);
  }

  /** Whether a class stands in a source file that has the name of another. */
  public boolean isAuxiliary(TypeElement type) {
    TreePath path = type.getNestingKind().isNested() ? null : trees.getPath(type);
    return path != null
        && !path.getCompilationUnit()
            .getSourceFile()
            .isNameCompatible(type.getSimpleName().toString(), JavaFileObject.Kind.SOURCE);
  }

  /** Begins to listen. */
  public void listen(Listener listener) {
    JavacTask.instance(javac)
        .addTaskListener(
            new TaskListener() {
              @Override
              public void started(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
                  listener.generating(event.getTypeElement());
                }
              }

              @Override
              public void finished(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.ANALYZE && isClass(event)) {
                  listener.attributed(
                      new AttributedClass(
                          trees, event.getCompilationUnit(), event.getTypeElement()));
                }
              }
            });
  }

  /** The events of package and module declarations have no class, or one that is none. */
  private static boolean isClass(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    return type != null
        && event.getCompilationUnit() != null
        && (type.getKind().isClass() || type.getKind().isInterface())
        && type.getKind() != ElementKind.PACKAGE;
  }
}
