package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.Read;
import dev.jacquard.processor.model.Literal.NullLiteral;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a body came to: a computation over the values of its block that stands in no node
 * yet.
 *
 * @param type its static type
 * @param fallible whether computing it may fail, so that its place in program order matters
 * @param broken whether a mistake was reported in it; whoever meets it stays silent
 */
record Term(Expression expression, TypeMirror type, boolean fallible, boolean broken) {

  /** Something that is there already. */
  static Term of(Operand operand, TypeMirror type) {
    return new Term(new Read(operand), type, false, false);
  }

  /** Stands where a mistake was reported. */
  static Term broken(TypeMirror type) {
    return new Term(new Read(Analysis.nothing()), type, false, true);
  }

  /** A computation over parts. */
  static Term of(Expression expression, TypeMirror type, List<Term> parts) {
    boolean fallible = Fallibility.mayFail(expression);
    for (Term part : parts) {
      if (part.broken) {
        return broken(type);
      }
      fallible |= part.fallible;
    }
    return new Term(expression, type, fallible, false);
  }

  static Term of(Expression expression, TypeMirror type, Term part) {
    return of(expression, type, List.of(part));
  }

  /** The same computation, seen as another type that needs no conversion. */
  Term as(TypeMirror other) {
    return new Term(expression, other, fallible, broken);
  }

  /** What it is, where it needs no computation. */
  @Nullable Operand operand() {
    return expression instanceof Read read ? read.operand() : null;
  }

  /** The Java object of a scalar constant; null where it is none. */
  @Nullable Object scalar() {
    return !broken
            && operand() instanceof ConstantOperand constant
            && constant.literal() instanceof ScalarLiteral literal
        ? literal.value()
        : null;
  }

  boolean isNull() {
    return !broken
        && operand() instanceof ConstantOperand constant
        && constant.literal() instanceof NullLiteral;
  }
}
