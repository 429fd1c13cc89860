package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.Expression.CheckedCast;
import dev.jacquard.processor.model.Expression.Convert;
import dev.jacquard.processor.model.Expression.Unbox;
import dev.jacquard.processor.model.Literal.NullLiteral;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Java's conversions, made explicit. A box is no work: the values of a graph are objects. */
final class Conversions {

  private final Evaluations evaluations;
  private final TreeTypes trees;

  Conversions(Evaluations evaluations, TreeTypes trees) {
    this.evaluations = evaluations;
    this.trees = trees;
  }

  /**
   * Assignment, argument and return: widening, boxing, unboxing, and the narrowing of constants.
   */
  Term assign(Term term, TypeMirror to, Tree place) {
    if (to.getKind().isPrimitive()) {
      return toPrimitive(term, Primitive.valueOf(to.getKind().name()));
    }
    if (term.isNull()) {
      ValueType type = evaluations.valueType(to, "The null here", place);
      return Term.of(new ConstantOperand(type, new NullLiteral()), to);
    }
    Primitive boxed = trees.primitive(to);
    if (boxed != null && term.type().getKind().isPrimitive()) {
      return toPrimitive(term, boxed).as(to);
    }
    return term.as(to);
  }

  /** Unboxes, if need be, and widens or narrows as a cast does. */
  Term toPrimitive(Term term, Primitive to) {
    Primitive from = primitiveOf(term);
    Term unboxed = unbox(term);
    if (from == to || unboxed.broken()) {
      return unboxed.as(trees.typeOf(to));
    }
    Object constant = unboxed.scalar();
    return constant == null
        ? Term.of(new Convert(from, to, unboxed.expression()), trees.typeOf(to), unboxed)
        : constant(Constants.convert(constant, to), to);
  }

  /** The value of a box; a primitive as it is. */
  Term unbox(Term term) {
    if (term.type().getKind().isPrimitive()) {
      return term;
    }
    TypeMirror type = trees.typeOf(primitiveOf(term));
    if (term.scalar() != null) {
      return term.as(type);
    }
    return Term.of(new Unbox(term.expression()), type, term);
  }

  /** A cast of any kind. */
  Term cast(Term term, TypeMirror to, Tree place) {
    boolean isPrimitive = term.type().getKind().isPrimitive();
    boolean isBox = trees.primitive(term.type()) != null;
    if (to.getKind().isPrimitive() ? isPrimitive || isBox : isPrimitive || term.isNull()) {
      return assign(term, to, place);
    }
    if (to.getKind().isPrimitive()) {
      TypeMirror box =
          trees.types().boxedClass(trees.types().getPrimitiveType(to.getKind())).asType();
      return assign(narrow(term, box, place), to, place);
    }
    return narrow(term, to, place);
  }

  private Term narrow(Term term, TypeMirror to, Tree place) {
    if (trees.types().isSubtype(trees.types().erasure(term.type()), trees.types().erasure(to))) {
      return term.as(to);
    }
    ValueType type = evaluations.valueType(to, "The type of this cast", place);
    return Term.of(new CheckedCast(type, term.expression()), to, term);
  }

  Term constant(Object value, Primitive type) {
    return Term.of(
        new ConstantOperand(new PrimitiveType(type), new ScalarLiteral(value)), trees.typeOf(type));
  }

  private Primitive primitiveOf(Term term) {
    @Nullable Primitive primitive = trees.primitive(term.type());
    if (primitive == null) {
      throw new InvalidJava();
    }
    return primitive;
  }
}
