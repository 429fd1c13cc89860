package dev.jacquard.processor.analyze;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.jacquard.processor.analyze.Signatures.TypeAnswer;
import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.ArrayElement;
import dev.jacquard.processor.model.Expression.Construct;
import dev.jacquard.processor.model.Expression.Invoke;
import dev.jacquard.processor.model.Expression.NewArray;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Definition.RecordDefinition;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Reads {@code new} of records and of arrays, and reads of array elements. */
final class ConstructionAnalyzer {

  private final Analysis analysis;
  private final ExpressionAnalyzer expressions;
  private final ArgumentBinder binder;

  ConstructionAnalyzer(Analysis analysis, ExpressionAnalyzer expressions) {
    this.analysis = analysis;
    this.expressions = expressions;
    this.binder = new ArgumentBinder(analysis);
  }

  Term newObject(BlockBuilder block, NewClassTree tree) {
    if (!(analysis.trees().elementOf(tree) instanceof ExecutableElement constructor)) {
      throw new InvalidJava();
    }
    if (tree.getClassBody() != null) {
      return Refusals.expression(analysis, tree);
    }
    TypeMirror type = analysis.trees().typeOf(tree);
    Arguments arguments = Arguments.of(tree.getArguments(), analysis.trees(), expressions);
    return construct(block, constructor, type, arguments, tree);
  }

  /** Reads a use of a constructor, by {@code new} or by a reference. */
  Term construct(
      BlockBuilder block,
      ExecutableElement constructor,
      TypeMirror type,
      Arguments arguments,
      Tree place) {
    TypeElement owner = CallAnalyzer.owner(constructor);
    String function = analysis.functions().find(constructor);
    if (function != null) {
      List<Term> parts = binder.parts(block, constructor, arguments, place);
      return Term.of(
          new Invoke(function, parts.stream().map(Term::expression).toList()), type, parts);
    }
    if (analysis.isActor(owner.asType())) {
      expressions
          .actors()
          .refusals()
          .construction(block, constructor, analysis.actor(constructor), place);
      return Term.broken(type);
    }
    if (owner.getKind() != ElementKind.RECORD) {
      if (expressions.actors().refusals().wasMeantToBeOne(owner)) {
        analysis.abandon();
        return Term.broken(type);
      }
      return Refusals.construction(analysis, owner, arguments, place);
    }
    return record(block, constructor, type, arguments, place);
  }

  private Term record(
      BlockBuilder block,
      ExecutableElement constructor,
      TypeMirror type,
      Arguments arguments,
      Tree place) {
    TypeElement owner = CallAnalyzer.owner(constructor);
    if (owner.getNestingKind() == NestingKind.LOCAL) {
      // Its declaration is refused, which is enough.
      analysis.abandon();
      return Term.broken(type);
    }
    TypeAnswer answer = analysis.valueType(owner.asType());
    if (!(answer instanceof TypeAnswer.Known known)
        || !(known.type() instanceof ValueType.DefinedType defined)
        || !(analysis.definition(defined.name()) instanceof RecordDefinition record)) {
      analysis.evaluations().valueType(type, "A record that a workflow makes", place);
      analysis.abandon();
      return Term.broken(type);
    }
    if (!record.implicit().constructor() || !isCanonical(constructor, owner)) {
      analysis.report(
          place,
          BodyProblem.USER_CODE_IN_EXPRESSION,
          "a constructor that " + owner.getSimpleName() + " declares");
      return Term.broken(type);
    }
    List<Term> parts = binder.parts(block, constructor, arguments, place);
    List<Expression> components = parts.stream().map(Term::expression).toList();
    return Term.of(new Construct(record.name(), components), type, parts);
  }

  private boolean isCanonical(ExecutableElement constructor, TypeElement owner) {
    List<? extends RecordComponentElement> components = owner.getRecordComponents();
    List<? extends VariableElement> parameters = constructor.getParameters();
    if (components.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      if (!analysis
          .trees()
          .types()
          .isSameType(components.get(i).asType(), parameters.get(i).asType())) {
        return false;
      }
    }
    return true;
  }

  /** An array of primitives, with its elements written out. */
  Term newArray(BlockBuilder block, NewArrayTree tree) {
    TypeMirror type = analysis.trees().typeOf(tree);
    if (tree.getInitializers() == null
        || !(type instanceof ArrayType array)
        || !array.getComponentType().getKind().isPrimitive()) {
      return Refusals.expression(analysis, tree);
    }
    TypeMirror element = array.getComponentType();
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    for (ExpressionTree part : tree.getInitializers()) {
      parts.add(expressions.converted(block, part, element, null), part);
    }
    List<Expression> elements = parts.terms().stream().map(Term::expression).toList();
    return Term.of(
        new NewArray(Primitive.valueOf(element.getKind().name()), elements), type, parts.terms());
  }

  Term element(BlockBuilder block, ArrayAccessTree tree) {
    TypeMirror type = analysis.trees().typeOf(tree);
    if (!type.getKind().isPrimitive()) {
      return Refusals.expression(analysis, tree);
    }
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    parts.add(expressions.analyze(block, tree.getExpression(), null), tree.getExpression());
    TypeMirror index = analysis.trees().typeOf(Primitive.INT);
    parts.add(expressions.converted(block, tree.getIndex(), index, null), tree.getIndex());
    List<Term> terms = parts.terms();
    return Term.of(
        new ArrayElement(terms.get(0).expression(), terms.get(1).expression()), type, terms);
  }
}
