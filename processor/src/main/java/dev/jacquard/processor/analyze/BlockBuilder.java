package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.Operand.ValueOperand;
import dev.jacquard.processor.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A block while its body is read: its nodes, and what each local variable holds at the point that
 * is reached.
 *
 * <p>How many captures a block has is known at its end alone, and a node may still be put before
 * others. So values have numbers of their own until {@link #build}: parameters and outputs count up
 * from zero, captures down from minus one.
 */
final class BlockBuilder {

  private static final int DEEPEST = 250;

  private final @Nullable BlockBuilder parent;
  private final int depth;
  private final Captures captures;
  private final int parameters;
  private final List<String> parameterNames;
  private final boolean lambda;
  private final List<ValueType> types;
  private final List<Draft> nodes = new ArrayList<>();
  private final Map<VariableElement, Operand> values = new HashMap<>();
  private final Set<VariableElement> declared = new HashSet<>();
  private final Set<VariableElement> assigned = new LinkedHashSet<>();

  /** A node whose operands have the block's own numbers. */
  private record Draft(
      String name, Tree place, List<ValueType> outputs, NodeKind kind, int firstOutput) {}

  private BlockBuilder(
      @Nullable BlockBuilder parent,
      Captures captures,
      List<ValueType> parameters,
      List<String> parameterNames,
      boolean lambda) {
    this.parent = parent;
    this.depth = parent == null ? 1 : parent.depth + 1;
    if (depth > DEEPEST) {
      throw new NestedTooDeeply();
    }
    this.captures = captures;
    this.parameters = parameters.size();
    this.parameterNames = List.copyOf(parameterNames);
    this.lambda = lambda;
    this.types = new ArrayList<>(parameters);
  }

  /** Begins the body of a workflow. */
  static BlockBuilder outermost(List<ValueType> parameters, List<String> names) {
    return new BlockBuilder(null, new Captures(), parameters, names, false);
  }

  /** Begins the body of a lambda. */
  BlockBuilder lambda(Captures captures, List<ValueType> parameters, List<String> names) {
    return new BlockBuilder(this, captures, parameters, names, true);
  }

  /** Begins a block without parameters of its own. */
  BlockBuilder arm(Captures shared) {
    return new BlockBuilder(this, shared, List.of(), List.of(), false);
  }

  /** How many nodes it has so far. */
  int size() {
    return nodes.size();
  }

  /** Whether it computes and assigns nothing, so that it is no more than its result. */
  boolean isPure() {
    return nodes.isEmpty() && assigned.isEmpty();
  }

  Operand parameter(int index) {
    return new ValueOperand(index);
  }

  /** Adds a node at the end; returns its outputs. */
  List<Operand> append(String name, Tree place, List<ValueType> outputs, NodeKind kind) {
    return insert(nodes.size(), name, place, outputs, kind);
  }

  /** Adds a node before the one of the given place; returns its outputs. */
  List<Operand> insert(int index, String name, Tree place, List<ValueType> outputs, NodeKind kind) {
    int first = types.size();
    nodes.add(index, new Draft(name, place, outputs, kind, first));
    types.addAll(outputs);
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      operands.add(new ValueOperand(first + i));
    }
    return operands;
  }

  /** Brings a local variable into being, with a value. */
  void declare(VariableElement variable, Operand value) {
    declared.add(variable);
    values.put(variable, value);
  }

  void assign(VariableElement variable, Operand value) {
    values.put(variable, value);
    if (!declared.contains(variable)) {
      assigned.add(variable);
    }
  }

  /** The variables from around the block that it assigns, in the order of the first assignment. */
  Set<VariableElement> assigned() {
    return assigned;
  }

  /** Whether a variable belongs to what is around the lambda that this block stands in. */
  boolean isOutsideOfLambda(VariableElement variable) {
    if (declared.contains(variable) || parent == null) {
      return false;
    }
    return lambda || parent.isOutsideOfLambda(variable);
  }

  /** Whether it stands in a lambda, which runs once for each element. */
  boolean isInLambda() {
    return lambda || (parent != null && parent.isInLambda());
  }

  /** What a variable holds here. */
  Operand read(VariableElement variable) {
    Operand value = values.get(variable);
    if (value != null) {
      return value;
    }
    if (parent == null) {
      throw new InvalidJava();
    }
    return capture(parent.read(variable), variable.getSimpleName().toString());
  }

  /** Makes something of the block around known in here. */
  Operand capture(Operand outer, String name) {
    if (outer instanceof ConstantOperand || parent == null) {
      return outer;
    }
    return new ValueOperand(-1 - captures.add(outer, parent.typeOf(outer), name));
  }

  ValueType typeOf(Operand operand) {
    if (operand instanceof ConstantOperand constant) {
      return constant.type();
    }
    int index = ((ValueOperand) operand).index();
    return index < 0 ? captures.types().get(-1 - index) : types.get(index);
  }

  /**
   * What replaces the values of this block in the block around, where it has no nodes of its own.
   */
  Substitution outward() {
    List<Operand> outer = captures.operands();
    return new Substitution(index -> outer.get(-1 - index));
  }

  /**
   * Numbers the values as the contract does. No block of the same node may capture anything after
   * that.
   */
  GraphBlock build(List<Operand> results, Analysis analysis) {
    int[] numbers = new int[types.size()];
    for (int i = 0; i < parameters; i++) {
      numbers[i] = i;
    }
    int next = parameters + captures.types().size();
    for (Draft draft : nodes) {
      for (int i = 0; i < draft.outputs().size(); i++) {
        numbers[draft.firstOutput() + i] = next++;
      }
    }
    Substitution numbering =
        new Substitution(
            index -> new ValueOperand(index < 0 ? parameters - 1 - index : numbers[index]));
    NodeNames ids = new NodeNames();
    List<Node> built = new ArrayList<>();
    for (Draft draft : nodes) {
      NodeKind kind = numbering.apply(draft.kind());
      built.add(analysis.node(ids.unique(draft.name()), draft.place(), draft.outputs(), kind));
    }
    return new GraphBlock(
        with(types.subList(0, parameters), captures.types()),
        with(parameterNames, captures.names()),
        built,
        numbering.operands(results));
  }

  private static <T> List<T> with(List<T> own, List<T> captured) {
    List<T> all = new ArrayList<>(own);
    all.addAll(captured);
    return all;
  }
}
