package org.gradle.internal.compiler.java;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/**
 * Tells Gradle which classes a source file became, and who reads whose constants. Gradle makes it by
 * reflection, with this constructor, around javac's task; its own is in none of the artifacts that
 * Maven Central has.
 */
public final class IncrementalCompileTask implements JavaCompiler.CompilationTask, TaskListener {

  private final JavacTask javac;
  private final Function<File, Optional<String>> relativize;
  private final Consumer<String> beforeWriting;
  private final Consumer<Map<String, Set<String>>> classesOfSources;
  private final BiConsumer<String, String> readerOfConstant;
  private final Map<String, Set<String>> classes = new TreeMap<>();

  public IncrementalCompileTask(
      JavaCompiler.CompilationTask javac,
      Function<File, Optional<String>> relativize,
      Consumer<String> beforeWriting,
      Consumer<Map<String, Set<String>>> classesOfSources,
      BiConsumer<String, String> accessibleReaderOfConstant,
      BiConsumer<String, String> privateReaderOfConstant) {
    this.javac = (JavacTask) javac;
    this.relativize = relativize;
    this.beforeWriting = beforeWriting;
    this.classesOfSources = classesOfSources;
    this.readerOfConstant = privateReaderOfConstant;
  }

  @Override
  public Boolean call() {
    javac.addTaskListener(this);
    try {
      return javac.call();
    } finally {
      classesOfSources.accept(classes);
    }
  }

  @Override
  public void started(TaskEvent event) {
    JavaFileObject source = event.getSourceFile();
    if (event.getKind() == TaskEvent.Kind.GENERATE && source != null) {
      relativize
          .apply(new File(source.getName()))
          .ifPresent(
              path -> {
                String name = binaryName(event.getTypeElement());
                classes.computeIfAbsent(path, key -> new TreeSet<>()).add(name);
                beforeWriting.accept(name);
              });
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      Trees trees = Trees.instance(javac);
      new ConstantReaders(trees, event.getTypeElement())
          .scan(trees.getPath(event.getTypeElement()), null);
    }
  }

  private String binaryName(TypeElement type) {
    return javac.getElements().getBinaryName(type).toString();
  }

  private final class ConstantReaders extends TreePathScanner<Void, Void> {

    private final Trees trees;
    private final TypeElement reader;

    ConstantReaders(Trees trees, TypeElement reader) {
      this.trees = trees;
      this.reader = reader;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void none) {
      note(getCurrentPath());
      return super.visitIdentifier(tree, none);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void none) {
      note(getCurrentPath());
      return super.visitMemberSelect(tree, none);
    }

    private void note(TreePath path) {
      Element read = trees.getElement(path);
      if (read instanceof VariableElement
          && ((VariableElement) read).getConstantValue() != null
          && read.getEnclosingElement() instanceof TypeElement) {
        String owner = binaryName((TypeElement) read.getEnclosingElement());
        if (!owner.equals(binaryName(reader))) {
          readerOfConstant.accept(owner, binaryName(reader));
        }
      }
    }
  }

  @Override
  public void addModules(Iterable<String> names) {
    javac.addModules(names);
  }

  @Override
  public void setProcessors(Iterable<? extends Processor> processors) {
    javac.setProcessors(processors);
  }

  @Override
  public void setLocale(Locale locale) {
    javac.setLocale(locale);
  }
}
