package dev.jacquard.processor.analyze;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.jacquard.processor.analyze.Signatures.Lookup;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles small sources and analyzes the bodies that they hold. */
final class BodyCompilation implements TaskListener {

  private final JavacTask task;
  private final Trees trees;
  private final BodyAnalyzer analyzer;
  private final Signatures signatures;
  private final Set<String> analyzed = new HashSet<>();
  final Map<String, AnalyzedBody> bodies = new TreeMap<>();
  final List<String> problems = new ArrayList<>();
  final DiagnosticCollector<JavaFileObject> javac = new DiagnosticCollector<>();

  private BodyCompilation(List<JavaFileObject> sources, List<String> options) {
    this.task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, javac, options, null, sources);
    this.trees = Trees.instance(task);
    this.signatures = new AnnotatedSignatures(task.getElements());
    this.analyzer = new BodyAnalyzer(trees, task.getTypes(), task.getElements(), signatures);
    task.addTaskListener(this);
  }

  static BodyCompilation of(String policy, Map<String, String> sources) {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    BodyCompilation compilation =
        new BodyCompilation(
            files,
            List.of(
                "-proc:none",
                "-XDcompilePolicy=" + policy,
                "-d",
                System.getProperty("java.io.tmpdir"),
                "-classpath",
                System.getProperty("java.class.path")));
    compilation.compile();
    return compilation;
  }

  private void compile() {
    try {
      task.analyze().forEach(element -> {});
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE
        && analyzed.add(event.getTypeElement().getQualifiedName().toString())) {
      TreePath path = trees.getPath(event.getTypeElement());
      analyze(path, (ClassTree) path.getLeaf());
    }
  }

  private void analyze(TreePath path, ClassTree type) {
    for (Tree member : type.getMembers()) {
      TreePath here = new TreePath(path, member);
      if (member instanceof ClassTree nested) {
        analyze(here, nested);
      } else if (member instanceof MethodTree
          && trees.getElement(here) instanceof ExecutableElement method) {
        analyze(here, method);
      }
    }
  }

  private void analyze(TreePath path, ExecutableElement method) {
    if (signatures.workflow(method) instanceof Lookup.Found<WorkflowInterface> found) {
      analyzer
          .workflow(
              path,
              found.value(),
              (tree, problem, words) -> report(path, tree, problem.message(words)))
          .ifPresent(
              body ->
                  bodies.put(method.getEnclosingElement() + "." + method.getSimpleName(), body));
    }
    if (method.getAnnotationMirrors().toString().contains("dev.jacquard.Task")) {
      analyzer.task(path, (tree, problem, words) -> report(path, tree, problem.message(words)));
    }
  }

  private void report(TreePath path, Tree tree, String message) {
    CompilationUnitTree unit = path.getCompilationUnit();
    LineMap lines = unit.getLineMap();
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    problems.add(lines.getLineNumber(start) + ": " + message);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
