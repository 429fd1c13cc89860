package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.analyze.Signatures.Lookup;
import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.diagnostic.Problem;
import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Definition;
import dev.jacquard.processor.model.WorkflowGraph;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The state of one body's analysis: what it named, what was made of which tree, and the mistakes
 * found so far.
 */
@SuppressWarnings("ReferenceEquality") // trees have no equality of their own
final class Analysis {

  private final TreeTypes trees;
  private final Signatures signatures;
  private final NavigableMap<String, TaskInterface> tasks = new TreeMap<>();
  private final NavigableMap<String, ActorInterface> actors = new TreeMap<>();
  private final NavigableMap<String, WorkflowInterface> workflows = new TreeMap<>();
  private final NavigableMap<String, Definition> definitions = new TreeMap<>();
  private final IdentityHashMap<Node, Tree> places = new IdentityHashMap<>();
  private final IdentityHashMap<TypeMirror, TypeAnswer> answers = new IdentityHashMap<>();
  private final List<Report> reports = new ArrayList<>();
  private final LocalVariables variables = new LocalVariables(this);
  private final Evaluations evaluations = new Evaluations(this);
  private final Conversions conversions;
  private final PureFunctionTable functions;
  private boolean abandoned;

  private record Report(Tree place, Problem problem, List<Object> found) {}

  Analysis(TreeTypes trees, Signatures signatures, WorkflowInterface self) {
    this.trees = trees;
    this.signatures = signatures;
    this.conversions = new Conversions(evaluations, trees);
    this.functions = new PureFunctionTable(trees);
    define(self.definitions());
  }

  TreeTypes trees() {
    return trees;
  }

  Signatures signatures() {
    return signatures;
  }

  LocalVariables variables() {
    return variables;
  }

  Evaluations evaluations() {
    return evaluations;
  }

  Conversions conversions() {
    return conversions;
  }

  PureFunctionTable functions() {
    return functions;
  }

  /** Remembers a mistake; it is told when the analysis has met no invalid Java up to its end. */
  void report(Tree place, Problem problem, Object... found) {
    if (reports.stream().noneMatch(it -> it.place() == place && it.problem() == problem)) {
      reports.add(new Report(place, problem, List.of(found)));
    }
  }

  /** How many mistakes were found so far. */
  int reports() {
    return reports.size();
  }

  /** Gives the graph up, for a mistake that is reported elsewhere. */
  void abandon() {
    abandoned = true;
  }

  /** Whether the body is sound as far as it was read. */
  boolean isSound() {
    return !abandoned && reports.isEmpty();
  }

  void tell(Diagnostics<Tree> diagnostics) {
    for (Report report : reports) {
      diagnostics.report(report.place(), report.problem(), report.found().toArray());
    }
  }

  Lookup<TaskInterface> task(ExecutableElement method) {
    Lookup<TaskInterface> lookup = signatures.task(method);
    if (lookup instanceof Lookup.Found<TaskInterface> found) {
      tasks.put(found.value().id(), found.value());
      define(found.value().definitions());
    }
    return lookup;
  }

  Lookup<ActorInterface> actor(ExecutableElement constructor) {
    Lookup<ActorInterface> lookup = signatures.actor(constructor);
    if (lookup instanceof Lookup.Found<ActorInterface> found) {
      actors.put(found.value().id(), found.value());
      define(found.value().definitions());
    }
    return lookup;
  }

  /** Whether it is an actor's class; a record that is marked so is told of, and a value still. */
  boolean isActor(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getKind() != ElementKind.RECORD
        && signatures.isActor(element);
  }

  Lookup<WorkflowInterface> workflow(ExecutableElement method) {
    Lookup<WorkflowInterface> lookup = signatures.workflow(method);
    if (lookup instanceof Lookup.Found<WorkflowInterface> found) {
      workflows.put(found.value().id(), found.value());
      define(found.value().definitions());
    }
    return lookup;
  }

  /** What a type is as a value's. */
  TypeAnswer valueType(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      throw new InvalidJava();
    }
    if (type.getKind().isPrimitive()) {
      return new TypeAnswer.Known(
          new ValueType.PrimitiveType(ValueType.Primitive.valueOf(type.getKind().name())),
          Map.of());
    }
    TypeAnswer answer = answers.computeIfAbsent(type, signatures::valueType);
    if (answer instanceof TypeAnswer.Known known) {
      define(known.definitions());
    }
    return answer;
  }

  private void define(Map<String, Definition> more) {
    more.forEach(definitions::putIfAbsent);
  }

  /** What stands behind a name that a known type reaches. */
  Definition definition(String name) {
    Definition definition = definitions.get(name);
    if (definition == null) {
      throw new InvalidJava();
    }
    return definition;
  }

  /** A value that stands where Java has none, or that is never read. */
  static Operand zero(ValueType type) {
    return new Operand.ConstantOperand(type, zeroOf(type));
  }

  private static Literal zeroOf(ValueType type) {
    return type instanceof ValueType.PrimitiveType primitive
        ? new Literal.ScalarLiteral(Constants.zero(primitive.primitive()))
        : new Literal.NullLiteral();
  }

  /** Stands where a mistake was reported. */
  static Operand nothing() {
    return zero(new ValueType.ScalarType(ValueType.Scalar.STRING));
  }

  Node node(String id, Tree place, List<ValueType> outputs, NodeKind kind) {
    Node node = new Node(id, trees.span(place), outputs, kind);
    places.put(node, place);
    return node;
  }

  AnalyzedBody finish(GraphBlock body) {
    return new AnalyzedBody(
        new WorkflowGraph(body, tasks, actors, workflows, definitions), places::get);
  }
}
