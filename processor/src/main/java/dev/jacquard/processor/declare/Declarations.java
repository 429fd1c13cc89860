package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.DeclarationProblem.GENERATED_NAME_TAKEN;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.MISPLACED_DEFAULT;

import dev.jacquard.Actor;
import dev.jacquard.Workflow;
import dev.jacquard.processor.declare.SignatureReader.Signature;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.ClassDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.ActorDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.TaskDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.WorkflowDeclaration;
import dev.jacquard.processor.model.GeneratedNames;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.TaskPolicy;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads classes and their tasks and workflows, and reports every mistake of theirs at the exact
 * element or annotation value.
 */
public final class Declarations {

  private final Elements elements;
  private final CountingDiagnostics diagnostics;
  private final Generated generated;
  private final ValueTypes valueTypes;
  private final TypeText text;
  private final PolicyReader policies;
  private final ClassRules classRules;
  private final MethodRules methodRules;
  private final NameRules nameRules;
  private final StubArities arities;
  private final ActorReader actors;
  private final CodecRules codecRules;

  private Declarations(
      Elements elements,
      Types types,
      RecordFacts facts,
      Generated generated,
      Diagnostics<Place> next) {
    this.elements = elements;
    this.diagnostics = new CountingDiagnostics(next);
    this.generated = generated;
    this.valueTypes = new ValueTypes(elements, facts);
    this.text = new TypeText(elements, types);
    this.policies = new PolicyReader(elements, diagnostics);
    this.classRules = new ClassRules(elements, diagnostics);
    this.methodRules = new MethodRules(diagnostics);
    this.nameRules = new NameRules(diagnostics);
    this.arities = new StubArities(types, diagnostics);
    this.actors = new ActorReader(elements, types, generated, text, diagnostics);
    this.codecRules = new CodecRules(types, diagnostics);
  }

  /** For the rounds: mistakes are reported; what is not generated yet has no names. */
  public static Declarations inRounds(
      Elements elements, Types types, RecordFacts facts, Diagnostics<Place> diagnostics) {
    return new Declarations(elements, types, facts, Generated.NOT_YET, diagnostics);
  }

  /** For what comes after the rounds, of sources and class files; mistakes were told before. */
  public static Declarations afterRounds(Elements elements, Types types, RecordFacts facts) {
    return new Declarations(
        elements,
        types,
        facts,
        new GeneratedClasses(elements, types),
        (place, problem, found) -> {});
  }

  /** Returns how value types are read for the code of a class. */
  public ValueTypes.Reading valueType(javax.lang.model.type.TypeMirror type, TypeElement forClass) {
    return valueTypes.read(
        type, packageOf(forClass), generated.codecs(forClass, namesOf(forClass)));
  }

  /**
   * Returns the records among some classes and all records that they reach, by binary class name;
   * those are left out that the code of a class cannot see or that are no values.
   */
  public SortedMap<String, TypeElement> records(
      Collection<TypeElement> named, TypeElement forClass) {
    SortedMap<String, TypeElement> records = new TreeMap<>();
    for (TypeElement type : named) {
      if (valueType(type.asType(), forClass) instanceof ValueTypes.Reading.Value value) {
        records.putAll(value.records());
      }
    }
    return records;
  }

  /** Whether all types of the signatures of a class's tasks, workflows and actor are there. */
  public static boolean isResolved(TypeElement type) {
    // A class of which the user has yet to type the name has one that is none.
    return SourceVersion.isIdentifier(type.getSimpleName())
        && Stream.of(MethodKind.values())
            .flatMap(kind -> MarkedMethod.of(type, kind).stream())
            .allMatch(method -> MarkedMethod.isResolved(method.method()))
        && (!Mark.isOn(type, Actor.class)
            || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .allMatch(MarkedMethod::isResolved));
  }

  /** Checks a class that names a codec. */
  public void checkClass(TypeElement type) {
    codecRules.check(type);
  }

  /** Checks that a parameter with a default is one of a workflow. */
  public void checkDefault(VariableElement parameter) {
    Element method = parameter.getEnclosingElement();
    if (method != null && !Mark.isOn(method, Workflow.class)) {
      diagnostics.report(
          Place.of(parameter),
          MISPLACED_DEFAULT,
          parameter.getSimpleName(),
          "a parameter of '" + method.getSimpleName() + "', which is no workflow");
    }
  }

  /**
   * Tells that the name of a class to be generated is taken.
   *
   * @param simpleName the name, in the package of {@code type}
   */
  public void reportTaken(TypeElement type, String simpleName) {
    diagnostics.report(
        Place.of(type),
        GENERATED_NAME_TAKEN,
        namesOf(type).qualified(simpleName),
        TypeText.nested(type));
  }

  /** Whether a class of that name is there that the processor has not generated. */
  public boolean isTaken(TypeElement type, String simpleName) {
    TypeElement existing =
        elements.getTypeElement(elements.getModuleOf(type), namesOf(type).qualified(simpleName));
    return existing != null && !GeneratedClasses.isGenerated(existing);
  }

  /** Reads the tasks and workflows of a class, and what it is as an actor. */
  public ClassDeclaration declare(TypeElement type) {
    List<MarkedMethod> tasks = MarkedMethod.of(type, MethodKind.TASK);
    List<MarkedMethod> workflows = MarkedMethod.of(type, MethodKind.WORKFLOW);
    GeneratedNames names = namesOf(type);
    SignatureReader signatures =
        new SignatureReader(
            valueTypes, names.packageName(), generated.codecs(type, names), diagnostics);
    Optional<ActorDeclaration> actor = actors.read(type, names, signatures);
    String holds = !tasks.isEmpty() ? "task" : workflows.isEmpty() ? "actor" : "workflow";
    boolean nameable =
        classRules.check(type, holds) && (actor.isPresent() || !Mark.isOn(type, Actor.class));
    nameRules.check(tasks);
    nameRules.check(workflows);
    List<String> handlers = HandlerNames.of(tasks, names, text);
    List<TaskDeclaration> taskDeclarations = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      taskDeclarations.add(task(tasks.get(i), handlers.get(i), names, signatures, nameable));
    }
    List<List<Integer>> stubs = arities.of(workflows);
    List<WorkflowDeclaration> workflowDeclarations = new ArrayList<>();
    for (int i = 0; i < workflows.size(); i++) {
      workflowDeclarations.add(
          workflow(workflows.get(i), stubs.get(i), names, signatures, nameable));
    }
    return new ClassDeclaration(
        type,
        names,
        List.copyOf(taskDeclarations),
        List.copyOf(workflowDeclarations),
        actor,
        signatures.records());
  }

  private TaskDeclaration task(
      MarkedMethod task,
      String handler,
      GeneratedNames names,
      SignatureReader signatures,
      boolean nameable) {
    int errorsBefore = diagnostics.errors();
    methodRules.check(task);
    boolean isStatic = task.method().getModifiers().contains(Modifier.STATIC);
    TaskPolicy policy =
        isStatic || !Mark.isOn(task.owner(), Actor.class)
            ? policies.ofTask(task.mark())
            : policies.ofActorsTask(task.mark());
    String descriptor = text.descriptor(task.method());
    String holder = names.qualified(names.handlers());
    Signature signature = signatures.read(task, generated.parameterNames(task.method(), holder));
    if (!nameable || !signature.complete() || diagnostics.errors() > errorsBefore) {
      return new TaskDeclaration(task.method(), descriptor, handler, Optional.empty());
    }
    String className = elements.getBinaryName(task.owner()).toString();
    return new TaskDeclaration(
        task.method(),
        descriptor,
        handler,
        Optional.of(
            new TaskInterface(
                className + "." + task.specName(),
                className,
                task.name(),
                descriptor,
                signature.parameters(),
                signature.result(),
                holder + "$" + handler,
                isStatic ? Optional.empty() : Optional.of(className),
                policy,
                signature.definitions())));
  }

  private WorkflowDeclaration workflow(
      MarkedMethod workflow,
      List<Integer> stubArities,
      GeneratedNames names,
      SignatureReader signatures,
      boolean nameable) {
    int errorsBefore = diagnostics.errors();
    methodRules.check(workflow);
    WorkflowPolicy policy = policies.ofWorkflow(workflow.mark());
    String holder = names.qualified(names.stubs());
    Signature signature =
        signatures.read(workflow, generated.parameterNames(workflow.method(), holder));
    String id = elements.getBinaryName(workflow.owner()) + "." + workflow.specName();
    boolean sound = nameable && signature.complete() && diagnostics.errors() == errorsBefore;
    Optional<WorkflowInterface> known =
        sound
            ? Optional.of(
                new WorkflowInterface(
                    id, signature.parameters(), signature.result(), signature.definitions()))
            : Optional.empty();
    return new WorkflowDeclaration(
        workflow.method(), text.descriptor(workflow.method()), id, known, policy, stubArities);
  }

  private GeneratedNames namesOf(TypeElement type) {
    return new GeneratedNames(packageOf(type), TypeText.nested(type).replace('.', '_'));
  }

  private String packageOf(TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }
}
