package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.jacquard.processor.model.NodeKind.Collect;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads {@code map}, {@code filter} and {@code flatMap}. */
final class VerbAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final FunctionAnalyzer functions;

  VerbAnalyzer(Analysis analysis, ExpressionAnalyzer expressions, FunctionAnalyzer functions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.functions = functions;
  }

  Term call(
      BlockBuilder block,
      MethodInvocationTree tree,
      ExecutableElement method,
      @Nullable String name) {
    TypeMirror type = analysis.trees().typeOf(tree);
    Collect collect = Verbs.collect(method);
    if (collect == null) {
      Refusals.verb(analysis, tree, method);
      return Term.broken(type);
    }
    int mistakes = analysis.reports();
    int bodyIndex = Verbs.bodyIndex(method, analysis.trees());
    List<? extends ExpressionTree> arguments = tree.getArguments();
    List<Element> elements = new ArrayList<>();
    for (ExpressionTree list : arguments.subList(0, bodyIndex)) {
      elements.add(element(block, list));
    }
    Function body =
        functions.analyze(block, arguments.get(bodyIndex), elements, bodyResult(collect, type));
    MapOptions options = new MapOptions(analysis, expressions, block);
    arguments.subList(bodyIndex + 1, arguments.size()).forEach(options::read);
    if (analysis.reports() > mistakes || body == null) {
      return Term.broken(type);
    }
    ValueType output =
        analysis.evaluations().valueType(type, "What '" + method.getSimpleName() + "' makes", tree);
    MapNode node =
        new MapNode(
            collect,
            elements.stream().map(Element::list).toList(),
            body.captures(),
            body.body(),
            options.concurrency(),
            options.displayName());
    String id = options.nodeName(name == null ? method.getSimpleName().toString() : name);
    return Term.of(block.append(id, tree, List.of(output), node).get(0), type);
  }

  /**
   * A list that is iterated, and what its elements are.
   *
   * @param broken whether a mistake was reported in it
   */
  record Element(Operand list, ValueType valueType, TypeMirror type, boolean broken) {}

  /** The body of a verb, with what it takes from around it. */
  record Function(List<Operand> captures, dev.jacquard.processor.model.GraphBlock body) {}

  private Element element(BlockBuilder block, ExpressionTree tree) {
    TypeMirror type = analysis.trees().typeOf(tree);
    Term term = expressions.analyze(block, tree, null);
    TypeMirror element = elementType(type);
    if (term.broken() || element == null) {
      ValueType nothing = new ValueType.ScalarType(ValueType.Scalar.STRING);
      return new Element(Analysis.nothing(), nothing, type, true);
    }
    Operand list = analysis.evaluations().operand(block, term, tree, null);
    ValueType elements =
        block.typeOf(list) instanceof ValueType.ListType known
            ? known.element()
            : analysis.evaluations().valueTypeIfAny(element);
    return new Element(list, elements, element, false);
  }

  private static @Nullable TypeMirror elementType(TypeMirror list) {
    return list instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
        ? declared.getTypeArguments().get(0)
        : null;
  }

  private TypeMirror bodyResult(Collect collect, TypeMirror type) {
    TypeMirror element = elementType(type);
    if (element == null) {
      throw new InvalidJava();
    }
    return switch (collect) {
      case LIST -> element;
      case FLAT -> type;
      case FILTER -> analysis.trees().typeOf(Primitive.BOOLEAN);
    };
  }
}
