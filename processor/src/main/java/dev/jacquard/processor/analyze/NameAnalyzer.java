package dev.jacquard.processor.analyze;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Expression.ArrayLength;
import dev.jacquard.processor.model.Literal.EnumLiteral;
import dev.jacquard.processor.model.Literal.NullLiteral;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Scalar;
import dev.jacquard.processor.model.ValueType.ScalarType;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads literals and the names of variables and constants. */
final class NameAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;

  NameAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
  }

  Term literal(LiteralTree tree) {
    TypeMirror type = analysis.trees().typeOf(tree);
    Object value = tree.getValue();
    return value == null
        ? Term.of(new ConstantOperand(new ScalarType(Scalar.STRING), new NullLiteral()), type)
        : constant(value, type);
  }

  private Term constant(Object value, TypeMirror type) {
    return value instanceof String
        ? Term.of(
            new ConstantOperand(new ScalarType(Scalar.STRING), new ScalarLiteral(value)), type)
        : analysis
            .conversions()
            .constant(value, ValueType.Primitive.valueOf(type.getKind().name()));
  }

  Term identifier(BlockBuilder block, IdentifierTree tree) {
    return analysis.trees().elementOf(tree) instanceof VariableElement variable
        ? variable(block, variable, tree)
        : Refusals.expression(analysis, tree);
  }

  Term select(BlockBuilder block, MemberSelectTree tree) {
    TreeTypes trees = analysis.trees();
    if (tree.getIdentifier().contentEquals("length")
        && !ExpressionAnalyzer.isNoValue(trees, tree.getExpression())
        && trees.typeOf(tree.getExpression()).getKind() == TypeKind.ARRAY) {
      Term array = expressions.analyze(block, tree.getExpression(), null);
      return Term.of(new ArrayLength(array.expression()), trees.typeOf(tree), array);
    }
    if (expressions.actors().named(tree.getExpression()) != null
        && trees.elementIfAny(tree) instanceof VariableElement field
        && !field.getModifiers().contains(Modifier.STATIC)) {
      return expressions.actors().refusals().field(tree);
    }
    return !tree.getIdentifier().contentEquals("class")
            && trees.elementIfAny(tree) instanceof VariableElement variable
        ? variable(block, variable, tree)
        : Refusals.expression(analysis, tree);
  }

  private Term variable(BlockBuilder block, VariableElement variable, ExpressionTree tree) {
    Object constant = variable.getConstantValue();
    if (constant != null) {
      return constant(constant, analysis.trees().typeOf(tree));
    }
    return switch (variable.getKind()) {
      case ENUM_CONSTANT -> enumConstant(variable, tree);
      case LOCAL_VARIABLE, PARAMETER -> analysis.variables().read(block, variable, tree);
      case FIELD -> {
        if (!variable.getModifiers().contains(Modifier.STATIC)
            && ExpressionAnalyzer.isOfThis(tree)) {
          throw new InvalidJava();
        }
        analysis.report(tree, BodyProblem.NOT_CONSTANT_FIELD, tree);
        yield Term.broken(analysis.trees().typeOf(tree));
      }
      default -> Term.broken(analysis.trees().typeOf(tree));
    };
  }

  private Term enumConstant(VariableElement constant, ExpressionTree tree) {
    if (constant.getEnclosingElement() instanceof TypeElement type
        && type.getNestingKind() == NestingKind.LOCAL) {
      return Term.broken(constant.asType()); // its declaration has been refused
    }
    ValueType type =
        analysis.evaluations().valueType(constant.asType(), "Constant '" + tree + "'", tree);
    return Term.of(
        new ConstantOperand(type, new EnumLiteral(constant.getSimpleName().toString())),
        analysis.trees().typeOf(tree));
  }
}
