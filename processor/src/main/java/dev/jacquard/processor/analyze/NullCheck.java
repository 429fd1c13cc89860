package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.Conditional;
import dev.jacquard.processor.model.Expression.Read;
import dev.jacquard.processor.model.Expression.Same;
import dev.jacquard.processor.model.Expression.Unbox;
import dev.jacquard.processor.model.Operand.ConstantOperand;

/** Fails on null where Java does so before it needs the value: {@code value::method}. */
final class NullCheck {

  private NullCheck() {}

  /** The same value; computing it fails where it is null. */
  static Term of(Term term) {
    if (term.operand() instanceof ConstantOperand && !term.isNull()) {
      return term;
    }
    Expression nothing = new Read(Analysis.nothing());
    Expression checked =
        new Conditional(
            new Same(false, term.expression(), nothing), new Unbox(nothing), term.expression());
    return new Term(checked, term.type(), true, term.broken());
  }
}
