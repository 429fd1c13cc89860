package dev.jacquard.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Where in a source a statement stands, and where a declaration. */
final class Members {

  private record Range(long start, long end) {

    boolean holds(long position) {
      return start <= position && position <= end;
    }
  }

  private final List<Range> bodies = new ArrayList<>();
  private final List<Range> headers = new ArrayList<>();
  private boolean parsed = true;

  /** Reads a source, which may be broken. */
  static Members of(Path file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Members members = new Members();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(ignored -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  new StringWriter(),
                  manager,
                  ignored -> members.parsed = false,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjects(file));
      for (CompilationUnitTree unit : task.parse()) {
        members.add(unit, Trees.instance(task).getSourcePositions());
      }
      return members;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the source keeps to Java's grammar, so that javac had nothing to guess. */
  boolean parsed() {
    return parsed;
  }

  /** Whether a place is in the body of a method. */
  boolean isInBody(long position) {
    return bodies.stream().anyMatch(body -> body.holds(position));
  }

  /** Whether one declaration of a method or of a field, without its body, holds both places. */
  boolean isInOneDeclaration(long one, long other) {
    return headers.stream().anyMatch(header -> header.holds(one) && header.holds(other))
        && !isInBody(one)
        && !isInBody(other);
  }

  private void add(CompilationUnitTree unit, SourcePositions positions) {
    new TreePathScanner<Void, Void>() {

      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        if (method.getBody() != null) {
          bodies.add(range(method.getBody()));
        }
        headers.add(range(method));
        return null;
      }

      @Override
      public Void visitVariable(VariableTree field, Void unused) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        if (parent instanceof ClassTree) {
          headers.add(range(field));
        }
        return null;
      }

      private Range range(Tree tree) {
        return new Range(
            positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree));
      }
    }.scan(unit, null);
  }
}
