package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.NodeKind.Branch;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Makes a branch of two arms, and merges the variables that they assign. */
final class BranchMerge {

  private final Analysis analysis;

  BranchMerge(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Where a branch stands.
   *
   * @param name the variable that its value is for; null where there is none
   */
  record Fork(
      BlockBuilder block, Operand selector, Captures captures, Tree place, @Nullable String name) {}

  /**
   * An arm that is read to its end.
   *
   * @param goesOn whether what follows the branch may be reached from it
   */
  record Arm(BlockBuilder block, List<Operand> results, boolean goesOn) {

    /** An arm after which the block goes on. */
    static Arm going(BlockBuilder block, Operand... results) {
      return new Arm(block, List.of(results), true);
    }
  }

  /**
   * Adds the branch.
   *
   * @param types of the arms' results
   * @return what stands for the arms' results after it
   */
  List<Operand> branch(Fork fork, Arm then, Arm otherwise, List<ValueType> types) {
    List<VariableElement> variables = merged(then, otherwise);
    List<ValueType> outputs = new ArrayList<>(types);
    for (VariableElement variable : variables) {
      outputs.add(analysis.variables().typeOf(variable, fork.place));
    }
    List<ValueType> variableTypes = outputs.subList(types.size(), outputs.size());
    List<Operand> thenResults = results(then, variables, variableTypes);
    List<Operand> otherwiseResults = results(otherwise, variables, variableTypes);
    GraphBlock first = then.block.build(thenResults, analysis);
    GraphBlock second = otherwise.block.build(otherwiseResults, analysis);
    List<Operand> values =
        fork.block.append(
            name(fork, types, variables),
            fork.place,
            outputs,
            new Branch(fork.selector, fork.captures.operands(), List.of(first, second)));
    for (int i = 0; i < variables.size(); i++) {
      fork.block.assign(variables.get(i), values.get(types.size() + i));
    }
    return values.subList(0, types.size());
  }

  private List<VariableElement> merged(Arm then, Arm otherwise) {
    Set<VariableElement> variables = new LinkedHashSet<>();
    if (then.goesOn) {
      variables.addAll(then.block.assigned());
    }
    if (otherwise.goesOn) {
      variables.addAll(otherwise.block.assigned());
    }
    variables.removeIf(analysis.variables()::isBroken);
    return List.copyOf(variables);
  }

  // What an arm would have left in a variable is never read where it does not go on.
  private static List<Operand> results(
      Arm arm, List<VariableElement> variables, List<ValueType> types) {
    List<Operand> results = new ArrayList<>(arm.results);
    for (int i = 0; i < variables.size(); i++) {
      results.add(arm.goesOn ? arm.block.read(variables.get(i)) : Analysis.zero(types.get(i)));
    }
    return results;
  }

  private static String name(Fork fork, List<ValueType> types, List<VariableElement> variables) {
    if (fork.name != null) {
      return fork.name;
    }
    return types.isEmpty() && variables.size() == 1
        ? variables.get(0).getSimpleName().toString()
        : "if";
  }
}
