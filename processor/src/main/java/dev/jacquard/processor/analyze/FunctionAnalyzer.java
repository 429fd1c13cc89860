package dev.jacquard.processor.analyze;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.jacquard.processor.analyze.VerbAnalyzer.Element;
import dev.jacquard.processor.analyze.VerbAnalyzer.Function;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the lambda or method reference that a verb is given, into a block. */
final class FunctionAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final CallAnalyzer calls;
  private final ConstructionAnalyzer constructions;

  FunctionAnalyzer(
      Analysis analysis,
      ExpressionAnalyzer expressions,
      CallAnalyzer calls,
      ConstructionAnalyzer constructions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.calls = calls;
    this.constructions = constructions;
  }

  /**
   * Reads a function.
   *
   * @param elements what its parameters are bound to
   * @param result what it returns
   * @return null where it is none that can be read, which is reported
   */
  @Nullable Function analyze(
      BlockBuilder block, ExpressionTree tree, List<Element> elements, TypeMirror result) {
    ExpressionTree function = ExpressionAnalyzer.withoutParentheses(tree);
    if (function instanceof LambdaExpressionTree lambda) {
      return lambda(block, lambda, elements, result);
    }
    if (function instanceof MemberReferenceTree reference) {
      return reference(block, reference, elements, result);
    }
    if (!analysis.variables().namesBroken(function)) {
      Refusals.function(analysis, function);
    }
    return null;
  }

  private Function lambda(
      BlockBuilder block, LambdaExpressionTree tree, List<Element> elements, TypeMirror result) {
    List<VariableElement> parameters = new ArrayList<>();
    for (VariableTree parameter : tree.getParameters()) {
      parameters.add(analysis.trees().variableOf(parameter));
    }
    Captures captures = new Captures();
    List<String> names =
        parameters.stream().map(parameter -> parameter.getSimpleName().toString()).toList();
    BlockBuilder body = block.lambda(captures, valueTypes(elements), names);
    for (int i = 0; i < parameters.size(); i++) {
      body.declare(parameters.get(i), body.parameter(i));
      if (elements.get(i).broken()) {
        analysis.variables().spoil(parameters.get(i));
      }
    }
    List<Operand> results;
    if (tree.getBody() instanceof BlockTree statements) {
      results = new StatementAnalyzer(analysis, expressions, result).body(body, statements);
    } else {
      ExpressionTree expression = (ExpressionTree) tree.getBody();
      results = List.of(expressions.operand(body, expression, result, null));
    }
    return new Function(captures.operands(), body.build(results, analysis));
  }

  private static List<ValueType> valueTypes(List<Element> elements) {
    return elements.stream().map(Element::valueType).toList();
  }

  // Outer::m reads as (a, b) -> Outer.m(a, b) or a.m(b); value::m reads value once, where the
  // reference stands.
  private Function reference(
      BlockBuilder block, MemberReferenceTree tree, List<Element> elements, TypeMirror result) {
    if (!(analysis.trees().elementOf(tree) instanceof ExecutableElement method)) {
      throw new InvalidJava();
    }
    Captures captures = new Captures();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      names.add(elements.size() == 1 ? "item" : "item" + (i + 1));
    }
    Term bound = boundReceiver(block, tree, method);
    BlockBuilder body = block.lambda(captures, valueTypes(elements), names);
    List<Term> parameters = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      parameters.add(
          element.broken()
              ? Term.broken(element.type())
              : Term.of(body.parameter(i), element.type()));
    }
    Term term = apply(body, tree, method, bound, parameters, result);
    if (!term.broken()) {
      term = analysis.conversions().assign(term, result, tree);
    }
    Operand value = analysis.evaluations().operand(body, term, tree, null);
    return new Function(captures.operands(), body.build(List.of(value), analysis));
  }

  private @Nullable Term boundReceiver(
      BlockBuilder block, MemberReferenceTree tree, ExecutableElement method) {
    ExpressionTree qualifier = tree.getQualifierExpression();
    if (method.getKind() == ElementKind.CONSTRUCTOR
        || ExpressionAnalyzer.isNoValue(analysis.trees(), qualifier)
        || isParameterized(qualifier)) {
      return null;
    }
    Term receiver = expressions.actors().receiver(block, qualifier);
    if (receiver.broken() || expressions.actors().named(qualifier) != null) {
      return receiver;
    }
    Term checked = NullCheck.of(receiver);
    return Term.of(
        analysis.evaluations().operand(block, checked, qualifier, "receiver"), receiver.type());
  }

  // List<String>::size
  private static boolean isParameterized(ExpressionTree qualifier) {
    return (Tree) qualifier instanceof ParameterizedTypeTree;
  }

  private Term apply(
      BlockBuilder body,
      MemberReferenceTree tree,
      ExecutableElement method,
      @Nullable Term bound,
      List<Term> parameters,
      TypeMirror result) {
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      TypeMirror made = CallAnalyzer.owner(method).asType();
      return constructions.construct(body, method, made, Arguments.of(parameters, tree), tree);
    }
    if (Verbs.isVerb(method)) {
      Refusals.function(analysis, tree);
      return Term.broken(result);
    }
    List<Term> arguments = parameters;
    Term receiver = null;
    if (!CallAnalyzer.isStatic(method)) {
      VariableElement actor = expressions.actors().named(tree.getQualifierExpression());
      String name = actor == null ? "receiver" : actor.getSimpleName().toString();
      receiver = bound == null ? parameters.get(0) : inside(body, bound, name);
      arguments = bound == null ? parameters.subList(1, parameters.size()) : parameters;
    }
    Term target = receiver;
    TypeMirror type = resultType(method, receiver, result);
    return calls.invoke(
        body,
        new Invocation(
            method,
            target == null ? null : inner -> target,
            Arguments.of(arguments, tree),
            type,
            tree,
            null,
            false));
  }

  private static Term inside(BlockBuilder body, Term bound, String name) {
    Operand operand = bound.operand();
    return bound.broken() || operand == null
        ? bound
        : Term.of(body.capture(operand, name), bound.type());
  }

  private TypeMirror resultType(
      ExecutableElement method, @Nullable Term receiver, TypeMirror expected) {
    TypeMirror declared = method.getReturnType();
    if (receiver != null
        && receiver.type() instanceof DeclaredType type
        && analysis.trees().types().asMemberOf(type, method) instanceof ExecutableType member) {
      declared = member.getReturnType();
    }
    boolean isOpen =
        declared.getKind() == TypeKind.TYPEVAR || !method.getTypeParameters().isEmpty();
    return isOpen ? expected : declared;
  }
}
