package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.jacquard.processor.analyze.Signatures.Lookup;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.NodeKind;
import dev.jacquard.processor.model.NodeKind.SubWorkflow;
import dev.jacquard.processor.model.NodeKind.TaskCall;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads calls: of tasks, workflows, verbs, and of what an expression may call. */
final class CallAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final ArgumentBinder binder;
  private final PureCallAnalyzer pureCalls;
  private final VerbAnalyzer verbs;

  CallAnalyzer(
      Analysis analysis, ExpressionAnalyzer expressions, ConstructionAnalyzer constructions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.binder = new ArgumentBinder(analysis);
    this.pureCalls = new PureCallAnalyzer(analysis);
    this.verbs =
        new VerbAnalyzer(
            analysis,
            expressions,
            new FunctionAnalyzer(analysis, expressions, this, constructions));
  }

  Term call(
      BlockBuilder block, MethodInvocationTree tree, @Nullable String name, boolean discarded) {
    TreeTypes trees = analysis.trees();
    if (!(trees.elementOf(tree) instanceof ExecutableElement method)) {
      throw new InvalidJava();
    }
    if (!isStatic(method) && ExpressionAnalyzer.isOfThis(tree.getMethodSelect())) {
      throw new InvalidJava();
    }
    Function<BlockBuilder, Term> receiver = null;
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && !ExpressionAnalyzer.isNoValue(trees, select.getExpression())) {
      receiver = inside -> expressions.actors().receiver(inside, select.getExpression());
    }
    if (Verbs.isVerb(method)) {
      return verbs.call(block, tree, method, name);
    }
    Arguments arguments = Arguments.of(tree.getArguments(), trees, expressions);
    return invoke(
        block,
        new Invocation(method, receiver, arguments, trees.typeOf(tree), tree, name, discarded));
  }

  /** Reads a use of a method that is no verb. */
  Term invoke(BlockBuilder block, Invocation call) {
    Lookup<TaskInterface> task = analysis.task(call.method());
    if (task instanceof Lookup.Found<TaskInterface> found) {
      return callTask(block, call, found.value());
    }
    Lookup<WorkflowInterface> workflow = analysis.workflow(call.method());
    if (workflow instanceof Lookup.Found<WorkflowInterface> found) {
      readUnusedReceiver(block, call);
      List<Operand> arguments = binder.operands(block, call);
      SubWorkflow node = new SubWorkflow(found.value().id(), arguments);
      return append(block, call, found.value().result(), node);
    }
    if (task instanceof Lookup.Broken || workflow instanceof Lookup.Broken) {
      analysis.abandon();
      return Term.broken(call.type());
    }
    if (isMemberOfActor(call)) {
      if (analysis.trees().isMarkUnknown(call.method())) {
        analysis.abandon();
        return Term.broken(call.type());
      }
      return expressions.actors().refusals().call(call);
    }
    Term pure = pureCalls.call(block, call);
    if (pure != null) {
      return pure;
    }
    if (analysis.trees().isMarkUnknown(call.method())) {
      analysis.abandon();
      return Term.broken(call.type());
    }
    return isSpoiled(block, call) ? Term.broken(call.type()) : Refusals.call(analysis, call);
  }

  private boolean isMemberOfActor(Invocation call) {
    ExpressionTree qualifier = ActorRefusals.qualifier(call.place());
    return qualifier != null
        && !isStatic(call.method())
        && expressions.actors().named(qualifier) != null;
  }

  // One mistake, one error: of System.out.println, the call; of a call on something refused, the
  // latter.
  private boolean isSpoiled(BlockBuilder block, Invocation call) {
    return call.receiver() != null
        && !(call.place() instanceof MethodInvocationTree tree
            && tree.getMethodSelect() instanceof MemberSelectTree select
            && isField(select.getExpression()))
        && call.receiver().apply(block).broken();
  }

  private boolean isField(ExpressionTree tree) {
    Element element = analysis.trees().elementIfAny(tree);
    return element != null && element.getKind() == ElementKind.FIELD;
  }

  private Term callTask(BlockBuilder block, Invocation call, TaskInterface task) {
    Optional<Operand> pool = Optional.empty();
    if (task.actor().isEmpty()) {
      readUnusedReceiver(block, call);
    } else {
      Term receiver = call.receiver() == null ? null : call.receiver().apply(block);
      if (receiver == null || receiver.broken()) {
        return Term.broken(call.type());
      }
      pool = Optional.ofNullable(receiver.operand()).filter(it -> isPool(block, it));
      if (pool.isEmpty()) {
        String found = "a call on what is none, '" + call.place() + "'";
        analysis.report(call.place(), BodyProblem.ACTOR_PLACE, found);
        return Term.broken(call.type());
      }
    }
    List<Operand> arguments = binder.operands(block, call);
    boolean discarded = call.discarded() && task.result().isPresent();
    TaskCall node = new TaskCall(task.id(), pool, arguments, discarded);
    return append(block, call, task.result(), node);
  }

  private static boolean isPool(BlockBuilder block, Operand operand) {
    return block.typeOf(operand) instanceof ValueType.PoolType;
  }

  private Term append(
      BlockBuilder block, Invocation call, Optional<ValueType> result, NodeKind node) {
    List<ValueType> outputs = result.stream().toList();
    List<Operand> values = block.append(call.nodeName(), call.place(), outputs, node);
    return values.isEmpty() ? Term.broken(call.type()) : Term.of(values.get(0), call.type());
  }

  // Java evaluates what stands before the dot of a static method too.
  private void readUnusedReceiver(BlockBuilder block, Invocation call) {
    if (call.receiver() == null) {
      return;
    }
    Term receiver = call.receiver().apply(block);
    if (receiver.fallible()) {
      analysis.evaluations().operand(block, receiver, call.place(), null);
    }
  }

  static boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  static TypeElement owner(ExecutableElement method) {
    if (method.getEnclosingElement() instanceof TypeElement type) {
      return type;
    }
    throw new InvalidJava();
  }
}
