package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** The options of one verb. */
final class MapOptions {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final BlockBuilder block;
  private @Nullable Operand concurrency;
  private @Nullable Operand name;

  MapOptions(Analysis analysis, ExpressionAnalyzer expressions, BlockBuilder block) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.block = block;
  }

  /** Reads one argument that stands behind the body. */
  void read(ExpressionTree tree) {
    if (ExpressionAnalyzer.withoutParentheses(tree) instanceof MethodInvocationTree call
        && analysis.trees().elementOf(call) instanceof ExecutableElement method) {
      ExpressionTree argument = call.getArguments().isEmpty() ? call : call.getArguments().get(0);
      if (Verbs.isOption(method, "concurrency")) {
        concurrency =
            once(
                concurrency,
                expressions.operand(block, argument, analysis.trees().typeOf(Primitive.INT), null),
                call);
        return;
      }
      if (Verbs.isOption(method, "name")) {
        name =
            once(
                name,
                expressions.operand(block, argument, analysis.trees().stringType(), null),
                call);
        return;
      }
    }
    if (!analysis.variables().namesBroken(tree)) {
      analysis.report(
          tree,
          BodyProblem.UNSUPPORTED_EXPRESSION,
          "an option that is not written in place",
          "Write concurrency(...) or name(...) in the call itself.");
    }
  }

  private Operand once(@Nullable Operand known, Operand value, MethodInvocationTree place) {
    if (known != null) {
      analysis.report(place, BodyProblem.DUPLICATE_OPTION, place.getMethodSelect());
    }
    return value;
  }

  Optional<Operand> concurrency() {
    return Optional.ofNullable(concurrency);
  }

  /** The name, where it is known at run time alone. */
  Optional<Operand> displayName() {
    return constantName() == null ? Optional.ofNullable(name) : Optional.empty();
  }

  /** The node's name: the option's, where that is a constant. */
  String nodeName(String otherwise) {
    String constant = constantName();
    return constant == null ? otherwise : constant;
  }

  private @Nullable String constantName() {
    return name instanceof ConstantOperand constant
            && constant.literal() instanceof ScalarLiteral literal
            && literal.value() instanceof String text
        ? text
        : null;
  }
}
