package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.NewArray;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Binds the arguments of a call to a method's parameters, as Java converts and packs them. */
final class ArgumentBinder {

  private final Analysis analysis;

  ArgumentBinder(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Reads the arguments of a call; each that has to be computed becomes a node. */
  List<Operand> operands(BlockBuilder block, Invocation call) {
    List<Operand> operands = new ArrayList<>();
    bind(
        block,
        call.method(),
        call.arguments(),
        call.place(),
        (term, place) -> operands.add(analysis.evaluations().operand(block, term, place, null)));
    return operands;
  }

  /** Reads the arguments as the parts of one computation. */
  List<Term> parts(BlockBuilder block, ExecutableElement method, Arguments arguments, Tree place) {
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    bind(block, method, arguments, place, parts::add);
    return parts.terms();
  }

  private void bind(
      BlockBuilder block,
      ExecutableElement method,
      Arguments arguments,
      Tree place,
      BiConsumer<Term, Tree> bound) {
    List<? extends VariableElement> parameters = method.getParameters();
    boolean packed = method.isVarArgs() && !isArrayGiven(parameters.size(), arguments);
    int plain = packed ? parameters.size() - 1 : parameters.size();
    if (arguments.size() < plain) {
      throw new InvalidJava();
    }
    for (int i = 0; i < plain; i++) {
      bound.accept(convert(block, arguments, i, parameters.get(i).asType()), arguments.place(i));
    }
    if (packed) {
      bound.accept(pack(block, arguments, plain, parameters.get(plain).asType()), place);
    }
  }

  private Term convert(BlockBuilder block, Arguments arguments, int index, TypeMirror to) {
    Term term = arguments.read(block, index, to);
    return term.broken()
        ? Term.broken(to)
        : analysis.conversions().assign(term, to, arguments.place(index));
  }

  private static boolean isArrayGiven(int parameters, Arguments arguments) {
    if (arguments.size() != parameters) {
      return false;
    }
    TypeKind kind = arguments.type(parameters - 1).getKind();
    return kind == TypeKind.ARRAY || kind == TypeKind.NULL;
  }

  private Term pack(BlockBuilder block, Arguments arguments, int from, TypeMirror type) {
    if (!(type instanceof ArrayType array) || !array.getComponentType().getKind().isPrimitive()) {
      throw new InvalidJava();
    }
    TypeMirror element = array.getComponentType();
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    for (int i = from; i < arguments.size(); i++) {
      parts.add(convert(block, arguments, i, element), arguments.place(i));
    }
    List<Expression> elements = parts.terms().stream().map(Term::expression).toList();
    Primitive primitive = Primitive.valueOf(element.getKind().name());
    return Term.of(new NewArray(primitive, elements), type, parts.terms());
  }
}
