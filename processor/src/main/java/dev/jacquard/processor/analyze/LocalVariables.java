package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/** What is known of a body's local variables besides their values. */
final class LocalVariables {

  private final Analysis analysis;
  private final Set<VariableElement> broken = new HashSet<>();
  private final Set<VariableElement> actors = new HashSet<>();
  private final Map<VariableElement, Tree> withoutValueType = new LinkedHashMap<>();

  LocalVariables(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Takes note of a declaration with what it begins with.
   *
   * @return whether it can hold a value
   */
  boolean declare(VariableElement variable, VariableTree tree, boolean brokenValue) {
    if (brokenValue) {
      broken.add(variable);
    } else if (analysis.isActor(variable.asType())) {
      analysis.report(
          tree, BodyProblem.ACTOR_PLACE, "'" + variable.getSimpleName() + "' without 'new'");
      broken.add(variable);
    } else if (analysis.valueType(variable.asType()) instanceof TypeAnswer.Refused) {
      withoutValueType.put(variable, tree);
      broken.add(variable);
    }
    return !broken.contains(variable);
  }

  /** Takes note of a variable that holds an actor. */
  void declareActor(VariableElement variable) {
    actors.add(variable);
  }

  boolean isActor(VariableElement variable) {
    return actors.contains(variable);
  }

  /** Marks a variable whose value a mistake has spoiled. */
  void spoil(VariableElement variable) {
    broken.add(variable);
  }

  boolean isBroken(VariableElement variable) {
    return broken.contains(variable);
  }

  /** Whether a tree is the name of a variable with a mistake of its own, told where it stands. */
  boolean namesBroken(ExpressionTree tree) {
    return tree instanceof IdentifierTree
        && analysis.trees().elementOf(tree) instanceof VariableElement variable
        && isBroken(variable);
  }

  ValueType typeOf(VariableElement variable, Tree place) {
    return analysis
        .evaluations()
        .valueType(variable.asType(), "Variable '" + variable.getSimpleName() + "'", place);
  }

  /** Reads a variable. */
  Term read(BlockBuilder block, VariableElement variable, ExpressionTree place) {
    if (isActor(variable)) {
      analysis.report(place, BodyProblem.ACTOR_PASSED_ON, "'" + variable.getSimpleName() + "'");
      return Term.broken(analysis.trees().typeOf(place));
    }
    if (!isBroken(variable)) {
      Operand value = block.read(variable);
      return Term.of(value, analysis.trees().typeOf(place));
    }
    if (block.isOutsideOfLambda(variable) && withoutValueType.remove(variable) != null) {
      analysis.report(
          place, BodyProblem.CAPTURED_NON_VALUE, variable.getSimpleName(), variable.asType());
    }
    return Term.broken(analysis.trees().typeOf(place));
  }

  /** Reports the variables that cannot hold a value, and that no lambda captures. */
  void reportRest() {
    withoutValueType.forEach(this::typeOf);
  }
}
