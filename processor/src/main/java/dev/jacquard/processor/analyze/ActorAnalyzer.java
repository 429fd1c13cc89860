package dev.jacquard.processor.analyze;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.jacquard.processor.analyze.Signatures.Lookup;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.NodeKind.Pool;
import dev.jacquard.processor.model.NodeKind.Release;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType.PoolType;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads where actors are made and let go of. A local variable that is given a new actor holds its
 * pool, and is good for calls of the actor's tasks alone.
 */
final class ActorAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final ArgumentBinder binder;
  private final ActorRefusals refusals;

  ActorAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.binder = new ArgumentBinder(analysis);
    this.refusals = new ActorRefusals(analysis);
  }

  ActorRefusals refusals() {
    return refusals;
  }

  /** Reads a declaration, if it is of a variable that is given a new actor. */
  boolean declares(BlockBuilder block, VariableTree tree) {
    NewClassTree made = tree.getInitializer() == null ? null : newActor(tree.getInitializer());
    if (made == null) {
      return false;
    }
    VariableElement variable = analysis.trees().variableOf(tree);
    Operand pool = make(block, made, variable.getSimpleName().toString());
    if (pool == null) {
      analysis.variables().spoil(variable);
    } else {
      block.declare(variable, pool);
      analysis.variables().declareActor(variable);
    }
    return true;
  }

  /** Reads an expression whose value nobody wants, if it makes an actor. */
  boolean discards(BlockBuilder block, ExpressionTree tree) {
    NewClassTree made = newActor(tree);
    if (made != null) {
      make(block, made, null);
    }
    return made != null;
  }

  private @Nullable NewClassTree newActor(ExpressionTree tree) {
    return ExpressionAnalyzer.withoutParentheses(tree) instanceof NewClassTree made
            && made.getClassBody() == null
            && analysis.isActor(CallAnalyzer.owner(constructor(made)).asType())
        ? made
        : null;
  }

  private ExecutableElement constructor(NewClassTree tree) {
    if (analysis.trees().elementOf(tree) instanceof ExecutableElement constructor) {
      return constructor;
    }
    throw new InvalidJava();
  }

  /** Adds the node of a pool; null where there can be none, which is reported. */
  private @Nullable Operand make(BlockBuilder block, NewClassTree tree, @Nullable String name) {
    ExecutableElement constructor = constructor(tree);
    Lookup<ActorInterface> lookup = analysis.actor(constructor);
    if (!(lookup instanceof Lookup.Found<ActorInterface> found) || block.isInLambda()) {
      refusals.construction(block, constructor, lookup, tree);
      return null;
    }
    Arguments arguments = Arguments.of(tree.getArguments(), analysis.trees(), expressions);
    List<Operand> operands =
        binder.operands(
            block,
            new Invocation(
                constructor, null, arguments, analysis.trees().typeOf(tree), tree, name, false));
    String id = found.value().id();
    String node = name == null ? CallAnalyzer.owner(constructor).getSimpleName().toString() : name;
    return block.append(node, tree, List.of(new PoolType(id)), new Pool(id, operands)).get(0);
  }

  /** Lets go of the actor that a variable holds, if it holds one. */
  void release(BlockBuilder block, VariableTree tree) {
    VariableElement variable = analysis.trees().variableOf(tree);
    if (analysis.variables().isActor(variable)) {
      block.append("close", tree, List.of(), new Release(block.read(variable)));
    }
  }

  /** The variable that a tree names, if it holds an actor. */
  @Nullable VariableElement named(ExpressionTree tree) {
    return ExpressionAnalyzer.withoutParentheses(tree) instanceof IdentifierTree name
            && analysis.trees().elementIfAny(name) instanceof VariableElement variable
            && analysis.variables().isActor(variable)
        ? variable
        : null;
  }

  /** Reads what stands before the dot of a call, or before the colons of a reference. */
  Term receiver(BlockBuilder block, ExpressionTree tree) {
    VariableElement actor = named(tree);
    return actor == null
        ? expressions.analyze(block, tree, null)
        : Term.of(block.read(actor), analysis.trees().typeOf(tree));
  }

  /** Whether an expression asks if two actors are the same. */
  boolean isComparison(BinaryTree tree) {
    return (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)
        && named(tree.getLeftOperand()) != null
        && named(tree.getRightOperand()) != null;
  }

  /** Whether an expression chooses between actors. */
  boolean isChoice(ExpressionTree tree) {
    return tree instanceof ConditionalExpressionTree
        && analysis.isActor(analysis.trees().typeOf(tree));
  }
}
