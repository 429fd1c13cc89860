package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.NewArray;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType.Primitive;
import java.util.ArrayList;
import java.util.List;
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

  /** Reads the arguments; each that has to be computed becomes a node. */
  List<Operand> operands(BlockBuilder block, Invocation call) {
    List<? extends VariableElement> parameters = call.method().getParameters();
    Arguments arguments = call.arguments();
    boolean packed = call.method().isVarArgs() && !isArrayGiven(call);
    int plain = packed ? parameters.size() - 1 : parameters.size();
    if (arguments.size() < plain) {
      throw new InvalidJava();
    }
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < plain; i++) {
      Term term = convert(block, arguments, i, parameters.get(i).asType());
      operands.add(analysis.evaluations().operand(block, term, arguments.place(i), null));
    }
    if (packed) {
      Term array = pack(block, call, plain, parameters.get(plain).asType());
      operands.add(analysis.evaluations().operand(block, array, call.place(), null));
    }
    return operands;
  }

  private Term convert(BlockBuilder block, Arguments arguments, int index, TypeMirror to) {
    Term term = arguments.read(block, index);
    return term.broken()
        ? Term.broken(to)
        : analysis.conversions().assign(term, to, arguments.place(index));
  }

  private static boolean isArrayGiven(Invocation call) {
    int last = call.method().getParameters().size() - 1;
    if (call.arguments().size() != last + 1) {
      return false;
    }
    TypeKind kind = call.arguments().type(last).getKind();
    return kind == TypeKind.ARRAY || kind == TypeKind.NULL;
  }

  private Term pack(BlockBuilder block, Invocation call, int from, TypeMirror type) {
    if (!(type instanceof ArrayType array) || !array.getComponentType().getKind().isPrimitive()) {
      throw new InvalidJava();
    }
    TypeMirror element = array.getComponentType();
    Evaluations.Sequence parts = analysis.evaluations().sequence(block);
    for (int i = from; i < call.arguments().size(); i++) {
      parts.add(convert(block, call.arguments(), i, element), call.arguments().place(i));
    }
    List<Expression> elements = parts.terms().stream().map(Term::expression).toList();
    Primitive primitive = Primitive.valueOf(element.getKind().name());
    return Term.of(new NewArray(primitive, elements), type, parts.terms());
  }
}
