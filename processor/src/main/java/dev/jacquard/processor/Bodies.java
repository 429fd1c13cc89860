package dev.jacquard.processor;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import dev.jacquard.processor.analyze.AttributedClass;
import dev.jacquard.processor.analyze.AttributedClass.MethodBody;
import dev.jacquard.processor.analyze.BodyAnalyzer;
import dev.jacquard.processor.analyze.JavacConnection;
import dev.jacquard.processor.check.GraphRules;
import dev.jacquard.processor.declare.Declarations;
import dev.jacquard.processor.emit.SpecWriter;
import dev.jacquard.processor.model.ClassDeclaration.WorkflowDeclaration;
import dev.jacquard.processor.model.SourceWorkflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * After the rounds: each body is analysed when it has its types, and its spec written when the
 * class file of its class is.
 */
final class Bodies implements JavacConnection.Listener {

  private final Compilation compilation;
  private final JavacConnection javac;
  private final Declarations declarations;
  private final SpecWriter specs;

  /** What is analysed and not yet written, by the binary name of its class. */
  private final Map<String, List<SourceWorkflow>> pending = new HashMap<>();

  /** Workflows without a graph, by the binary name of their class. */
  private final Map<String, List<ExecutableElement>> missing = new HashMap<>();

  Bodies(Compilation compilation, JavacConnection javac) {
    this.compilation = compilation;
    this.javac = javac;
    this.declarations =
        Declarations.afterRounds(
            compilation.elements(), compilation.types(), compilation.recordFacts());
    this.specs = new SpecWriter(compilation.handedInFiler());
  }

  @Override
  public void attributed(AttributedClass type) {
    compilation.guard().run(type.type(), () -> analyze(type));
  }

  private void analyze(AttributedClass type) {
    DeclaredSignatures signatures = DeclaredSignatures.of(declarations, type.type());
    for (MethodBody body : type.methods()) {
      ExecutableElement method = body.method();
      boolean task = method.getAnnotation(Task.class) != null;
      boolean workflow = method.getAnnotation(Workflow.class) != null;
      if ((task || workflow)
          && method.getEnclosingElement() instanceof TypeElement owner
          && compilation.isDeclared(owner)) {
        DeclaredSignatures seen = signatures.forClass(owner);
        BodyAnalyzer analyzer = javac.bodyAnalyzer(seen);
        compilation
            .guard()
            .run(
                method,
                () -> {
                  if (task) {
                    type.checkTask(body, analyzer);
                  } else {
                    seen.workflowDeclaration(method)
                        .flatMap(found -> analyze(type, body, found, analyzer))
                        .ifPresentOrElse(
                            analyzed -> remember(owner, analyzed), () -> miss(owner, method));
                  }
                });
      }
    }
  }

  private Optional<SourceWorkflow> analyze(
      AttributedClass type, MethodBody body, WorkflowDeclaration workflow, BodyAnalyzer analyzer) {
    return workflow
        .signature()
        .flatMap(
            signature ->
                type.analyzeWorkflow(body, signature, analyzer)
                    .map(
                        analyzed -> {
                          GraphRules.check(analyzed.graph(), type.at(analyzed));
                          return new SourceWorkflow(
                              signature,
                              workflow.policy(),
                              analyzed.graph(),
                              type.sourceFile(),
                              Documentation.firstParagraph(
                                  compilation.elements().getDocComment(body.method())),
                              ProcessorVersion.get());
                        }));
  }

  private void remember(TypeElement owner, SourceWorkflow workflow) {
    pending.computeIfAbsent(binaryName(owner), name -> new ArrayList<>()).add(workflow);
  }

  private void miss(TypeElement owner, ExecutableElement method) {
    missing.computeIfAbsent(binaryName(owner), name -> new ArrayList<>()).add(method);
  }

  @Override
  public void generating(TypeElement type) {
    // A class with errors, javac's or ours, has no class file written.
    for (ExecutableElement method : missing.getOrDefault(binaryName(type), List.of())) {
      compilation.guard().run(method, Bodies::failAsUnread);
    }
    List<SourceWorkflow> workflows = pending.remove(binaryName(type));
    if (workflows != null) {
      for (SourceWorkflow workflow : workflows) {
        compilation.guard().run(type, () -> specs.write(workflow, type));
      }
    }
  }

  private static void failAsUnread() {
    throw new IllegalStateException("a body that javac finds right and the analysis cannot read");
  }

  private String binaryName(TypeElement type) {
    return compilation.elements().getBinaryName(type).toString();
  }
}
